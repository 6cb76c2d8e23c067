package org.pavilion.server.directory;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Claim;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.server.directory.Lines.FactLine;

/** Published figures. Rival claims stand side by side; nothing here merges or adds them. */
final class Claims {
    private final Rows<FactLine> rows;

    Claims(JsonText json) {
        rows = new Rows<>("directory_claim", FactLine.class, json);
    }

    Optional<Claim> get(Handle handle, String id) {
        return rows.get(handle, id).map(Claims::claim);
    }

    List<Claim> about(Handle handle, Ref subject) {
        return list(handle, "where subject = :value order by ord", subject.toString());
    }

    List<Claim> ofEdition(Handle handle, String edition) {
        return list(handle, "where edition = :value order by ord", edition);
    }

    /** The same metric about the same subject, by another id. */
    List<Claim> rivals(Handle handle, Claim claim) {
        return list(handle, """
                where id <> :value
                  and metric = (select metric from directory_claim where id = :value)
                  and subject = (select subject from directory_claim where id = :value)
                order by ord
                """, claim.id());
    }

    /** The same metric in other editions. */
    List<Claim> elsewhere(Handle handle, Claim claim) {
        return list(handle, """
                where metric = (select metric from directory_claim where id = :value)
                  and edition <> (select edition from directory_claim where id = :value)
                order by edition, ord
                """, claim.id());
    }

    private List<Claim> list(Handle handle, String condition, String value) {
        return handle.createQuery("select body from directory_claim " + condition)
                .bind("value", value)
                .mapTo(String.class)
                .map(rows::read)
                .map(Claims::claim)
                .list();
    }

    Outcome put(Handle handle, Journal journal, FactLine line) {
        if (handle.createQuery("select 1 from directory_edition where id = ?")
                .bind(0, line.edition())
                .mapTo(Integer.class)
                .findOne()
                .isEmpty()) {
            return Outcome.rejected("/edition", "fact.edition", "no such edition; import it first");
        }
        var subject = subject(line);
        var ref = new Ref("fact", line.id());
        return rows.put(
                handle,
                journal,
                line.id(),
                line,
                h -> columns(h, line, subject),
                version -> new Change.FactChanged(ref, line.edition(), version));
    }

    void put(Handle handle, Journal journal, Claim claim) {
        var line = new FactLine(
                claim.id(),
                Optional.of("fact"),
                claim.name(),
                claim.summary(),
                claim.edition(),
                Optional.of(claim.subject().toString()),
                Optional.empty(),
                claim.quantity().value(),
                claim.quantity().unit(),
                claim.quantity().qualifier(),
                claim.doubt(),
                claim.sources());
        if (put(handle, journal, line) instanceof Outcome.Rejected no) {
            throw new Problem(no.code(), 422, no.detail()).at(no.pointer());
        }
    }

    private static void columns(Handle handle, FactLine line, Ref subject) {
        handle.createUpdate("""
                        update directory_claim set subject = :subject, edition = :edition, metric = :metric,
                            ord = case when ord = 0 then (select max(ord) + 1 from directory_claim) else ord end
                        where id = :id
                        """)
                .bind("subject", subject.toString())
                .bind("edition", line.edition())
                .bind(
                        "metric",
                        line.metric()
                                .orElseGet(() -> Names.plain(
                                        line.name().en() + line.name().zh())))
                .bind("id", line.id())
                .execute();
    }

    private static Ref subject(FactLine line) {
        return line.subject().map(Ref::of).orElseGet(() -> new Ref("edition", line.edition()));
    }

    private static Claim claim(FactLine line) {
        return new Claim(
                line.id(),
                subject(line),
                line.edition(),
                line.name(),
                line.summary(),
                new Quantity(line.value(), line.unit(), line.qualifier()),
                line.source(),
                line.doubt());
    }
}
