package org.pavilion.bench.fanout;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.boot.Server;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.live.view.QuestionView;
import org.pavilion.server.settings.ServerSettings;

/** Our server as it ships, without plugins, with one room in which one question waits for votes. */
final class VoteServer {
    static final Ref ROOM = new Ref("hall", "votes");

    private static final Caller ASKER = new Caller(new Ref("guest", "asker"), Caller.Kind.GUEST, Set.of("pub"));

    private VoteServer() {}

    public static void main(String[] words) {
        try (var server = Server.start(ServerSettings.local(Path.of(words[0])))) {
            var rooms = server.rooms();
            rooms.attach(ROOM, RoomSpec.of(new Text("投票", "Votes"), RoomSpec.Module.QUESTIONS));
            var asked = asked(server);
            if (asked.isEmpty()) {
                rooms.questions().ask(ASKER, ROOM, QuestionDraft.of("When does the tram run?"), Language.EN);
                asked = asked(server);
            }
            asked.ifPresent(each -> System.out.println("question " + each.id() + " " + each.votes()));
            System.out.println("port " + server.port());
            while (!Thread.interrupted()) {
                LockSupport.park();
            }
        }
    }

    private static Optional<QuestionView> asked(Server server) {
        return server.rooms().questions().list(ASKER, ROOM, "votes", 1).questions().stream()
                .findFirst();
    }
}
