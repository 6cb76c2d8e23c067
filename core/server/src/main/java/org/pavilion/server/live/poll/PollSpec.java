package org.pavilion.server.live.poll;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.PollDraft;

/** What a poll asks and who sees what came of it; checked once, unchanged while people vote. */
record PollSpec(
        Kind kind,
        Text question,
        List<Text> options,
        Optional<Integer> least,
        Optional<Integer> most,
        Optional<Text> low,
        Optional<Text> high,
        Results results,
        boolean receipts,
        boolean anonymous) {

    private static final int LONGEST = 200;
    private static final int MOST_OPTIONS = 20;
    private static final int WIDEST_SCALE = 11;
    private static final int MOST_WORDS = 5;
    private static final int FARTHEST = 1_000_000_000;

    /** What a ballot is. */
    enum Kind {
        CHOICE,
        MULTI,
        SCALE,
        RANK,
        NUMBER,
        WORDS;

        boolean lists() {
            return this == CHOICE || this == MULTI || this == RANK;
        }
    }

    /** When those who may vote see tallies. */
    enum Results {
        NEVER,
        AFTER_VOTE,
        AFTER_CLOSE,
        LIVE
    }

    static PollSpec of(PollDraft draft) {
        var kind = named(Kind.values(), draft.kind(), "/kind");
        bounded(draft.question(), "/question");
        if (kind.lists() ? draft.options().size() < 2 : !draft.options().isEmpty()) {
            throw Problem.invalid("/options", "choice, multi and rank have two to twenty options, the others none");
        }
        if (draft.options().size() > MOST_OPTIONS) {
            throw Problem.invalid("/options", "at most " + MOST_OPTIONS);
        }
        draft.options().forEach(option -> bounded(option, "/options"));
        if (draft.options().stream().distinct().count() < draft.options().size()) {
            throw Problem.invalid("/options", "no two options are the same");
        }
        var spec = new PollSpec(
                kind,
                draft.question(),
                draft.options(),
                draft.least(),
                draft.most(),
                draft.low(),
                draft.high(),
                named(Results.values(), draft.results().orElse("after-close"), "/results"),
                draft.receipts().orElse(true),
                draft.anonymous().orElse(false));
        return switch (kind) {
            case CHOICE, RANK -> spec.within(Optional.empty(), Optional.empty());
            case MULTI ->
                spec.within(
                        Optional.empty(),
                        Optional.of(spec.most(
                                1, draft.options().size(), draft.options().size())));
            case WORDS -> spec.within(Optional.empty(), Optional.of(spec.most(1, MOST_WORDS, 1)));
            case SCALE -> spec.ranged(1, 5, WIDEST_SCALE);
            case NUMBER -> spec.ranged(0, 100, 2 * FARTHEST);
        };
    }

    private static <E extends Enum<E>> E named(E[] all, String word, String pointer) {
        return Arrays.stream(all)
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        pointer,
                        Arrays.stream(all).map(PollSpec::word).collect(Collectors.joining(", ")) + " is required"));
    }

    /** As clients write it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void bounded(Text text, String pointer) {
        if (text.zh().length() > LONGEST || text.en().length() > LONGEST) {
            throw Problem.invalid(pointer, "at most " + LONGEST + " characters");
        }
    }

    private int most(int from, int to, int otherwise) {
        int wanted = most.orElse(otherwise);
        if (wanted < from || wanted > to) {
            throw Problem.invalid("/most", from + " to " + to);
        }
        return wanted;
    }

    private PollSpec ranged(int from, int to, int widest) {
        int a = least.orElse(from);
        int b = most.orElse(to);
        if (a >= b || Math.abs((long) a) > FARTHEST || Math.abs((long) b) > FARTHEST || (long) b - a >= widest) {
            throw Problem.invalid("/most", "the largest value is above the smallest, and not too far from it");
        }
        return within(Optional.of(a), Optional.of(b));
    }

    private PollSpec within(Optional<Integer> from, Optional<Integer> to) {
        return new PollSpec(kind, question, options, from, to, low, high, results, receipts, anonymous);
    }
}
