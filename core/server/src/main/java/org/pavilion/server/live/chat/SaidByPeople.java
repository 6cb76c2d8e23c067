package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Nicknames;

/** What people said in rooms, what they were called there, and what moderators noted about them. */
record SaidByPeople(Chat chat, Nicknames names, Storage storage) implements PersonalData {

    /** One message as its author takes it along; one that others do not see says so. */
    record Said(Ref room, Instant at, String as, String text, String state) {}

    /** An emoji on a message of somebody. */
    record Marked(Ref room, Instant at, String kind) {}

    /** What a moderator noted, without the moderator. */
    record Noted(Ref room, Instant at, String text) {}

    @Override
    public Map<String, Object> export(Ref person) {
        var all = new LinkedHashMap<String, Object>();
        names.chosen(person).ifPresent(name -> all.put("nickname", name));
        put(all, "messages", said(person));
        put(all, "marks", marks(person));
        put(all, "notes", notes(person));
        return all;
    }

    private static void put(Map<String, Object> all, String key, List<?> kept) {
        if (!kept.isEmpty()) {
            all.put(key, kept);
        }
    }

    private List<Said> said(Ref person) {
        var said = new ArrayList<Said>();
        chat.by(person).forEach(message -> said.add(said(message, "visible")));
        chat.unseen(person).forEach(any -> said.add(said(any.message(), any.state())));
        said.sort(Comparator.comparing(Said::at));
        return said;
    }

    private static Said said(MessageRow message, String state) {
        return new Said(message.room(), message.at(), message.name(), message.text(), state);
    }

    private List<Marked> marks(Ref person) {
        return storage.read(handle -> handle.createQuery(
                        "select room, at, kind from live_mark where person = :person order by at, kind")
                .bind("person", person)
                .map((row, context) -> new Marked(
                        Ref.of(row.getString("room")), Instant.ofEpochMilli(row.getLong("at")), row.getString("kind")))
                .list());
    }

    private List<Noted> notes(Ref person) {
        return storage.read(handle -> handle.createQuery(
                        "select room, at, text from live_note where person = :person order by at, id")
                .bind("person", person)
                .map((row, context) -> new Noted(
                        Ref.of(row.getString("room")), Instant.ofEpochMilli(row.getLong("at")), row.getString("text")))
                .list());
    }

    @Override
    public void erase(Ref person) {
        chat.erase(new Caller(person, Caller.Kind.PERSON, Set.of("pub")));
    }
}
