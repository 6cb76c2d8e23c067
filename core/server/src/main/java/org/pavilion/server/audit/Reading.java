package org.pavilion.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Storage;

/** The SQL that lists acts. */
final class Reading {
    private final Storage storage;

    Reading(Storage storage) {
        this.storage = storage;
    }

    AuditPage page(AuditQuery query, int limit) {
        var conditions = new ArrayList<String>();
        query.actor().ifPresent(each -> conditions.add("lower(r.actor) like :actor escape '!'"));
        query.action().ifPresent(each -> conditions.add("lower(r.action) like :action escape '!'"));
        query.object().ifPresent(each -> conditions.add("lower(r.subject) like :object escape '!'"));
        query.from().ifPresent(each -> conditions.add("r.at >= :from"));
        query.until().ifPresent(each -> conditions.add("r.at < :until"));
        query.before().ifPresent(each -> conditions.add("r.n < :before"));
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        List<AuditEntry> found = storage.read(handle -> {
            var select = handle.createQuery("""
                            select r.n, r.seq, r.at, r.actor, r.action, r.subject, e.body as change, r.hash
                            from audit_row r left join event_log e on e.seq = r.seq
                            %s order by r.n desc limit :limit""".formatted(where)).bind("limit", limit + 1);
            query.actor().ifPresent(each -> select.bind("actor", anywhere(each)));
            query.action().ifPresent(each -> select.bind("action", anywhere(each)));
            query.object().ifPresent(each -> select.bind("object", anywhere(each)));
            query.from().ifPresent(each -> select.bind("from", each));
            query.until().ifPresent(each -> select.bind("until", each));
            query.before().ifPresent(each -> select.bind("before", each));
            return select.mapTo(AuditEntry.class).list();
        });
        return found.size() > limit
                ? new AuditPage(
                        List.copyOf(found.subList(0, limit)),
                        Optional.of(found.get(limit - 1).n()))
                : new AuditPage(found, Optional.empty());
    }

    private static String anywhere(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
