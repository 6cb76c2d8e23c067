package org.pavilion.plugin.exhibition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Outcome;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/** The zones of all editions. */
final class Zones {
    private static final String SELECT = "select * from exhibition_zone";
    private static final String ORDER = " order by synthetic, length(letter), letter";

    private final Links links;

    Zones(Links links) {
        this.links = links;
    }

    Optional<Zone> find(Handle h, String id) {
        return h.createQuery(SELECT + " where id = ?")
                .bind(0, id)
                .map((rs, context) -> zone(rs, Attachments.sources(h, new Ref("zone", id))))
                .findOne();
    }

    /** The zones of an edition, real ones first. */
    List<Zone> of(Handle h, String edition) {
        return h.createQuery(SELECT + " where edition = ?" + ORDER)
                .bind(0, edition)
                .map((rs, context) -> zone(rs, List.of()))
                .list();
    }

    List<String> ids(Handle h) {
        return h.createQuery("select id from exhibition_zone")
                .mapTo(String.class)
                .list();
    }

    Outcome put(Handle h, Journal journal, ZoneLine line) {
        return put(h, journal, line, Optional.empty());
    }

    /** Stores a zone under the letter it had elsewhere, unless another zone of its edition bears it. */
    Outcome put(Handle h, Journal journal, ZoneLine line, Optional<String> wanted) {
        var digest = Digest.of(line);
        var before = h.createQuery("select digest from exhibition_zone where id = ?")
                .bind(0, line.id())
                .mapTo(String.class)
                .findOne();
        if (before.filter(digest::equals).isPresent()) {
            return Outcome.same();
        }
        var ref = new Ref("zone", line.id());
        h.createUpdate("""
                        insert into exhibition_zone(id, edition, letter, name_zh, name_en, summary_zh, summary_en, host,
                          part_of, is_virtual, grid_rows, grid_cols, synthetic, digest, version, changed_at)
                        values (:id, :edition, :letter, :nameZh, :nameEn, :summaryZh, :summaryEn, :host, :partOf,
                          :virtual, :rows, :cols, :synthetic, :digest, 1, :now)
                        on conflict (id) do update set edition = excluded.edition, name_zh = excluded.name_zh,
                          name_en = excluded.name_en, summary_zh = excluded.summary_zh,
                          summary_en = excluded.summary_en, host = excluded.host, part_of = excluded.part_of,
                          is_virtual = excluded.is_virtual, grid_rows = excluded.grid_rows,
                          grid_cols = excluded.grid_cols, synthetic = excluded.synthetic, digest = excluded.digest,
                          version = exhibition_zone.version + 1, changed_at = excluded.changed_at""")
                .bind("id", line.id())
                .bind("edition", line.edition())
                .bind("letter", letter(h, line, wanted))
                .bind("nameZh", line.name().zh())
                .bind("nameEn", line.name().en())
                .bind("summaryZh", line.summary().zh())
                .bind("summaryEn", line.summary().en())
                .bind("host", line.host().orElse(null))
                .bind("partOf", line.partOf().orElse(null))
                .bind("virtual", flag(line.virtual()))
                .bind("rows", line.grid().map(ZoneLine.Grid::rows).orElse(0))
                .bind("cols", line.grid().map(ZoneLine.Grid::cols).orElse(0))
                .bind("synthetic", flag(line.synthetic()))
                .bind("digest", digest)
                .bind("now", journal.now().toEpochMilli())
                .execute();
        Attachments.sources(h, ref, line.source());
        links.renew(
                h,
                journal,
                ref,
                () -> line.host()
                        .ifPresent(host -> links.link(h, journal, ref, new Ref("organisation", host), "hosted-by")));
        journal.append(new ZonePublished(ref, line.edition()));
        return before.isPresent() ? Outcome.updated() : Outcome.created();
    }

    /** A zone keeps its letter; a new one gets the wanted or the first that its edition has not given away. */
    private static String letter(Handle h, ZoneLine line, Optional<String> wanted) {
        var kept = h.createQuery("select letter from exhibition_zone where id = ? and edition = ?")
                .bind(0, line.id())
                .bind(1, line.edition())
                .mapTo(String.class)
                .findOne();
        return kept.orElseGet(() -> {
            var taken = h.createQuery("select letter from exhibition_zone where edition = ?")
                    .bind(0, line.edition())
                    .mapTo(String.class)
                    .set();
            if (wanted.filter(letter -> !taken.contains(letter)).isPresent()) {
                return wanted.get();
            }
            int index = 0;
            while (taken.contains(ZoneLetters.of(index))) {
                index++;
            }
            return ZoneLetters.of(index);
        });
    }

    static int flag(Optional<Boolean> value) {
        return value.orElse(false) ? 1 : 0;
    }

    private static Zone zone(ResultSet rs, List<Source> sources) throws SQLException {
        return new Zone(
                rs.getString("id"),
                rs.getString("edition"),
                rs.getString("letter"),
                new Text(rs.getString("name_zh"), rs.getString("name_en")),
                new Text(rs.getString("summary_zh"), rs.getString("summary_en")),
                Optional.ofNullable(rs.getString("host")),
                Optional.ofNullable(rs.getString("part_of")),
                rs.getInt("is_virtual") == 1,
                rs.getInt("grid_rows") * rs.getInt("grid_cols"),
                rs.getInt("synthetic") == 1,
                sources,
                rs.getLong("version"));
    }
}
