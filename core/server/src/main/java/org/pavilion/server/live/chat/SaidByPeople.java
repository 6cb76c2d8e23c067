package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;
import org.pavilion.server.live.room.Nicknames;

/** What people said in rooms and what they were called there. */
public record SaidByPeople(Chat chat, Nicknames names) implements PersonalData {

    /** One message as its author takes it along. */
    public record Said(Ref room, Instant at, String as, String text) {}

    @Override
    public Map<String, Object> export(Ref person) {
        var all = new LinkedHashMap<String, Object>();
        names.chosen(person).ifPresent(name -> all.put("nickname", name));
        var said = chat.by(person).stream()
                .map(message -> new Said(message.room(), message.at(), message.name(), message.text()))
                .toList();
        if (!said.isEmpty()) {
            all.put("messages", said);
        }
        return all;
    }

    @Override
    public void erase(Ref person) {
        chat.erase(new Caller(person, Caller.Kind.PERSON, Set.of("pub")));
    }
}
