package org.pavilion.server.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.audit.AuditEntry;
import org.pavilion.server.audit.AuditQuery;
import org.pavilion.server.http.page.SettingsSheet.Change;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Accounts;
import org.pavilion.server.json.Json;

/** Who changed which setting last, as the audit tells it. */
final class SettingsHistory {
    private static final int LOOKED_AT = 200;

    private final Audit audit;
    private final Accounts accounts;
    private final Json json;

    /** What is read of the event; older ones do not name what changed. */
    private record Changed(Optional<List<String>> changed) {}

    SettingsHistory(Audit audit, Accounts accounts, Json json) {
        this.audit = audit;
        this.accounts = accounts;
        this.json = json;
    }

    /** The last change of each setting of an owner, by name. */
    Map<String, Change> of(String owner) {
        var subject = "plugin:" + owner;
        var asked = new AuditQuery(
                Optional.empty(),
                Optional.of("plugin.settings-changed."),
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var last = new LinkedHashMap<String, Change>();
        for (var act : audit.page(asked, LOOKED_AT).entries()) {
            if (act.subject().equals(subject)) {
                names(act).forEach(name -> last.putIfAbsent(name, new Change(who(act.actor()), act.at())));
            }
        }
        return last;
    }

    private List<String> names(AuditEntry act) {
        return act.change()
                .flatMap(body -> json.view(body, Changed.class).changed())
                .orElse(List.of());
    }

    private String who(String actor) {
        var ref = Ref.of(actor);
        if (ref.type().equals("operator")) {
            return "";
        }
        return accounts.find(ref)
                .map(Account::name)
                .filter(name -> !name.isBlank())
                .orElse(actor);
    }
}
