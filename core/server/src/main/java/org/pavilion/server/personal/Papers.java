package org.pavilion.server.personal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Profile, card and what a person agreed to. */
final class Papers {
    private final Storage storage;
    private final JsonText json;

    Papers(Storage storage, JsonText json) {
        this.storage = storage;
        this.json = json;
    }

    private record Kept(String profile, String card) {}

    private Optional<Kept> kept(Ref account) {
        return storage.read(
                handle -> handle.createQuery("select profile, card from personal_profile where account = :account")
                        .bind("account", account)
                        .mapTo(Kept.class)
                        .findOne());
    }

    Profile profile(Ref account) {
        return kept(account).map(row -> json.read(row.profile(), Profile.class)).orElse(Profile.EMPTY);
    }

    Card card(Ref account) {
        return kept(account).map(row -> json.read(row.card(), Card.class)).orElse(Card.EMPTY);
    }

    void keep(Ref account, Profile profile, Card card) {
        storage.write(
                (handle, journal) -> handle.execute("""
                insert into personal_profile(account, profile, card, at) values (?, ?, ?, ?)
                on conflict (account) do update set profile = excluded.profile, card = excluded.card, at = excluded.at""", account, json.text(profile), json.text(card), journal.now()));
    }

    List<Consent> consents(Ref account) {
        return storage.read(handle -> handle.createQuery("""
                        select id, kind, version, holder, fields, given_at, until_at, withdrawn_at
                        from personal_consent where account = :account order by given_at desc, id desc""")
                .bind("account", account)
                .mapTo(Consent.class)
                .list());
    }

    String agree(
            Ref account, String kind, String version, String holder, List<String> fields, @Nullable Instant until) {
        return storage.write((handle, journal) -> {
            var id = journal.newId();
            handle.execute(
                    """
                    insert into personal_consent(id, account, kind, version, holder, fields, given_at, until_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    id,
                    account,
                    kind,
                    version,
                    holder,
                    String.join(" ", fields),
                    journal.now(),
                    until == null ? null : Long.valueOf(until.toEpochMilli()));
            journal.append(new ConsentChanged(account, id, true));
            return id;
        });
    }

    boolean withdraw(Ref account, String id) {
        return storage.write((handle, journal) -> {
            int changed = handle.execute("""
                    update personal_consent set withdrawn_at = ?
                    where id = ? and account = ? and withdrawn_at is null and kind <> 'terms'""", journal.now(), id, account);
            if (changed > 0) {
                journal.append(new ConsentChanged(account, id, false));
            }
            return changed > 0;
        });
    }

    Map<String, Object> export(Ref account) {
        var all = new java.util.LinkedHashMap<String, Object>();
        kept(account).ifPresent(row -> {
            all.put("profile", json.read(row.profile(), Profile.class));
            all.put("card", json.read(row.card(), Card.class));
        });
        var consents = consents(account);
        if (!consents.isEmpty()) {
            all.put("consents", consents);
        }
        return all;
    }
}
