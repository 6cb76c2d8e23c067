package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Outcome;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** Innovation platforms of all editions. */
final class Platforms {
    private static final String BUILDER = "builder";

    private final Links links;

    Platforms(Links links) {
        this.links = links;
    }

    Optional<Platform> find(Handle h, String id) {
        return read(h, new Where().and("id = :id", "id", id)).stream().findFirst();
    }

    /** The platforms of an edition, or of all, real ones first. */
    List<Platform> of(Handle h, Optional<String> edition) {
        return read(h, new Where().and("edition = :edition", "edition", edition));
    }

    List<String> ids(Handle h) {
        return h.createQuery("select id from exhibition_platform")
                .mapTo(String.class)
                .list();
    }

    private static List<Platform> read(Handle h, Where where) {
        var rows = h.createQuery("select * from exhibition_platform" + where + " order by synthetic, edition desc, id")
                .bindMap(where.bound())
                .map((rs, context) -> new Platform(
                        rs.getString("id"),
                        rs.getString("edition"),
                        rs.getString("platform_type"),
                        new Text(rs.getString("name_zh"), rs.getString("name_en")),
                        new Text(rs.getString("summary_zh"), rs.getString("summary_en")),
                        List.of(),
                        Optional.ofNullable(rs.getString("unveiled")),
                        Optional.ofNullable(rs.getString("doubt")),
                        rs.getInt("synthetic") == 1,
                        List.of(),
                        rs.getLong("version")))
                .list();
        var labels = Attachments.labels(
                h, "platform", rows.stream().map(Platform::id).toList());
        return rows.stream().map(row -> complete(h, row, labels)).toList();
    }

    private static Platform complete(Handle h, Platform row, Attachments.Labels labels) {
        return new Platform(
                row.id(),
                row.edition(),
                row.type(),
                row.name(),
                row.summary(),
                labels.of(row.id(), BUILDER),
                row.unveiled(),
                row.doubt(),
                row.synthetic(),
                Attachments.sources(h, row.ref()),
                row.version());
    }

    Outcome put(Handle h, Journal journal, PlatformLine line) {
        var digest = Digest.of(line);
        var before = h.createQuery("select digest from exhibition_platform where id = ?")
                .bind(0, line.id())
                .mapTo(String.class)
                .findOne();
        if (before.filter(digest::equals).isPresent()) {
            return Outcome.same();
        }
        var ref = new Ref("platform", line.id());
        h.createUpdate("""
                        insert into exhibition_platform(id, edition, platform_type, name_zh, name_en, summary_zh,
                          summary_en, unveiled, doubt, synthetic, digest, version, changed_at)
                        values (:id, :edition, :type, :nameZh, :nameEn, :summaryZh, :summaryEn, :unveiled, :doubt,
                          :synthetic, :digest, 1, :now)
                        on conflict (id) do update set edition = excluded.edition,
                          platform_type = excluded.platform_type, name_zh = excluded.name_zh,
                          name_en = excluded.name_en, summary_zh = excluded.summary_zh,
                          summary_en = excluded.summary_en, unveiled = excluded.unveiled, doubt = excluded.doubt,
                          synthetic = excluded.synthetic, digest = excluded.digest,
                          version = exhibition_platform.version + 1, changed_at = excluded.changed_at""")
                .bind("id", line.id())
                .bind("edition", line.edition())
                .bind("type", line.platformType())
                .bind("nameZh", line.name().zh())
                .bind("nameEn", line.name().en())
                .bind("summaryZh", line.summary().zh())
                .bind("summaryEn", line.summary().en())
                .bind("unveiled", line.unveiled().orElse(null))
                .bind("doubt", line.doubt().orElse(null))
                .bind("synthetic", Zones.flag(line.synthetic()))
                .bind("digest", digest)
                .bind("now", journal.now().toEpochMilli())
                .execute();
        Attachments.labels(h, ref, BUILDER, line.builders());
        Attachments.sources(h, ref, line.source());
        links.renew(h, journal, ref, () -> {
            line.builders().forEach(each -> links.link(h, journal, ref, new Ref("organisation", each), "built-by"));
            line.session().ifPresent(each -> links.link(h, journal, ref, new Ref("session", each), "unveiled-at"));
        });
        journal.append(new PlatformPublished(ref, line.edition()));
        return before.isPresent() ? Outcome.updated() : Outcome.created();
    }
}
