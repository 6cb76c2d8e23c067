package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;
import org.pavilion.api.Tasks;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.live.room.RoomModule;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.NoticeView;
import org.pavilion.server.live.view.OwnMessages;
import org.pavilion.server.live.view.PersonCard;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.realtime.Tick;

/** The chat of the rooms with all that moderates it. Who calls has been asked for the right before. */
public final class ChatModule implements RoomModule {
    private static final Duration REFUSED_SHOWN = Duration.ofMinutes(30);

    private final ChatTools tools;
    private final Chat chat;
    private final Danmaku danmaku;
    private final Modes modes;
    private final Moderation moderation;
    private final Reports reports;
    private final Pins pins;
    private final Marks marks;
    private final Notices notices;
    private final Desk desk;
    private final People people;
    private final HeldRows held = new HeldRows();
    private final Arrivals arrivals;
    private final Telling telling;
    private final RuleBook words;
    private final Rehearsal rehearsal;

    /** @param reactions kinds of applause */
    public ChatModule(ChatTools tools, Identity identity, Tasks tasks, Danmaku danmaku, List<String> reactions) {
        this.tools = tools;
        this.danmaku = danmaku;
        var messages = new MessageRows();
        var authors = new AuthorRows();
        var modeRows = new ModeRows(tools.json());
        words = new RuleBook(tools.json());
        arrivals = new Arrivals(authors);
        pins = new Pins(tools, messages);
        marks = new Marks(tools, messages);
        telling = new Telling(tools, danmaku, pins, messages, tasks);
        chat = new Chat(
                tools,
                new Gate(tools.access(), authors, modeRows, arrivals, words),
                who -> who.type().equals(Account.TYPE)
                        ? identity.accounts().find(who).map(Account::since)
                        : Optional.empty(),
                telling,
                marks);
        modes = new Modes(tools, modeRows, tasks, reactions);
        moderation = new Moderation(tools, held, messages, telling);
        reports = new Reports(tools, messages, modeRows, moderation);
        notices = new Notices(tools, tasks);
        desk = new Desk(tools, held, telling, pins, notices, modes, marks);
        people = new People(tools, identity, desk);
        rehearsal = new Rehearsal(tools, words);
        tasks.on(Telling.RELEASE, moderation::release);
        tasks.on(Modes.UNLOCK, modes::unlocked);
        tasks.on(Notices.END, room -> notices.changed(Ref.of(room)));
    }

    public Chat chat() {
        return chat;
    }

    public Danmaku danmaku() {
        return danmaku;
    }

    public Modes modes() {
        return modes;
    }

    /** The rules of words, for the moderators' page. */
    public RuleBook words() {
        return words;
    }

    public Rehearsal rehearsal() {
        return rehearsal;
    }

    /** What people said and were called, and what they did with what others said. */
    public PersonalData personalData() {
        return new SaidByPeople(chat, tools.names(), tools.storage());
    }

    @Override
    public String prefix() {
        return "live.message-";
    }

    @Override
    public Map<String, String> state(Handle handle, RoomRow room) {
        var state = new LinkedHashMap<String, String>();
        state.put("modes", tools.json().text(modes.view(handle, room)));
        state.put("pins", tools.json().text(pins.of(handle, room.id())));
        state.put("notice", tools.json().text(new ChatDesk.Notice(notices.now(handle, room.id(), Instant.now()))));
        return state;
    }

    /** Counts of emoji by message, for the tick. */
    record MarkCounts(Map<String, Map<String, Integer>> messages) {}

    @Override
    public Tick tick(Ref room) {
        var latest = marks.latest(room);
        return latest.isEmpty()
                ? Tick.NONE
                : new Tick(Map.of("marks", tools.json().text(new MarkCounts(latest))), Map.of());
    }

    /** Somebody came to listen, or looks at the room. */
    public void came(Ref room, Caller who) {
        arrivals.came(room, who.ref(), Instant.now());
    }

    /** An edition is over, or goes on. */
    public void standsStill(Ref room, boolean over) {
        if (over) {
            people.forget(room);
        } else {
            moderation.release(room.toString());
        }
    }

    public ChatDesk desk(Caller reader, Ref room, Language language) {
        return desk.chat(reader, room, language);
    }

    public PersonCard person(Caller reader, Ref room, String pseudonym, Language language) {
        return people.card(reader, room, pseudonym, language);
    }

    public PersonCard note(Caller by, Ref room, String pseudonym, String text, Language language) {
        return people.note(by, room, pseudonym, text, language);
    }

    public void forget(Ref room, String pseudonym, String note) {
        people.forget(room, pseudonym, note);
    }

    /**
     * Imposes a sanction on somebody who talked in the room.
     *
     * @param wide whether it shall hold in everything the room belongs to
     */
    public Sanction sanction(
            Caller by, Ref room, Ref author, Sanction.Kind kind, boolean wide, String why, int minutes) {
        return people.sanction(by, room, author, kind, wide, why, minutes);
    }

    /** Who is behind a pseudonym of the room. */
    public Ref author(Ref room, String pseudonym) {
        return people.author(room, pseudonym);
    }

    public ChatDesk.Decided approve(Caller by, Ref room, String id) {
        return moderation.approve(by, room, id);
    }

    public ChatDesk.Decided reject(Caller by, Ref room, String id) {
        return moderation.reject(by, room, id);
    }

    public ChatDesk.Claim claim(Caller by, Ref room, String id, Language language) {
        var name = tools.storage().read(handle -> desk.name(handle, by.ref(), language));
        return moderation.claim(by, name, room, id);
    }

    public ChatDesk.Pins pin(Ref room, String id, int place) {
        return pins.pin(room, id, place);
    }

    public ChatDesk.Pins unpin(Ref room, String id) {
        return pins.unpin(room, id);
    }

    public void report(Caller by, Ref room, String id, String reason) {
        reports.report(by, room, id, reason);
    }

    public Map<String, Integer> mark(Caller by, Ref room, String id, String kind, boolean on) {
        return marks.mark(by, room, id, kind, on);
    }

    public NoticeView notice(Ref room, String text, int minutes) {
        return notices.tell(room, text, minutes);
    }

    public void withdraw(Ref room, String notice) {
        notices.withdraw(room, notice);
    }

    /** What concerns the caller alone. */
    public OwnMessages own(Caller caller, Ref room) {
        return tools.storage().read(handle -> {
            tools.rooms().require(handle, room);
            var messages = held.own(handle, room, caller.ref(), Instant.now().minus(REFUSED_SHOWN)).stream()
                    .map(any -> new OwnMessages.Own(telling.view(any.message(), any.state(), Map.of()), any.state()))
                    .toList();
            return new OwnMessages(messages, marks.own(handle, room, caller.ref()));
        });
    }

    /** Whether anything is pinned or told; for the page that works without script. */
    public ChatDesk.Pins pinned(Ref room) {
        return tools.storage().read(handle -> pins.of(handle, room));
    }

    public Optional<NoticeView> notice(Ref room) {
        return tools.storage().read(handle -> notices.now(handle, room, Instant.now()));
    }
}
