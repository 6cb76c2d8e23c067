package org.pavilion.server.live.words;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;

/**
 * The rules of words of the house and of its rooms. Each change is a new version, and older ones stay to
 * be read and taken up again; those of a room are added to those of the house.
 */
public final class RuleBook {
    /** The scope of rules that hold in every room. */
    public static final String HOUSE = "";

    private static final int MOST_KEPT = 64;

    private final JsonText json;
    private final Map<Versions, TermMatcher> made = new ConcurrentHashMap<>();

    public RuleBook(JsonText json) {
        this.json = json;
    }

    /** One version; {@code active} when it holds. */
    public record Version(String scope, long version, RuleSet set, String author, Instant at, boolean active) {}

    private record Versions(long house, Ref room, long own) {}

    /** What finds the terms that hold in a room now. */
    public TermMatcher of(Handle handle, Ref room) {
        long house = active(handle, HOUSE);
        long own = active(handle, room.toString());
        var key = own == 0 ? new Versions(house, new Ref("house", "house"), 0) : new Versions(house, room, own);
        var known = made.get(key);
        if (known != null) {
            return known;
        }
        if (made.size() >= MOST_KEPT) {
            made.clear();
        }
        var matcher = set(handle, HOUSE).matcher(set(handle, room.toString()));
        made.put(key, matcher);
        return matcher;
    }

    /** What holds in a scope alone: {@link #HOUSE} or a room. */
    public RuleSet set(Handle handle, String scope) {
        return handle.createQuery("select body from live_rules where scope = :scope and active = 1")
                .bind("scope", scope)
                .map((row, context) -> json.read(row.getString("body"), RuleSet.class))
                .findOne()
                .orElse(RuleSet.NONE);
    }

    /** Its versions, the newest first. */
    public List<Version> versions(Handle handle, String scope, int limit) {
        return handle.createQuery("""
                        select scope, version, body, author, at, active from live_rules where scope = :scope
                        order by version desc limit :limit""")
                .bind("scope", scope)
                .bind("limit", limit)
                .map((row, context) -> new Version(
                        row.getString("scope"),
                        row.getLong("version"),
                        json.read(row.getString("body"), RuleSet.class),
                        row.getString("author"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("active") == 1))
                .list();
    }

    /** Adds a version that holds from now on, and returns its number. */
    public long add(Handle handle, Journal journal, String scope, RuleSet set, Ref by) {
        long next = handle.createQuery("select coalesce(max(version), 0) + 1 from live_rules where scope = :scope")
                .bind("scope", scope)
                .mapTo(Long.class)
                .one();
        handle.execute("update live_rules set active = 0 where scope = ?", scope);
        handle.execute(
                "insert into live_rules(scope, version, body, author, at, active) values (?, ?, ?, ?, ?, 1)",
                scope,
                next,
                json.text(set.checked()),
                by.toString(),
                journal.now().toEpochMilli());
        return next;
    }

    /** One version; empty when there is none of this number. */
    public Optional<Version> version(Handle handle, String scope, long number) {
        return versions(handle, scope, Integer.MAX_VALUE).stream()
                .filter(each -> each.version() == number)
                .findFirst();
    }

    private static long active(Handle handle, String scope) {
        return handle.createQuery("select version from live_rules where scope = :scope and active = 1")
                .bind("scope", scope)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
