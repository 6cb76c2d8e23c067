package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.PersonalData;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;

/**
 * Who stands behind an initiative. Everybody signs for themselves, under the name they give, and signs
 * one version of the text: when it changes, the list says which one it was.
 */
record CoSigners(PluginContext context, Shelf<InitiativeLine> shelf) implements PersonalData {
    private static final int LONGEST = 80;

    /** One version of the text. */
    record Version(long number, Text name, Text summary, Instant at) {}

    /** What a person signed. */
    private record Signed(String initiative, String name, String organisation, long version, Instant at) {}

    /** Keeps the text as a version of its own, unless the newest one says the same; in the write that stores it. */
    static void keep(Handle h, Journal journal, InitiativeLine line) {
        var newest = versions(h, line.id()).stream().findFirst();
        boolean same = newest.filter(version ->
                        version.name().equals(line.name()) && version.summary().equals(line.summary()))
                .isPresent();
        if (same) {
            return;
        }
        h.createUpdate("insert into forum_initiative_version(initiative, number, name_zh, name_en, summary_zh,"
                        + " summary_en, at) values (:id, :number, :nameZh, :nameEn, :summaryZh, :summaryEn, :at)")
                .bind("id", line.id())
                .bind("number", newest.map(Version::number).orElse(0L) + 1)
                .bind("nameZh", line.name().zh())
                .bind("nameEn", line.name().en())
                .bind("summaryZh", line.summary().zh())
                .bind("summaryEn", line.summary().en())
                .bind("at", journal.now().toEpochMilli())
                .execute();
    }

    /** The versions of the text, newest first. */
    static List<Version> versions(Handle h, String initiative) {
        return h.createQuery("select number, name_zh, name_en, summary_zh, summary_en, at from forum_initiative_version"
                        + " where initiative = :id order by number desc")
                .bind("id", initiative)
                .map((rs, row) -> new Version(
                        rs.getLong(1),
                        new Text(rs.getString(2), rs.getString(3)),
                        new Text(rs.getString(4), rs.getString(5)),
                        Instant.ofEpochMilli(rs.getLong(6))))
                .list();
    }

    /** Those who signed, in the order in which they did. */
    List<CoSigner> of(Handle h, String initiative) {
        return h.createQuery("select name, organisation, version, at from forum_cosign where initiative = :id"
                        + " order by at, name")
                .bind("id", initiative)
                .map((rs, row) -> new CoSigner(
                        rs.getString(1), rs.getString(2), rs.getLong(3), Instant.ofEpochMilli(rs.getLong(4))))
                .list();
    }

    Optional<CoSigner> own(Handle h, String initiative, Ref person) {
        return h.createQuery("select name, organisation, version, at from forum_cosign where initiative = :id"
                        + " and person = :person")
                .bind("id", initiative)
                .bind("person", person.toString())
                .map((rs, row) -> new CoSigner(
                        rs.getString(1), rs.getString(2), rs.getLong(3), Instant.ofEpochMilli(rs.getLong(4))))
                .findOne();
    }

    /** Signs the newest text; signing again confirms it anew. */
    void sign(Ref person, String initiative, String name, String organisation) {
        var words = fitting("/name", name);
        if (words.isEmpty()) {
            throw Problem.invalid("/name", "say under which name");
        }
        var house = fitting("/organisation", organisation);
        context.storage().write((h, journal) -> {
            var line = asked(h, initiative);
            h.createUpdate("insert into forum_cosign(initiative, person, name, organisation, version, at) values"
                            + " (:id, :person, :name, :house, :version, :at) on conflict (initiative, person) do update"
                            + " set name = excluded.name, organisation = excluded.organisation,"
                            + " version = excluded.version, at = excluded.at")
                    .bind("id", initiative)
                    .bind("person", person.toString())
                    .bind("name", words)
                    .bind("house", house)
                    .bind("version", newest(h, initiative))
                    .bind("at", journal.now().toEpochMilli())
                    .execute();
            return journal.append(new InitiativeSigned(line.ref(), line.edition()));
        });
    }

    /** The number of the newest text; a text from before versions were kept is the first. */
    static long newest(Handle h, String initiative) {
        return versions(h, initiative).stream().findFirst().map(Version::number).orElse(1L);
    }

    void withdraw(Ref person, String initiative) {
        context.storage().write((h, journal) -> {
            var line = asked(h, initiative);
            if (h.execute("delete from forum_cosign where initiative = ? and person = ?", initiative, person.toString())
                    == 0) {
                throw Problem.notFound("signature under initiative " + initiative);
            }
            return journal.append(new InitiativeSigned(line.ref(), line.edition()));
        });
    }

    private InitiativeLine asked(Handle h, String id) {
        return shelf.find(h, id).orElseThrow(() -> Problem.notFound("initiative " + id));
    }

    private static String fitting(String pointer, String words) {
        var text = words.strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid(pointer, "at most " + LONGEST + " characters");
        }
        return text;
    }

    private List<Signed> all(Handle h, Ref person) {
        return h.createQuery(
                        "select initiative, name, organisation, version, at from forum_cosign where person = :person")
                .bind("person", person.toString())
                .map((rs, row) -> new Signed(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getLong(4),
                        Instant.ofEpochMilli(rs.getLong(5))))
                .list();
    }

    @Override
    public Map<String, Object> export(Ref person) {
        var all = context.storage().read(h -> all(h, person));
        return all.isEmpty() ? Map.of() : Map.of("initiatives", all);
    }

    @Override
    public void erase(Ref person) {
        List<Signed> all = context.storage().read(h -> all(h, person));
        all.forEach(each -> withdraw(person, each.initiative()));
    }

    @Override
    public void merge(Ref from, Ref into) {
        List<Signed> all = context.storage().read(h -> all(h, from));
        for (var each : all) {
            if (context.storage().read(h -> own(h, each.initiative(), into)).isEmpty()) {
                sign(into, each.initiative(), each.name(), each.organisation());
            }
            withdraw(from, each.initiative());
        }
    }
}
