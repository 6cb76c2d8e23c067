package org.pavilion.server.live.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Storage;
import org.pavilion.api.StreamSpec;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.SiteRow;
import org.pavilion.server.live.room.Sites;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.SiteDraft;
import org.pavilion.server.live.view.StreamDesk;
import org.pavilion.server.live.view.StreamView;

/** The pictures of rooms: where they come from, what encoders push, what viewers get. */
public final class Streams implements AutoCloseable {
    private static final long LOOK_MS = 1_000;
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final int LONGEST_LABEL = 40;

    private final Storage storage;
    private final RoomStore rooms;
    private final Watch watch;
    private final Ingest ingest;
    private final Shows shows;
    private final CardShow card;
    private final SiteViews views;
    private final Retention retention;
    private volatile IntSupplier days = () -> 0;
    private volatile IntSupplier gigabytes = () -> 0;

    /**
     * Opens the pictures.
     *
     * @param data where pushed pieces are kept
     * @param tell called with a room whose pictures have changed
     */
    public Streams(Storage storage, RoomStore rooms, Cues cues, Path data, InstantSource clock, Consumer<Ref> tell) {
        this.storage = storage;
        this.rooms = rooms;
        var reel = new Reel(data);
        watch = new Watch(clock, tell);
        ingest = new Ingest(storage, rooms, reel, watch);
        shows = new Shows(storage, rooms, reel);
        card = new CardShow(storage, rooms, cues);
        views = new SiteViews(rooms, shows, watch, cues);
        storage.read(Pieces::recent)
                .forEach(each -> watch.remember(each.room(), each.site(), each.at(), each.durationMs()));
        watch.start(LOOK_MS);
        retention = new Retention(storage, reel, () -> days.getAsInt(), () -> gigabytes.getAsInt());
        watch.also(() -> sweep(clock.instant()), SWEEP);
    }

    /** How long recordings are kept and how much of the disk they may take; 0 for no limit. */
    public void keep(IntSupplier forDays, IntSupplier forGigabytes) {
        days = forDays;
        gigabytes = forGigabytes;
    }

    /** A file of the house's own picture. */
    public Response card(Ref room, String file) {
        return card.file(room, file);
    }

    /** The list of a site's renditions, or its captions. */
    public Response file(Ref room, String site, String file, boolean desk) {
        if (file.equals("index.m3u8")) {
            return shows.renditions(room, site, desk);
        }
        return views.captions(storage, room, site, file);
    }

    /** A playlist or piece of a rendition. */
    public Response file(Ref room, String site, String track, String file, boolean desk) {
        return shows.file(new Track(room, site, track), file, desk);
    }

    /** Lets an encoder in that brings the key of the site in its {@code Authorization}; else 401. */
    public void admit(Ref room, String site, Optional<String> authorization) {
        ingest.admit(room, site, authorization);
    }

    /** Takes what an encoder pushes, after {@link #admit}. */
    public void put(Ref room, String site, Optional<String> track, String file, InputStream body) {
        try {
            ingest.put(room, site, PushedName.of(track.orElse(PushedName.ROOT), file), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What viewers are told of the pictures; empty for a room that only talks. */
    public Optional<StreamView> view(Handle handle, RoomRow room) {
        return views.view(handle, room);
    }

    /** The same for those who run the room. */
    public StreamDesk desk(Ref room) {
        return storage.read(handle -> views.desk(handle, rooms.require(handle, room)));
    }

    /** Says what a site shows from now on. */
    public void describe(Ref room, String site, SiteDraft draft) {
        check(site);
        var address = address(draft);
        var zh = label("/labelZh", draft.labelZh());
        var en = label("/labelEn", draft.labelEn());
        var offered = rooms.offered(room);
        storage.write((handle, journal) -> {
            rooms.locked(handle, journal, room, offered);
            Sites.describe(handle, room, site, draft.kind(), zh, en, address.orElse(null));
            changed(handle, journal, room);
            return room;
        });
    }

    private static Optional<String> address(SiteDraft draft) {
        return switch (draft.kind()) {
            case SiteRow.CARD, SiteRow.ENCODER, SiteRow.NONE -> Optional.empty();
            case SiteRow.ELSEWHERE -> Optional.of(playlist(draft.address().orElse("")));
            default -> throw Problem.invalid("/kind", "card, encoder, elsewhere or none is required");
        };
    }

    /** Only browsers go there: this server never asks an address that somebody typed. */
    private static String playlist(String text) {
        try {
            var stripped = text.strip();
            var address = new StreamSpec.External(URI.create(stripped)).hls();
            if (stripped.length() > 1_000 || !address.getHost().matches("[A-Za-z0-9.:\\[\\]-]+")) {
                throw Problem.invalid("/address", "the address of a playlist, without a password");
            }
            return address.toString();
        } catch (IllegalArgumentException | Problem e) {
            throw Problem.invalid("/address", "the http or https address of a playlist, without a password")
                    .causedBy(e);
        }
    }

    private static String label(String pointer, Optional<String> text) {
        var label = text.map(String::strip).orElse("");
        if (label.length() > LONGEST_LABEL) {
            throw Problem.invalid(pointer, "at most " + LONGEST_LABEL + " characters");
        }
        return label.isEmpty() ? "" : Wording.message(label);
    }

    /** A new key for the encoder of a site; the one before is worthless from now on. Nobody can read it again. */
    public String key(Ref room, String site) {
        check(site);
        var key = StreamKeys.fresh();
        storage.write((handle, journal) -> {
            var row = rooms.changing(handle, rooms.stored(handle, room));
            encoder(handle, room, site);
            Sites.key(handle, room, site, StreamKeys.hash(key), key.substring(key.length() - 4), journal.now());
            journal.append(new Change.StreamKeyChanged(room, site, true));
            return row;
        });
        return key;
    }

    /** Takes the key back: nobody can push any more. */
    public void revoke(Ref room, String site) {
        check(site);
        storage.write((handle, journal) -> {
            encoder(handle, room, site);
            Sites.key(handle, room, site, null, null, journal.now());
            journal.append(new Change.StreamKeyChanged(room, site, false));
            return room;
        });
    }

    private static void encoder(Handle handle, Ref room, String site) {
        if (Sites.find(handle, room, site)
                .filter(row -> row.kind().equals(SiteRow.ENCODER))
                .isEmpty()) {
            throw new Problem("stream.no-encoder", 409, "Choose an own encoder for this site first");
        }
    }

    private void changed(Handle handle, Journal journal, Ref room) {
        var row = rooms.stored(handle, room);
        rooms.align(handle, row, journal.now());
        journal.append(new Change.RoomChanged(room, row.rev()));
    }

    static void check(String site) {
        if (!site.equals(SiteRow.MAIN) && !site.equals(SiteRow.SECOND)) {
            throw Problem.notFound("this site");
        }
    }

    /** Lets go of old pieces, as far as the limits of {@link #keep} say; returns how many went. */
    public int sweep(Instant now) {
        return retention.sweep(now);
    }

    @Override
    public void close() {
        watch.close();
    }
}
