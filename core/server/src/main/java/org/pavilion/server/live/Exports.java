package org.pavilion.server.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.JsonText;
import org.pavilion.api.Limits;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.audit.Csv;
import org.pavilion.server.live.poll.Polls;
import org.pavilion.server.live.question.Questions;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.DeskQuestion;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.PollList;
import org.pavilion.server.live.view.PollView;
import org.pavilion.server.live.view.QuestionView;

/**
 * What was said, asked and voted in a room, for other programs: as everybody saw it, read through the
 * same eyes; or, of questions and polls, all of it as the desk sees it.
 */
final class Exports {
    private static final int PAGE = 100;
    private static final int MOST = 100_000;

    private final LiveRooms rooms;
    private final Questions questions;
    private final Polls polls;
    private final JsonText json;

    Exports(LiveRooms rooms, Questions questions, Polls polls, JsonText json) {
        this.rooms = rooms;
        this.questions = questions;
        this.polls = polls;
        this.json = json;
    }

    /** Everything of one part in one file. */
    record Chat(List<MessageView> messages) {}

    /** Questions as everybody sees them. */
    record Asked(List<QuestionView> questions) {}

    /** Questions as the desk sees them. */
    record AskedAll(List<DeskQuestion> questions) {}

    Route route() {
        return Route.get("/live/rooms/{room}/export")
                .needs(LivePermissions.MODERATE)
                .at("room", "room")
                .limits(Limits.DEFAULT.perMinute(30))
                .summary("What was said, asked or voted, as a file; as everybody saw it unless all of it is asked for.")
                .query("part", "chat, questions or polls")
                .query("format", "csv or json; csv when absent")
                .query("view", "seen or desk, for questions and polls; seen when absent")
                .answers(200, byte[].class)
                .handle(this::export);
    }

    private Response export(Request request) {
        var room = RoomTopics.roomId(request.path("room"));
        var part = one(request, "part", "chat", "chat", "questions", "polls");
        boolean csv = one(request, "format", "csv", "csv", "json").equals("csv");
        boolean desk = one(request, "view", "seen", "seen", "desk").equals("desk");
        var name = room.type() + "-" + room.id() + "-" + part + (csv ? ".csv" : ".json");
        if (!csv) {
            var text = json.text(whole(room, part, desk));
            return Response.stream("application/json", name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        var lines = lines(room, part, desk);
        return Response.stream("text/csv; charset=utf-8", name, out -> write(out, lines));
    }

    private static String one(Request request, String parameter, String otherwise, String... allowed) {
        var word = request.query(parameter).orElse(otherwise);
        if (!List.of(allowed).contains(word)) {
            throw Problem.invalid("/" + parameter, String.join(", ", allowed) + " is required");
        }
        return word;
    }

    private Object whole(Ref room, String part, boolean desk) {
        return switch (part) {
            case "chat" -> new Chat(chat(room));
            case "questions" -> desk ? new AskedAll(questions.all(room)) : new Asked(questions.shown(room));
            default -> polls(room, desk);
        };
    }

    private PollList polls(Ref room, boolean desk) {
        return polls.all(room, desk);
    }

    /** Page by page from the end, through what visitors read. */
    private List<MessageView> chat(Ref room) {
        var all = new ArrayList<MessageView>();
        long before = 0;
        while (all.size() < MOST) {
            var page = rooms.messages(room, before, PAGE);
            all.addAll(0, page.messages());
            if (!page.more() || page.messages().isEmpty()) {
                break;
            }
            before = page.messages().getFirst().rev();
        }
        return all;
    }

    private List<List<String>> lines(Ref room, String part, boolean desk) {
        var lines = new ArrayList<List<String>>();
        switch (part) {
            case "chat" -> {
                lines.add(List.of("id", "at", "author", "name", "role", "text", "reply_to", "edited_at"));
                chat(room)
                        .forEach(said -> lines.add(List.of(
                                said.id(),
                                said.at().toString(),
                                said.author().id(),
                                said.author().name(),
                                said.author().role(),
                                said.text(),
                                said.replyTo().orElse(""),
                                said.editedAt().map(Instant::toString).orElse(""))));
            }
            case "questions" -> {
                lines.add(List.of(
                        "id",
                        "at",
                        "name",
                        "text",
                        "language",
                        "tags",
                        "state",
                        "votes",
                        "aloud",
                        "answered_at",
                        "answer",
                        "media_ms",
                        "reason",
                        "merged_into"));
                if (desk) {
                    questions
                            .all(room)
                            .forEach(each -> lines.add(line(
                                    each.question(),
                                    each.author(),
                                    each.reason().orElse(""),
                                    each.mergedInto().orElse(""))));
                } else {
                    questions.shown(room).forEach(each -> lines.add(line(each, each.author(), "", "")));
                }
            }
            default -> {
                lines.add(List.of(
                        "id",
                        "question",
                        "kind",
                        "state",
                        "round",
                        "opened_at",
                        "closed_at",
                        "ballots",
                        "present",
                        "option",
                        "n",
                        "root"));
                polls(room, desk).polls().forEach(poll -> poll.rounds().forEach(round -> add(lines, poll, round)));
            }
        }
        return lines;
    }

    private static List<String> line(
            QuestionView question, Optional<MessageView.Author> author, String reason, String into) {
        var answer = question.answer();
        return List.of(
                question.id(),
                question.at().toString(),
                author.map(MessageView.Author::name).orElse(""),
                question.text(),
                question.language(),
                String.join(" ", question.tags()),
                question.state(),
                String.valueOf(question.votes()),
                String.valueOf(question.aloud()),
                answer.map(each -> each.at().toString()).orElse(""),
                answer.flatMap(QuestionView.Answer::text).orElse(""),
                answer.flatMap(QuestionView.Answer::mediaMs)
                        .map(String::valueOf)
                        .orElse(""),
                reason,
                into);
    }

    private static void add(List<List<String>> lines, PollView poll, PollView.Round round) {
        var tally = round.tally();
        if (tally.isEmpty()) {
            lines.add(line(poll, round, "", ""));
            return;
        }
        var counts = tally.get().counts();
        for (int n = 0; n < counts.size(); n++) {
            var option = poll.options().isEmpty()
                    ? String.valueOf(poll.least().orElse(0) + n)
                    : both(poll.options().get(n));
            lines.add(line(poll, round, option, String.valueOf(counts.get(n))));
        }
        for (var bin : tally.get().bins()) {
            lines.add(
                    line(poll, round, bin.label(), bin.n().map(String::valueOf).orElse("")));
        }
    }

    private static List<String> line(PollView poll, PollView.Round round, String option, String n) {
        return List.of(
                poll.id(),
                both(poll.question()),
                poll.kind(),
                poll.state(),
                String.valueOf(round.n()),
                round.openedAt().toString(),
                round.closedAt().map(Instant::toString).orElse(""),
                String.valueOf(round.ballots()),
                round.present().map(String::valueOf).orElse(""),
                option,
                n,
                round.root().orElse(""));
    }

    private static String both(Text text) {
        return text.zh().equals(text.en()) || text.en().isBlank()
                ? text.zh()
                : text.zh().isBlank() ? text.en() : text.zh() + " / " + text.en();
    }

    private static void write(OutputStream out, List<List<String>> lines) throws IOException {
        for (var line : lines) {
            out.write(Csv.line(line).getBytes(StandardCharsets.UTF_8));
        }
    }
}
