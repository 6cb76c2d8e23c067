package org.pavilion.server.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** What is kept about somebody's roles, tokens, wishes and sanctions. */
final class RightsData implements PersonalData {
    private final Storage storage;
    private final Rights rights;
    private final Sanctions sanctions;
    private final Tokens tokens;

    RightsData(Storage storage, Rights rights, Sanctions sanctions, Tokens tokens) {
        this.storage = storage;
        this.rights = rights;
        this.sanctions = sanctions;
        this.tokens = tokens;
    }

    @Override
    public Map<String, Object> export(Ref person) {
        var kept = new LinkedHashMap<String, Object>();
        put(kept, "roles", rights.of(person));
        put(kept, "wishes", rights.wishes(person));
        put(kept, "tokens", tokens.of(person));
        put(kept, "sanctions", sanctions.of(person));
        return kept;
    }

    private static void put(Map<String, Object> kept, String name, List<?> rows) {
        if (!rows.isEmpty()) {
            kept.put(name, rows);
        }
    }

    /** Rows that say what others did stay without the words; whatever the person held or wrote goes. */
    @Override
    public void erase(Ref person) {
        tokens.revokeAll(person);
        storage.write((handle, journal) -> {
            var who = person.toString();
            handle.execute("delete from identity_grant where subject = ?", who);
            handle.execute("delete from identity_wish where subject = ?", who);
            handle.execute("delete from identity_token where issuer = ?", who);
            return handle.execute(
                    "update identity_sanction set reason = '', appeal = null, decision = null where subject = ?", who);
        });
        rights.changed(person);
        sanctions.changed(person);
    }
}
