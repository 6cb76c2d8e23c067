package org.pavilion.server.live;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Journal;
import org.pavilion.api.Notice;
import org.pavilion.api.Notices;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.question.Questions;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Screening;

/** What becomes of questions outside their room: whose inbox they go to, and who hears of an answer. */
record Aftermath(Identity identity, RoomStore rooms, Screening screening, Supplier<Notices> notices)
        implements Questions.Follow {
    /** Those who answer for a session or a booth, as far as they were named for it. */
    private static final List<String> HOSTS = List.of("speaker", "booth-owner", "booth-staff");

    private static final int LONGEST_TITLE = 120;

    @Override
    public Screening.Verdict screen(Ref room, Caller by, String text) {
        return screening.verdict(room, by, text);
    }

    @Override
    public void carried(Handle handle, Journal journal, RoomRow room, int questions) {
        var title = title(room);
        var notice = new Notice(
                "live.questions-left",
                new Text(
                        "“" + title.zh() + "”还有 " + questions + " 个提问等您回答",
                        questions + " questions of “" + title.en() + "” wait for your answer"),
                room.id());
        hosts(room.id()).forEach(host -> notices.get().send(handle, journal, host, notice));
    }

    @Override
    public void answered(Handle handle, Journal journal, RoomRow room, Ref asker) {
        var title = title(room);
        notices.get()
                .send(
                        handle,
                        journal,
                        asker,
                        new Notice(
                                "live.question-answered",
                                new Text(
                                        "您在“" + title.zh() + "”的提问有了回答",
                                        "Your question in “" + title.en() + "” was answered"),
                                room.id()));
    }

    /** A language that is missing falls back to the other, and a long title is cut: a notice is one line. */
    private Text title(RoomRow room) {
        var title = rooms.spec(room).title();
        return new Text(
                cut(title.zh().isBlank() ? title.en() : title.zh()),
                cut(title.en().isBlank() ? title.zh() : title.en()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) + "…" : text;
    }

    /** Whoever was named for some place and may answer here. */
    private Set<Ref> hosts(Ref room) {
        var found = new TreeSet<Ref>(Comparator.comparing(Ref::toString));
        for (var role : HOSTS) {
            identity.rights().holders(role).stream()
                    .filter(holder -> identity.rights().of(holder).stream()
                            .anyMatch(grant ->
                                    grant.role().equals(role) && !grant.scope().equals(Scope.EXPO)))
                    .filter(holder -> identity.can(
                            new Caller(holder, Caller.Kind.PERSON, Set.of("pub")),
                            LivePermissions.ANSWER,
                            LivePermissions.in(room)))
                    .forEach(found::add);
        }
        return found;
    }
}
