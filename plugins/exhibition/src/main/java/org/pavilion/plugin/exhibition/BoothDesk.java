package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Organisation;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Rooms;
import org.pavilion.api.Text;

/** Everything that opens, changes and closes booths. */
final class BoothDesk {
    private final Booths booths;
    private final Zones zones;
    private final Items items;
    private final Links links;
    private final Rooms rooms;

    BoothDesk(Booths booths, Zones zones, Items items, Links links, Rooms rooms) {
        this.booths = booths;
        this.zones = zones;
        this.items = items;
        this.links = links;
        this.rooms = rooms;
    }

    /** Imports one booth; an imported one takes the place of a derived one of the same exhibitor. */
    Outcome put(Handle h, Journal journal, BoothLine line) {
        var refused = refuse(h, journal, line);
        if (refused.isPresent()) {
            return refused.get();
        }
        var digest = Digest.of(line);
        var before = h.createQuery("select digest from exhibition_booth where id = ?")
                .bind(0, line.id())
                .mapTo(String.class)
                .findOne();
        if (before.filter(digest::equals).isPresent()) {
            return Outcome.same();
        }
        var name = line.name().or(() -> line.exhibitor().map(Text::same)).orElseThrow();
        var booth = new Booth(
                line.id(),
                line.edition(),
                line.exhibitor(),
                name,
                line.pitch().orElse(name),
                line.zone(),
                line.stand().orElseGet(() -> stand(h, line)),
                line.synthetic().orElse(false),
                false,
                line.fields(),
                line.tags(),
                1);
        open(h, journal, booth, digest);
        return before.isPresent() ? Outcome.updated() : Outcome.created();
    }

    private Optional<Outcome> refuse(Handle h, Journal journal, BoothLine line) {
        boolean synthetic = line.synthetic().orElse(false);
        if (line.exhibitor().isEmpty() && (line.name().isEmpty() || !synthetic)) {
            return rejected("/exhibitor", "booth.exhibitor-missing", "a real booth names its exhibitor");
        }
        var stand = line.stand();
        if (stand.filter(code -> !code.matches("[A-Z]{1,2}-[0-9]{3,4}")).isPresent()) {
            return rejected("/stand", "booth.stand-invalid", "a stand is written like B-032");
        }
        var zone = line.zone().flatMap(id -> zones.find(h, id));
        if (line.zone().isPresent()
                && zone.filter(found -> found.edition().equals(line.edition())).isEmpty()) {
            return rejected(
                    "/zone",
                    "zone.unknown",
                    "the edition has no zone " + line.zone().get());
        }
        var letter = zone.map(Zone::letter).orElse(ZoneLetters.GENERAL);
        if (stand.filter(code -> !code.startsWith(letter + "-")).isPresent()) {
            return rejected("/stand", "booth.stand-outside-zone", "stands of this zone begin with " + letter);
        }
        return taken(h, journal, line);
    }

    private Optional<Outcome> taken(Handle h, Journal journal, BoothLine line) {
        var exhibitor = line.exhibitor()
                .flatMap(org -> holder(h, "exhibitor = ?", line.edition(), org))
                .filter(holder -> !holder.id().equals(line.id()));
        if (exhibitor.filter(holder -> !holder.derived()).isPresent()) {
            return Optional.of(Outcome.duplicate(exhibitor.get().ref()));
        }
        exhibitor.ifPresent(derived -> close(h, journal, derived));
        return line.stand()
                .flatMap(code -> holder(h, "code = ?", line.edition(), code))
                .filter(holder -> !holder.id().equals(line.id()))
                .flatMap(holder -> rejected("/stand", "booth.stand-taken", "the stand belongs to " + holder.id()));
    }

    /** The derived booths of an organisation in all editions but these. */
    List<Booth> derivedElsewhere(Handle h, String organisation, List<String> editions) {
        return booths.slice(h, BoothFilter.ALL.exhibitor(organisation), Optional.empty(), 100).entries().stream()
                .filter(booth -> booth.derived() && !editions.contains(booth.edition()))
                .toList();
    }

    /** Takes the booth away and gives its stand free. */
    void close(Handle h, Journal journal, Booth booth) {
        var ref = booth.ref();
        h.execute("delete from exhibition_booth where id = ?", booth.id());
        Attachments.labels(h, ref, Attachments.FIELD, List.of());
        Attachments.labels(h, ref, Attachments.TAG, List.of());
        links.renew(h, journal, ref, () -> {});
        rooms.detach(h, journal, ref);
        journal.append(new BoothClosed(ref, booth.edition()));
    }

    private Optional<Booth> holder(Handle h, String condition, String edition, String value) {
        return h.createQuery("select id from exhibition_booth where edition = ? and " + condition)
                .bind(0, edition)
                .bind(1, value)
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> booths.find(h, id));
    }

    private static Optional<Outcome> rejected(String pointer, String code, String detail) {
        return Optional.of(Outcome.rejected(pointer, code, detail));
    }

    /** Opens the booth of a directory organisation in an edition, or moves it into the zone that became known. */
    void derive(Handle h, Journal journal, Organisation organisation, String edition) {
        var zone = items.zonesOf(h, organisation.id(), edition).stream()
                .filter(id -> zones.find(h, id)
                        .filter(found -> found.edition().equals(edition))
                        .isPresent())
                .findFirst();
        var standing = holder(h, "exhibitor = ?", edition, organisation.id());
        if (standing.isPresent()) {
            var booth = standing.get();
            boolean moves = booth.derived() && booth.zone().isEmpty() && zone.isPresent();
            if (moves) {
                open(h, journal, derived(h, booth.id(), organisation, edition, zone), "");
            } else {
                rename(h, journal, booth.id(), organisation);
            }
            return;
        }
        var id = "b-" + plain(edition, "ed-") + "-" + plain(organisation.id(), "org-");
        open(h, journal, derived(h, id, organisation, edition, zone), "");
    }

    private Booth derived(Handle h, String id, Organisation organisation, String edition, Optional<String> zone) {
        return new Booth(
                id,
                edition,
                Optional.of(organisation.id()),
                organisation.name(),
                organisation.summary(),
                zone,
                freeCode(h, edition, zone),
                false,
                true,
                List.of(),
                List.of(),
                1);
    }

    /** Gives the booth its exhibitor's current name, and its summary while the booth has no pitch of its own. */
    void rename(Handle h, Journal journal, String id, Organisation organisation) {
        var found = booths.find(h, id);
        if (found.isEmpty() || found.get().name().equals(organisation.name())) {
            return;
        }
        var booth = found.get();
        var pitch = booth.pitch().equals(booth.name()) ? organisation.summary() : booth.pitch();
        h.execute(
                "update exhibition_booth set name_zh = ?, name_en = ?, pitch_zh = ?, pitch_en = ?,"
                        + " version = version + 1, changed_at = ? where id = ?",
                organisation.name().zh(),
                organisation.name().en(),
                pitch.zh(),
                pitch.en(),
                journal.now().toEpochMilli(),
                id);
        journal.append(new BoothChanged(booth.ref(), booth.edition(), booth.version() + 1));
    }

    /** The stand that the booth has already, if it lies in the zone of the line; else a free one. */
    private String stand(Handle h, BoothLine line) {
        var letter =
                line.zone().flatMap(id -> zones.find(h, id)).map(Zone::letter).orElse(ZoneLetters.GENERAL);
        return booths.find(h, line.id())
                .map(Booth::code)
                .filter(code -> code.startsWith(letter + "-"))
                .orElseGet(() -> freeCode(h, line.edition(), line.zone()));
    }

    private String freeCode(Handle h, String edition, Optional<String> zone) {
        var letter = zone.flatMap(id -> zones.find(h, id)).map(Zone::letter).orElse(ZoneLetters.GENERAL);
        var last = h.createQuery("select code from exhibition_booth where edition = ? and code like ?"
                        + " order by length(code) desc, code desc limit 1")
                .bind(0, edition)
                .bind(1, letter + "-%")
                .mapTo(String.class)
                .findOne();
        int number = last.map(code -> Integer.parseInt(code.substring(letter.length() + 1)))
                .orElse(0);
        return "%s-%03d".formatted(letter, number + 1);
    }

    private static String plain(String id, String prefix) {
        return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    private void open(Handle h, Journal journal, Booth booth, String digest) {
        h.createUpdate("""
                        insert into exhibition_booth(id, edition, exhibitor, name_zh, name_en, pitch_zh, pitch_en, zone,
                          code, synthetic, derived, digest, version, changed_at)
                        values (:id, :edition, :exhibitor, :nameZh, :nameEn, :pitchZh, :pitchEn, :zone, :code,
                          :synthetic, :derived, :digest, 1, :now)
                        on conflict (id) do update set edition = excluded.edition, exhibitor = excluded.exhibitor,
                          name_zh = excluded.name_zh, name_en = excluded.name_en, pitch_zh = excluded.pitch_zh,
                          pitch_en = excluded.pitch_en, zone = excluded.zone, code = excluded.code,
                          synthetic = excluded.synthetic, derived = excluded.derived,
                          digest = case when excluded.digest = '' then exhibition_booth.digest else excluded.digest end,
                          version = exhibition_booth.version + 1, changed_at = excluded.changed_at""")
                .bind("id", booth.id())
                .bind("edition", booth.edition())
                .bind("exhibitor", booth.exhibitor().orElse(null))
                .bind("nameZh", booth.name().zh())
                .bind("nameEn", booth.name().en())
                .bind("pitchZh", booth.pitch().zh())
                .bind("pitchEn", booth.pitch().en())
                .bind("zone", booth.zone().orElse(null))
                .bind("code", booth.code())
                .bind("synthetic", booth.synthetic() ? 1 : 0)
                .bind("derived", booth.derived() ? 1 : 0)
                .bind("digest", digest)
                .bind("now", journal.now().toEpochMilli())
                .execute();
        var ref = booth.ref();
        Attachments.labels(h, ref, Attachments.FIELD, booth.fields());
        Attachments.labels(h, ref, Attachments.TAG, booth.tags());
        links.renew(
                h,
                journal,
                ref,
                () -> booth.exhibitor()
                        .ifPresent(org -> links.link(h, journal, ref, new Ref("organisation", org), "booth-of")));
        new ShownAt(links).booth(h, journal, booth.id());
        journal.append(new BoothPublished(ref, booth.edition(), booth.exhibitor(), booth.code()));
    }

    /** Changes a booth that still has {@code version}; else {@code booth.version-conflict} (412). */
    Booth edit(Handle h, Journal journal, String id, long version, BoothEdit edit) {
        var booth = booths.find(h, id).orElseThrow(() -> Problem.notFound("booth " + id));
        var pitch = edit.pitch().orElse(booth.pitch());
        int changed = h.execute(
                "update exhibition_booth set pitch_zh = ?, pitch_en = ?, version = version + 1, changed_at = ?"
                        + " where id = ? and version = ?",
                pitch.zh(),
                pitch.en(),
                journal.now().toEpochMilli(),
                id,
                version);
        if (changed == 0) {
            throw new Problem("booth.version-conflict", 412, "somebody changed the booth since version " + version);
        }
        edit.fields().ifPresent(fields -> Attachments.labels(h, booth.ref(), Attachments.FIELD, fields));
        edit.tags().ifPresent(tags -> Attachments.labels(h, booth.ref(), Attachments.TAG, tags));
        journal.append(new BoothChanged(booth.ref(), booth.edition(), version + 1));
        return booths.find(h, id).orElseThrow();
    }
}
