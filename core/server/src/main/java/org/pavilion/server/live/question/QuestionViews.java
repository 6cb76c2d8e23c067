package org.pavilion.server.live.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.server.live.room.Pseudonyms;
import org.pavilion.server.live.view.DeskQuestion;
import org.pavilion.server.live.view.DeskQuestions;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.MyQuestion;
import org.pavilion.server.live.view.QuestionRules;
import org.pavilion.server.live.view.QuestionView;

/** What is shown of questions: to everybody, to their authors, at the desk. */
record QuestionViews(QuestionRows rows, Pseudonyms pseudonyms, JsonText json) {
    private static final int DONE = 200;

    QuestionRules rules(Handle handle, Ref room) {
        return rows.rules(handle, room)
                .map(text -> json.read(text, QuestionRules.class))
                .orElse(QuestionRules.DEFAULT);
    }

    QuestionView view(QuestionRow row) {
        return view(row, row.anonymous() ? Optional.empty() : Optional.of(author(row)));
    }

    private QuestionView view(QuestionRow row, Optional<MessageView.Author> author) {
        return new QuestionView(
                row.id(),
                row.at(),
                author,
                row.recorder().isPresent(),
                row.text(),
                row.language(),
                row.tagged(),
                row.state(),
                row.votes(),
                row.answeredAt()
                        .map(at -> new QuestionView.Answer(
                                at,
                                row.answer(),
                                row.mediaMs(),
                                row.answeredBy().orElse(""))));
    }

    private MessageView.Author author(QuestionRow row) {
        return new MessageView.Author(pseudonyms.of(row.room(), row.author()), row.name(), row.role());
    }

    MyQuestion mine(QuestionRow row) {
        return new MyQuestion(view(row, Optional.of(author(row))), row.reason(), row.mergedInto());
    }

    DeskQuestion desk(Handle handle, QuestionRow row) {
        return desk(row, rules(handle, row.room()), List.of(), 1);
    }

    private DeskQuestion desk(QuestionRow row, QuestionRules rules, List<String> similar, int byPerson) {
        return new DeskQuestion(
                view(row),
                rules.nameless() && row.anonymous() ? Optional.empty() : Optional.of(author(row)),
                row.anonymous(),
                row.runOrder().map(Long::intValue),
                row.reason(),
                row.mergedInto(),
                similar,
                byPerson);
    }

    DeskQuestions desk(Handle handle, Ref room) {
        var rules = rules(handle, room);
        var all = rows.all(handle, room);
        var asked = new HashMap<Ref, Integer>();
        all.forEach(row -> asked.merge(row.author(), 1, Integer::sum));
        var likeness = new Likeness(all.stream()
                .filter(row -> row.now().votable() || row.now() == QuestionState.QUEUED)
                .toList());
        var queue = new ArrayList<QuestionRow>();
        var open = new ArrayList<QuestionRow>();
        var runList = new ArrayList<QuestionRow>();
        var done = new ArrayList<QuestionRow>();
        for (var row : all) {
            switch (row.now()) {
                case QUEUED -> queue.add(row);
                case STAGED -> runList.add(row);
                case VISIBLE -> (row.runOrder().isPresent() ? runList : open).add(row);
                case REJECTED, ANSWERED, MERGED, ARCHIVED, CARRIED, DELETED -> done.add(row);
            }
        }
        open.sort(Comparator.comparingLong(QuestionRow::votes).reversed().thenComparing(QuestionRow::at));
        runList.sort(Comparator.comparing((QuestionRow row) -> row.now() != QuestionState.STAGED)
                .thenComparing(row -> row.runOrder().orElse(0L)));
        var newest = done.reversed().subList(0, Math.min(DONE, done.size()));
        return new DeskQuestions(
                rules,
                each(queue, rules, likeness, asked),
                each(open, rules, likeness, asked),
                each(runList, rules, likeness, asked),
                each(newest, rules, likeness, asked));
    }

    private List<DeskQuestion> each(
            List<QuestionRow> rows, QuestionRules rules, Likeness likeness, Map<Ref, Integer> asked) {
        return rows.stream()
                .map(row -> desk(row, rules, likeness.of(row), asked.getOrDefault(row.author(), 1)))
                .toList();
    }
}
