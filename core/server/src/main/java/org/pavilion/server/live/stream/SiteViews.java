package org.pavilion.server.live.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.live.room.Chapters;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.room.SiteRow;
import org.pavilion.server.live.room.Sites;
import org.pavilion.server.live.view.StreamDesk;
import org.pavilion.server.live.view.StreamView;
import org.pavilion.server.live.view.StreamView.CaptionView;
import org.pavilion.server.live.view.StreamView.SiteView;
import org.pavilion.server.live.view.StreamView.Stretch;

/** What is told of a room's pictures, to viewers and to those who run the room. */
final class SiteViews {
    private static final int RATES = 40;
    private static final int REMEMBERED = 500;
    private static final Pattern CAPTIONS = Pattern.compile("captions\\.([a-z]{2})\\.vtt");

    private final RoomStore rooms;
    private final Shows shows;
    private final Watch watch;
    private final Cues cues;

    /** A recording does not change once its session is over. */
    private final Map<Taken, List<Stretch>> taken = new ConcurrentHashMap<>();

    SiteViews(RoomStore rooms, Shows shows, Watch watch, Cues cues) {
        this.rooms = rooms;
        this.shows = shows;
        this.watch = watch;
        this.cues = cues;
    }

    private record Taken(Track track, Instant over) {}

    Optional<StreamView> view(Handle handle, RoomRow room) {
        var spec = rooms.spec(room);
        var sites = Sites.of(handle, room, spec).stream()
                .filter(SiteRow::shows)
                .map(site -> site(handle, room, site))
                .toList();
        if (sites.isEmpty()) {
            return Optional.empty();
        }
        var main = sites.getFirst();
        var segments = Segments.of(handle, room.id());
        return Optional.of(new StreamView(
                state(room.phaseNow()),
                "hls",
                main.src(),
                main.poster(),
                segments.last().map(Segments.Segment::startedAt),
                segments.last().map(Segments.Segment::offsetMs).orElse(0L),
                Shows.over(room) ? Optional.of(segments.length(room.phaseAt())) : Optional.empty(),
                Chapters.views(handle, room.id(), spec),
                main.captions(),
                sites));
    }

    private static String state(Phase phase) {
        return switch (phase) {
            case SCHEDULED, LOBBY -> "scheduled";
            case LIVE -> "live";
            case PAUSED -> "paused";
            case AFTERGLOW -> "ended";
            case REPLAY, ARCHIVED -> "replay";
        };
    }

    private SiteView site(Handle handle, RoomRow room, SiteRow site) {
        var own = "/api/live/rooms/" + room.id();
        boolean over = Shows.over(room);
        boolean outside = site.kind().equals(SiteRow.ELSEWHERE);
        return new SiteView(
                site.site(),
                label(site),
                site.kind(),
                over ? "recorded" : state(site),
                source(room.id(), site),
                outside ? Optional.empty() : Optional.of(own + "/stream/poster.png"),
                over && site.kind().equals(SiteRow.ENCODER) ? stretches(handle, room, site.site()) : List.of(),
                over && !outside ? captions(handle, room.id(), site) : List.of());
    }

    private static Text label(SiteRow site) {
        if (!site.labelZh().isEmpty() || !site.labelEn().isEmpty()) {
            return new Text(site.labelZh(), site.labelEn());
        }
        return site.site().equals(SiteRow.MAIN) ? new Text("主会场", "Main site") : new Text("第二会场", "Second site");
    }

    private String state(SiteRow site) {
        return site.kind().equals(SiteRow.ENCODER)
                ? watch.state(site.room(), site.site()).name().toLowerCase(Locale.ROOT)
                : "receiving";
    }

    private static String source(Ref room, SiteRow site) {
        var own = "/api/live/rooms/" + room;
        return switch (site.kind()) {
            case SiteRow.CARD -> own + "/stream/index.m3u8";
            case SiteRow.ENCODER -> own + "/streams/" + site.site() + "/index.m3u8";
            default -> site.address().orElseThrow();
        };
    }

    private List<Stretch> stretches(Handle handle, RoomRow room, String site) {
        var first = shows.first(handle, room.id(), site);
        if (first.isEmpty()) {
            return List.of();
        }
        if (taken.size() > REMEMBERED) {
            taken.clear();
        }
        var key = new Taken(first.get(), room.phaseAt());
        var known = taken.get(key);
        if (known == null) {
            known = shows.recording(handle, room, first.get()).stretches();
            // Between the end of the session and the replay an encoder may still deliver its last pieces.
            if (room.phaseNow() != Phase.AFTERGLOW) {
                taken.put(key, known);
            }
        }
        return known;
    }

    private List<CaptionView> captions(Handle handle, Ref room, SiteRow site) {
        var languages = new LinkedHashSet<>(cues.languages(handle, room));
        if (site.kind().equals(SiteRow.CARD)) {
            languages.addAll(List.of(Language.ZH.tag(), Language.EN.tag()));
        }
        var at = "/api/live/rooms/" + room + (site.kind().equals(SiteRow.CARD) ? "/stream" : "/streams/" + site.site())
                + "/captions.";
        return languages.stream()
                .sorted((a, b) -> b.compareTo(a))
                .map(each -> new CaptionView(each, name(each), at + each + ".vtt"))
                .toList();
    }

    /** A language in its own words. */
    static String name(String language) {
        var own = Locale.of(language);
        return own.getDisplayLanguage(own);
    }

    /** The captions of a site, on the time of its recording. */
    Response captions(Storage storage, Ref room, String site, String file) {
        var named = CAPTIONS.matcher(file);
        if (!named.matches()) {
            throw Problem.notFound("this part of the stream");
        }
        var text = Vtt.write(storage.read(handle -> {
            var row = rooms.require(handle, room);
            var written = cues.cues(handle, room, named.group(1));
            if (!Shows.over(row) || written.isEmpty()) {
                throw Problem.notFound("this part of the stream");
            }
            var stretches = stretches(handle, row, site);
            return written.stream()
                    .map(each -> new Vtt.Cue(
                            Timeline.position(stretches, each.fromMs()),
                            Timeline.position(stretches, each.toMs()),
                            each.text()))
                    .toList();
        }));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Response.stream("text/vtt; charset=utf-8", "", out -> out.write(bytes));
    }

    StreamDesk desk(Handle handle, RoomRow room) {
        var spec = rooms.spec(room);
        var sites = new ArrayList<>(Sites.of(handle, room, spec));
        if (sites.stream().noneMatch(site -> site.site().equals(SiteRow.SECOND))) {
            sites.add(SiteRow.of(room.id(), SiteRow.SECOND, SiteRow.NONE, Optional.empty()));
        }
        return new StreamDesk(
                room.id().toString(),
                spec.title(),
                room.phase(),
                sites.stream().map(site -> desk(handle, room, site)).toList());
    }

    private StreamDesk.Site desk(Handle handle, RoomRow room, SiteRow site) {
        var tracks = Pieces.tracks(handle, room.id(), site.site());
        var kept = Pieces.kept(handle, room.id(), site.site());
        var newest = tracks.stream()
                .map(track -> Pieces.newest(handle, new Track(room.id(), site.site(), track.track()), RATES))
                .toList();
        var renditions = new ArrayList<StreamDesk.Rendition>();
        for (int i = 0; i < tracks.size(); i++) {
            var rates = newest.get(i).reversed().stream().map(Shows::rate).toList();
            renditions.add(new StreamDesk.Rendition(
                    tracks.get(i).track(),
                    tracks.get(i).resolution(),
                    (long) rates.stream().mapToLong(Long::longValue).average().orElse(0),
                    rates));
        }
        return new StreamDesk.Site(
                site.site(),
                site.kind(),
                label(site),
                site.address(),
                site.keyEnd(),
                site.keyAt(),
                site.shows() ? state(site) : "",
                watch.last(room.id(), site.site()),
                newest.stream().mapToLong(SiteViews::missing).sum(),
                kept.bytes(),
                kept.ms(),
                site.shows() ? Optional.of(source(room.id(), site)) : Optional.empty(),
                renditions);
    }

    /** Pieces that the encoder counted between two that came. */
    private static long missing(List<PieceRow> newest) {
        long missing = 0;
        for (int i = 1; i < newest.size(); i++) {
            long apart = newest.get(i - 1).sequence().orElse(0L)
                    - newest.get(i).sequence().orElse(0L);
            missing += Math.max(0, apart - 1);
        }
        return missing;
    }
}
