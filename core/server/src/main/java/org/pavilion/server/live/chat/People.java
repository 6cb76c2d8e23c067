package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.identity.Sanctions;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.PersonCard;

/** What moderators know of somebody who talked in their room, and what they do about it. */
final class People {
    /** Notes go with their edition; of a room without one they go after this time. */
    private static final Duration KEPT = Duration.ofDays(180);

    private static final int LONGEST_NOTE = 500;
    private static final int NOTES = 50;

    private final ChatTools tools;
    private final Identity identity;
    private final Desk desk;

    People(ChatTools tools, Identity identity, Desk desk) {
        this.tools = tools;
        this.identity = identity;
        this.desk = desk;
    }

    PersonCard card(Caller reader, Ref room, String pseudonym, Language language) {
        var author = desk.author(room, pseudonym);
        var here = identity.scope(LivePermissions.in(room));
        var measures = identity.sanctions().of(author).stream()
                .filter(sanction -> identity.can(reader, Sanctions.APPLY, sanction.scope()))
                .map(sanction -> measure(sanction, here))
                .toList();
        var registered = registered(author);
        return tools.storage().read(handle -> {
            var talker = DeskRows.talker(handle, room, author).orElseThrow(() -> Problem.notFound("this person"));
            return new PersonCard(
                    pseudonym,
                    talker.name(),
                    talker.role(),
                    talker.first(),
                    registered,
                    talker.messages(),
                    talker.removed(),
                    talker.held(),
                    measures,
                    notes(handle, room, author, language));
        });
    }

    private Optional<Instant> registered(Ref author) {
        return author.type().equals("account")
                ? identity.accounts().find(author).map(account -> account.since())
                : Optional.empty();
    }

    private static PersonCard.Measure measure(Sanction sanction, Scope here) {
        return new PersonCard.Measure(
                sanction.id(),
                word(sanction.kind()),
                sanction.reason(),
                sanction.at(),
                sanction.until(),
                word(sanction.state()),
                sanction.scope().equals(here));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private List<PersonCard.Note> notes(Handle handle, Ref room, Ref person, Language language) {
        return handle.createQuery("""
                        select id, text, noted_by, at from live_note
                        where person = :person and room = :room and expires_at > :now order by at desc, id desc limit :limit""")
                .bind("person", person)
                .bind("room", room)
                .bind("now", Instant.now())
                .bind("limit", NOTES)
                .map((row, context) -> new PersonCard.Note(
                        row.getString("id"),
                        row.getString("text"),
                        desk.name(handle, Ref.of(row.getString("noted_by")), language),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    PersonCard note(Caller by, Ref room, String pseudonym, String raw, Language language) {
        var text = raw.strip();
        if (text.isEmpty() || text.length() > LONGEST_NOTE) {
            throw Problem.invalid("/text", "1 to " + LONGEST_NOTE + " characters");
        }
        var author = desk.author(room, pseudonym);
        tools.storage().write((handle, journal) -> {
            tools.rooms().changing(handle, tools.rooms().stored(handle, room));
            return handle.execute(
                    "insert into live_note(id, room, person, text, noted_by, at, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                    journal.newId(),
                    room.toString(),
                    author.toString(),
                    text,
                    by.ref().toString(),
                    journal.now().toEpochMilli(),
                    journal.now().plus(KEPT).toEpochMilli());
        });
        tools.desk(room);
        return card(by, room, pseudonym, language);
    }

    void forget(Ref room, String pseudonym, String note) {
        var author = desk.author(room, pseudonym);
        tools.storage()
                .write((handle, journal) -> handle.execute(
                        "delete from live_note where id = ? and room = ? and person = ?",
                        note,
                        room.toString(),
                        author.toString()));
        tools.desk(room);
    }

    /** The edition of a room is over: what moderators noted there goes. */
    void forget(Ref room) {
        tools.storage()
                .write((handle, journal) -> handle.execute("delete from live_note where room = ?", room.toString()));
    }

    /** Imposes a sanction in the room, or in everything it belongs to. */
    Sanction sanction(Caller by, Ref room, Ref author, Sanction.Kind kind, boolean wide, String reason, int minutes) {
        var scope = wide ? outer(identity.scope(LivePermissions.in(room))) : identity.scope(LivePermissions.in(room));
        return identity.sanctions().apply(by, author, kind, scope, reason, Duration.ofMinutes(minutes));
    }

    /** The edition a scope lies in, or the whole expo when it lies in none. */
    private static Scope outer(Scope scope) {
        var parts = scope.path().split("/", 3);
        return parts.length > 1 && parts[0].equals("edition") ? Scope.EXPO.in(parts[0], parts[1]) : Scope.EXPO;
    }

    Ref author(Ref room, String pseudonym) {
        return desk.author(room, pseudonym);
    }
}
