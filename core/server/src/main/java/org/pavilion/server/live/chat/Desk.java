package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.MessageView;

/** What moderators see of a room's chat. */
final class Desk {
    private static final int WAITING = 100;
    private static final int RECENT = 100;
    private static final int PEOPLE = 100;
    private static final int DECISIONS = 21;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int USUAL_MINUTES = 30;
    private static final int RAID_ALIKE = 5;
    private static final int RAID_TIMES = 4;
    private static final int RAID_FROM = 20;

    private final ChatTools tools;
    private final HeldRows held;
    private final Telling telling;
    private final Pins pins;
    private final Notices notices;
    private final Modes modes;
    private final Marks marks;
    private final Map<Ref, Map<String, Ref>> authors = new ConcurrentHashMap<>();

    Desk(ChatTools tools, HeldRows held, Telling telling, Pins pins, Notices notices, Modes modes, Marks marks) {
        this.tools = tools;
        this.held = held;
        this.telling = telling;
        this.pins = pins;
        this.notices = notices;
        this.modes = modes;
        this.marks = marks;
    }

    ChatDesk chat(Caller reader, Ref room, Language language) {
        return tools.storage().read(handle -> {
            var row = tools.rooms().require(handle, room);
            var now = Instant.now();
            var pinned = Set.copyOf(pins.ids(handle, room));
            var open = Reports.open(handle, room);
            var reports = open.stream().collect(Collectors.toMap(Reports.Open::message, Reports.Open::count));
            var recent = held.recent(handle, room, RECENT);
            var marked = marks.all(
                    handle, room, recent.stream().map(any -> any.message().id()).toList());
            return new ChatDesk(
                    held.waiting(handle, room, WAITING).stream()
                            .map(any -> waiting(handle, reader, any, now, language))
                            .toList(),
                    open.stream()
                            .flatMap(each -> reported(handle, room, each).stream())
                            .toList(),
                    recent.stream()
                            .map(any -> new ChatDesk.Recent(
                                    view(any, marked),
                                    any.state(),
                                    reports.getOrDefault(any.message().id(), 0),
                                    pinned.contains(any.message().id())))
                            .toList(),
                    DeskRows.talkers(handle, room, PEOPLE).stream()
                            .map(talker -> person(room, talker))
                            .toList(),
                    pins.of(handle, room).messages(),
                    notices.now(handle, room, now),
                    modes.view(handle, row),
                    load(handle, room, now));
        });
    }

    private ChatDesk.Held waiting(Handle handle, Caller reader, HeldRows.Any any, Instant now, Language language) {
        var claim = any.claimedUntil()
                .filter(now::isBefore)
                .flatMap(until -> any.claimedBy()
                        .map(by -> new ChatDesk.Claim(
                                by.equals(reader.ref()) ? "" : name(handle, by, language),
                                by.equals(reader.ref()),
                                until)));
        return new ChatDesk.Held(view(any, Map.of()), any.reason().orElse(Holds.SPAM), any.score(), any.due(), claim);
    }

    String name(Handle handle, Ref moderator, Language language) {
        var kind = moderator.type().equals("account") ? Caller.Kind.PERSON : Caller.Kind.OPERATOR;
        return tools.names().of(handle, new Caller(moderator, kind, Set.of("pub")), true, language);
    }

    private MessageView view(HeldRows.Any any, Map<String, Map<String, Integer>> marked) {
        return telling.view(
                any.message(), any.state(), marked.getOrDefault(any.message().id(), Map.of()));
    }

    private Optional<ChatDesk.Reported> reported(Handle handle, Ref room, Reports.Open open) {
        return held.get(handle, room, open.message())
                .filter(any -> any.state().equals("visible") || any.held())
                .map(any -> new ChatDesk.Reported(view(any, Map.of()), open.count(), open.reasons(), open.at()));
    }

    private ChatDesk.Person person(Ref room, DeskRows.Talker talker) {
        return new ChatDesk.Person(
                tools.pseudonyms().of(room, talker.author()),
                talker.name(),
                talker.role(),
                talker.messages(),
                talker.removed(),
                talker.held(),
                talker.last(),
                capped(room, talker.author()));
    }

    private boolean capped(Ref room, Ref author) {
        return !tools.speaks(room, author);
    }

    private static ChatDesk.Load load(Handle handle, Ref room, Instant now) {
        int said = DeskRows.said(handle, room, now.minus(MINUTE), now);
        var before = now.minus(MINUTE);
        int usual =
                DeskRows.said(handle, room, before.minus(MINUTE.multipliedBy(USUAL_MINUTES)), before) / USUAL_MINUTES;
        int alike = DeskRows.alike(handle, room, before);
        var waits = DeskRows.waits(handle, room, DECISIONS).stream().sorted().toList();
        boolean crowd = said >= RAID_FROM && said >= RAID_TIMES * Math.max(1, usual);
        return new ChatDesk.Load(
                said,
                usual,
                DeskRows.held(handle, room, before),
                alike,
                crowd && alike >= RAID_ALIKE,
                waits.isEmpty() ? 0 : (int) (waits.get(waits.size() / 2) / 1_000));
    }

    /** Who is behind a pseudonym: somebody who talked in this room. */
    Ref author(Ref room, String pseudonym) {
        var known = authors.getOrDefault(room, Map.of()).get(pseudonym);
        if (known != null) {
            return known;
        }
        var all = tools.storage().read(handle -> DeskRows.authors(handle, room)).stream()
                .collect(Collectors.toUnmodifiableMap(
                        author -> tools.pseudonyms().of(room, author), author -> author, (one, other) -> one));
        authors.put(room, all);
        return Optional.ofNullable(all.get(pseudonym)).orElseThrow(() -> Problem.notFound("this person"));
    }
}
