package org.pavilion.server.live;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Inquiry;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Language;
import org.pavilion.api.Notices;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Room;
import org.pavilion.api.RoomSource;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Rooms;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Spoken;
import org.pavilion.api.Storage;
import org.pavilion.api.Survey;
import org.pavilion.api.Tasks;
import org.pavilion.api.Utterance;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.live.chat.Chat;
import org.pavilion.server.live.chat.ChatModule;
import org.pavilion.server.live.chat.ChatTools;
import org.pavilion.server.live.chat.Danmaku;
import org.pavilion.server.live.chat.Recollection;
import org.pavilion.server.live.poll.PollChange;
import org.pavilion.server.live.poll.Polls;
import org.pavilion.server.live.poll.VotedByPeople;
import org.pavilion.server.live.question.AskedByPeople;
import org.pavilion.server.live.question.QuestionChange;
import org.pavilion.server.live.question.Questions;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Nicknames;
import org.pavilion.server.live.room.Once;
import org.pavilion.server.live.room.Pseudonyms;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Sites;
import org.pavilion.server.live.room.Step;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.stream.Cues;
import org.pavilion.server.live.stream.Streams;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.MessageList;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.live.view.NoticeView;
import org.pavilion.server.live.view.OwnMessages;
import org.pavilion.server.live.view.ReplayBucket;
import org.pavilion.server.live.view.RoomList;
import org.pavilion.server.live.view.RoomState;
import org.pavilion.server.live.view.RoomView;
import org.pavilion.server.live.view.WordBook;
import org.pavilion.server.realtime.Peer;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.settings.Limit;

/** The live rooms of the house. */
public final class LiveRooms implements Rooms, AutoCloseable {
    private final Storage storage;
    private final JsonText json;
    private final Identity identity;
    private final RoomStore rooms;
    private final RoomTopics feed;
    private final Nicknames names;
    private final Reactions reactions;
    private final ChatModule talk;
    private final WordDesk words;
    private final Chat chat;
    private final RoomReader reader;
    private final Recollection recollection;
    private final Replay replay;
    private final Streams streams;
    private final SaidSearch said;
    private final Cues cues;
    private final Pictures pictures;
    private final Questions questions;
    private final Polls polls;
    private final RoomQuestions asking;
    private final RoomPolls polling;
    private volatile @Nullable Notices notices;
    private final Doors doors;
    private final Set<String> origins = ConcurrentHashMap.newKeySet();

    /**
     * Opens the rooms over the core's own storage.
     *
     * @param epoch of the store, see {@link Realtime}
     * @param recordings directory of what encoders push
     */
    public LiveRooms(
            Storage storage,
            DomainEvents events,
            Tasks tasks,
            JsonText json,
            Identity identity,
            Realtime realtime,
            ExpoDirectory directory,
            String epoch,
            Path recordings) {
        Change.publish(events);
        this.storage = storage;
        this.json = json;
        this.identity = identity;
        rooms = new RoomStore(storage, json, tasks, directory::frozen);
        feed = new RoomTopics(storage, json, realtime, identity, () -> epoch);
        var pseudonyms = new Pseudonyms(storage);
        names = new Nicknames(storage, identity.accounts()::name);
        reactions = new Reactions(storage);
        var danmaku = new Danmaku(feed, System::currentTimeMillis);
        var tools = new ChatTools(storage, json, rooms, names, pseudonyms, identity, feed);
        talk = new ChatModule(tools, identity, tasks, danmaku, Reactions.KINDS);
        chat = talk.chat();
        words = new WordDesk(storage, identity, talk);
        cues = new Cues(storage, json, rooms, feed);
        streams = new Streams(storage, rooms, cues, recordings, InstantSource.system(), this::tellState);
        reader = new RoomReader(
                storage, rooms, reactions, names, pseudonyms, identity, feed, talk.modes(), () -> epoch, streams);
        recollection = new Recollection(rooms, chat.rows());
        replay = new Replay(storage, rooms, chat, reactions);
        QuestionChange.publish(events);
        PollChange.publish(events);
        var screening = new WordScreening(storage, talk.words());
        var follow = new Aftermath(identity, rooms, screening, this::notices);
        questions = new Questions(storage, json, rooms, names, pseudonyms, identity, feed, follow);
        polls = new Polls(storage, json, tasks, rooms, feed, screening);
        asking = new RoomQuestions(identity, questions);
        polling = new RoomPolls(identity, polls);
        said = new SaidSearch(storage, rooms, chat.rows(), cues, questions::shown);
        pictures = new PictureDesk(identity, streams, cues, said);
        doors = new Doors(this, storage, events, rooms, identity, feed, InstantSource.system());
        storage.read(rooms.rows()::all).forEach(this::remember);
        origins.addAll(storage.read(Sites::origins));
        feed.open(new RoomTopics.Parts(
                rooms, reader, chat, reactions, danmaku, List.of(talk, cues, questions, polls), talk::came));
        tasks.on(RoomStore.ADVANCE, rooms::advance);
        listen(events);
        directory.whenFrozen(this::stopOrGoOn);
        new LiveCommands(this).register(realtime);
        new ChatCommands(this, talk, realtime).register();
        identity.personalData("core/live", talk.personalData());
        new QuestionCommands(this).register(realtime);
        identity.personalData("core/questions", new AskedByPeople(questions));
        identity.personalData("core/polls", new VotedByPeople(polls));
    }

    /** Steps may be taken in anybody's transaction; the log says when they are durable. */
    private void listen(DomainEvents events) {
        events.on("live.phase-changed.v1", Change.PhaseChanged.class, DomainEvents.each((room, change) -> {
            var body = json.text(new RoomStore.PhaseView(change.phase()));
            feed.publish(room, change.rev(), RoomStore.PHASE_EVENT, body);
            polls.close(room);
            questions.close(room);
            tellState(room);
        }));
        events.on(
                "live.room-changed.v1", Change.RoomChanged.class, DomainEvents.each((room, change) -> tellState(room)));
        events.on(
                "live.modes-changed.v1",
                Change.ModesChanged.class,
                DomainEvents.each((room, change) -> tellState(room)));
    }

    /** The rooms of a frozen edition stand still; of one that opens again they take the steps they missed. */
    private void stopOrGoOn(String edition, boolean over) {
        for (var room : storage.read(handle -> rooms.of(handle, edition))) {
            if (!over) {
                rooms.advance(room.id().toString());
            }
            talk.standsStill(room.id(), over);
            tellState(room.id());
        }
    }

    private void tellState(Ref room) {
        storage.read(handle -> rooms.rows().get(handle, room)).ifPresent(this::remember);
        origins.addAll(storage.read(Sites::origins));
        if (feed.online(room) > 0) {
            feed.state(RoomTopics.PREFIX + room).forEach((key, value) -> feed.state(room, key, value));
        }
    }

    private void remember(RoomRow room) {
        rooms.spec(room).origin().ifPresent(origins::add);
    }

    @Override
    public Room attach(Handle handle, Journal journal, Ref target, RoomSpec spec) {
        return rooms.attach(handle, journal, target, spec);
    }

    @Override
    public Room attach(Ref target, RoomSpec spec) {
        return storage.write((handle, journal) -> rooms.attach(handle, journal, target, spec));
    }

    @Override
    public void detach(Handle handle, Journal journal, Ref target) {
        rooms.archive(handle, journal, target);
    }

    @Override
    public Optional<Room> of(Ref target) {
        return storage.read(handle -> rooms.find(handle, target)).map(rooms::view);
    }

    @Override
    public void offer(String type, RoomSource source) {
        rooms.offer(type, source);
    }

    /** Ends an offer, when the plugin that made it goes. */
    public void withdraw(String type, RoomSource source) {
        rooms.withdraw(type, source);
    }

    @Override
    public void recall(Handle handle, Journal journal, Ref target, List<Utterance> said) {
        recollection.lay(handle, journal, target, said);
    }

    @Override
    public void recall(Handle handle, Journal journal, Ref target, List<Inquiry> asked, List<Survey> held) {
        questions.recall(handle, journal, target, asked);
        polls.recall(handle, journal, target, held);
    }

    @Override
    public void caption(Handle handle, Journal journal, Ref target, List<Spoken> said) {
        cues.lay(handle, journal, target, said);
    }

    /** The room for a page; empty when there is none. */
    public Optional<RoomView> room(Ref id, Caller caller, Language language) {
        talk.came(id, caller);
        return reader.room(id, caller, language);
    }

    /** Rooms that have a schedule: live ones, those to come, replays. */
    public RoomList rooms() {
        return reader.list();
    }

    /** Every room that is not archived, as those who run the expo see it. */
    public List<RoomState> states() {
        return reader.states();
    }

    /** Moves a room on: open, start, pause, resume, end, close or archive. */
    public void move(Caller caller, Ref room, String event) {
        step(caller, room, event, Optional.empty());
    }

    /** Has the pause asked, at the making of each room, with which it begins. */
    public void beginWithPause(IntSupplier seconds) {
        rooms.beginsWith(seconds);
    }

    /** Sets the pause between two messages of one person; 0 for none. */
    public void slow(Caller caller, Ref room, int seconds) {
        modes(caller, room, seconds);
    }

    /** The newest visible messages before a rev (0 = the end), oldest first. */
    public MessageList messages(Ref room, long before, int limit) {
        return chat.history(room, before, limit);
    }

    /** Says something; refused with {@code chat.closed}, {@code chat.slow}, {@code rate.limited}. */
    public MessageView post(Caller caller, Ref room, ChatDraft draft) {
        return post(caller, room, draft, Wording.language(draft.text()));
    }

    /** The same, with the language of the name that is given to somebody who chose none. */
    public MessageView post(Caller caller, Ref room, ChatDraft draft, Language language) {
        identity.require(caller, LivePermissions.SEND, LivePermissions.in(room));
        identity.rates().own(Limit.CHAT, caller, room);
        return chat.post(caller, room, draft, language);
    }

    /** Guests have as many references as they like: over the socket too, their network is bounded. */
    void bound(String command, Peer peer) {
        identity.rates().perMinute(command, LiveRoutes.A_MINUTE, peer.caller(), peer.address());
    }

    MessageView edit(Caller caller, Ref room, String id, String text, Optional<String> key) {
        identity.require(caller, LivePermissions.SEND, LivePermissions.in(room));
        identity.rates().own(Limit.CHAT, caller, room);
        return chat.edit(caller, room, id, text, key);
    }

    void delete(Caller caller, Ref room, String id) {
        identity.require(caller, LivePermissions.SEND, LivePermissions.in(room));
        chat.delete(caller, room, id);
    }

    /** Imposes a sanction on who wrote the message, within the room. */
    LiveRoutes.Imposed sanction(Caller by, Ref room, String message, LiveRoutes.SanctionDraft draft) {
        var author = chat.author(room, message);
        var imposed = identity.sanctions()
                .apply(
                        by,
                        author,
                        Sanction.Kind.of(draft.kind()),
                        identity.scope(LivePermissions.in(room)),
                        draft.reason(),
                        Duration.ofMinutes(draft.minutes()));
        return new LiveRoutes.Imposed(imposed.id(), draft.kind(), imposed.until());
    }

    /** Adds applause and returns the new total. */
    long react(Caller caller, Ref room, String kind, int n) {
        identity.require(caller, LivePermissions.REACT, LivePermissions.in(room));
        identity.rates().own(Limit.REACTION, caller, room);
        storage.read(handle -> {
            var there = rooms.changing(handle, rooms.require(handle, room));
            if (!Clockwork.talks(there.phaseNow()) || !rooms.spec(there).has(RoomSpec.Module.REACTIONS)) {
                throw new Problem("chat.closed", 409, "The room is " + there.phase() + " now");
            }
            return true;
        });
        return reactions.add(room, kind, n, Instant.now());
    }

    RoomView.Modes modes(Caller caller, Ref room, int slowSeconds) {
        return modes(caller, room, ModesDraft.slow(slowSeconds));
    }

    RoomView.Modes modes(Caller caller, Ref room, ModesDraft draft) {
        identity.require(caller, LivePermissions.CONFIGURE, LivePermissions.in(room));
        return talk.modes().set(room, draft);
    }

    RoomStore.PhaseView step(Caller caller, Ref room, String event, Optional<String> key) {
        identity.require(caller, LivePermissions.CONFIGURE, LivePermissions.in(room));
        var step = Step.of(event);
        return rooms.step(room, step, new Once(json, caller, key));
    }

    String nickname(Caller caller, String name) {
        identity.require(caller, LivePermissions.SEND, Scope.EXPO);
        return names.take(caller, name);
    }

    RoomView.Me me(Caller caller, Language language) {
        boolean host = identity.can(caller, LivePermissions.MODERATE, Scope.EXPO);
        return new RoomView.Me("", storage.read(handle -> names.of(handle, caller, host, language)), host);
    }

    ReplayBucket replay(Ref room, int bucket) {
        return replay.bucket(room, bucket);
    }

    Response stream(Ref room, String file) {
        return streams.card(room, file);
    }

    /** Pictures, captions, chapters and what was said. */
    public Pictures pictures() {
        return pictures;
    }

    /** How many days recordings are kept and how many gigabytes they may take; 0 for no limit. */
    public void keepRecordings(IntSupplier days, IntSupplier gigabytes) {
        streams.keep(days, gigabytes);
    }

    /** The minutes of recordings in which something was said, for the house's search. */
    public SearchSource saidSource() {
        return said;
    }

    /** The minutes of one recording, to be read again when its session is over. */
    public Set<Ref> saidIn(Ref room) {
        return said.minutes(room);
    }

    Streams streams() {
        return streams;
    }

    RoomStore store() {
        return rooms;
    }

    Chat chat() {
        return chat;
    }

    /** The chat with all that moderates it; who calls it asks for the right before. */
    ChatModule talk() {
        return talk;
    }

    /** What is pinned in a room, in its order. */
    public List<MessageView> pinned(Ref room) {
        return talk.pinned(room).messages();
    }

    /** What the host's team tells everybody in a room now. */
    public Optional<NoticeView> notice(Ref room) {
        return talk.notice(room);
    }

    /** What somebody said in a room that waits. */
    public List<MessageView> waiting(Ref room, Caller author) {
        return talk.own(author, room).messages().stream()
                .filter(own -> own.state().equals("held"))
                .map(OwnMessages.Own::message)
                .toList();
    }

    /** A room as an object that stands in what it belongs to, for questions of rights. */
    public static Ref scoped(Ref room) {
        return LivePermissions.in(room);
    }

    /** The rules of words of the house, or of one room. */
    public WordBook words(Caller caller, String scope) {
        return words.book(caller, scope);
    }

    /** Plays what was said through a draft of rules of words. */
    public WordBook.Trial rehearse(Caller caller, String scope, List<WordBook.Entry> draft) {
        return words.rehearse(caller, scope, draft);
    }

    /** Makes a draft of rules of words hold as a new version, and returns its number. */
    public long enable(Caller caller, String scope, List<WordBook.Entry> draft) {
        return words.save(caller, scope, draft);
    }

    /** Makes an older version of the rules of words hold again, as a new one. */
    public long restore(Caller caller, String scope, long version) {
        return words.restore(caller, scope, version);
    }

    RoomTopics topics() {
        return feed;
    }

    /** Questions of the rooms. */
    public RoomQuestions questions() {
        return asking;
    }

    /** Polls of the rooms. */
    public RoomPolls polls() {
        return polling;
    }

    /** Says where notices go that follow from what happens in rooms; until then nobody is told. */
    public void notify(Notices inboxes) {
        notices = inboxes;
    }

    private Notices notices() {
        var told = notices;
        if (told == null) {
            throw new IllegalStateException("nobody said where notices go");
        }
        return told;
    }

    /** Screens, the code on the wall, and the desk. */
    public Doors doors() {
        return doors;
    }

    /** Hosts whose streams pages may load, as {@code https://host:port}. */
    public Set<String> streamOrigins() {
        return origins.stream().collect(Collectors.toUnmodifiableSet());
    }

    /** The JSON API, below {@code /api}. */
    public List<Route> routes() {
        return Stream.of(
                        new LiveRoutes(this).all(),
                        new ChatRoutes(talk, identity).all(),
                        new StreamRoutes(identity, pictures, streams).all(),
                        new QuestionRoutes(asking).all(),
                        new PollRoutes(polling).all(),
                        List.of(new Exports(this, questions, polls, json).route()),
                        new DoorRoutes(doors).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        streams.close();
        reactions.close();
    }
}
