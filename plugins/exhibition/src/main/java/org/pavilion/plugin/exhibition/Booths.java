package org.pavilion.plugin.exhibition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** Reads the booths of all editions. */
final class Booths {

    Optional<Booth> find(Handle h, String id) {
        return read(h, new Where().and("id = :id", "id", id), "").stream().findFirst();
    }

    /** All booths of an edition, real ones first, then by id. */
    List<Booth> of(Handle h, String edition) {
        return read(h, BoothFilter.ALL.in(edition).where(), "");
    }

    /** Real booths first, then by id, which never changes and which the cursor holds. */
    Slice<Booth> slice(Handle h, BoothFilter filter, Optional<Cursor> after, int limit) {
        var where = filter.where();
        after.ifPresent(cursor -> where.and("synthetic >= :part", "part", cursor.synthetic())
                .and("(synthetic > :part or id > :key)", "key", cursor.key()));
        return Slice.of(
                read(h, where, " limit " + (limit + 1)), limit, booth -> Cursor.write(booth.synthetic(), booth.id()));
    }

    int count(Handle h, BoothFilter filter) {
        var where = filter.where();
        return h.createQuery("select count(*) from exhibition_booth" + where)
                .bindMap(where.bound())
                .mapTo(Integer.class)
                .one();
    }

    List<String> ids(Handle h) {
        return h.createQuery("select id from exhibition_booth")
                .mapTo(String.class)
                .list();
    }

    /** Ids of editions that have booths or zones. */
    List<String> editions(Handle h) {
        return h.createQuery("select edition from exhibition_booth union select edition from exhibition_zone")
                .mapTo(String.class)
                .list();
    }

    /** Changes whenever a zone or booth of the edition does, comes or goes, or an item that some booth shows. */
    long planVersion(Handle h, String edition) {
        return h.createQuery("""
                        select coalesce(sum(version + changed_at), 0) from (
                          select version, changed_at from exhibition_booth where edition = :edition
                          union all select version, changed_at from exhibition_zone where edition = :edition
                          union all select version, changed_at from exhibition_item) versions""").bind("edition", edition).mapTo(Long.class).one();
    }

    private static List<Booth> read(Handle h, Where where, String limit) {
        var rows = h.createQuery("select * from exhibition_booth" + where + " order by synthetic, id" + limit)
                .bindMap(where.bound())
                .map((rs, context) -> row(rs))
                .list();
        var labels = Attachments.labels(h, "booth", rows.stream().map(Booth::id).toList());
        return rows.stream().map(row -> complete(row, labels)).toList();
    }

    private static Booth complete(Booth row, Attachments.Labels labels) {
        return new Booth(
                row.id(),
                row.edition(),
                row.exhibitor(),
                row.name(),
                row.pitch(),
                row.zone(),
                row.code(),
                row.synthetic(),
                row.derived(),
                labels.of(row.id(), Attachments.FIELD),
                labels.of(row.id(), Attachments.TAG),
                row.version());
    }

    static Ref ref(String id) {
        return new Ref("booth", id);
    }

    private static Booth row(ResultSet rs) throws SQLException {
        return new Booth(
                rs.getString("id"),
                rs.getString("edition"),
                Optional.ofNullable(rs.getString("exhibitor")),
                new Text(rs.getString("name_zh"), rs.getString("name_en")),
                new Text(rs.getString("pitch_zh"), rs.getString("pitch_en")),
                Optional.ofNullable(rs.getString("zone")),
                rs.getString("code"),
                rs.getInt("synthetic") == 1,
                rs.getInt("derived") == 1,
                List.of(),
                List.of(),
                rs.getLong("version"));
    }
}
