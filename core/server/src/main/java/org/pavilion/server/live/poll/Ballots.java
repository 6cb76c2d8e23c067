package org.pavilion.server.live.poll;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Problem;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.PollView;

/** What a ballot may say, by the kind of its poll, and how it is written down. */
final class Ballots {
    private static final int LONGEST_WORD = 20;
    private static final int DIGITS = 15;

    private Ballots() {}

    /** The ballot as it is stored, counted and hashed; {@code poll.type-mismatch} when it does not fit the poll. */
    static String value(PollSpec spec, BallotDraft draft) {
        return switch (spec.kind()) {
            case CHOICE -> options(spec, draft, 1, 1);
            case MULTI -> options(spec, draft, 1, spec.most().orElse(1));
            case RANK ->
                options(spec, draft, spec.options().size(), spec.options().size());
            case SCALE -> number(spec, draft, true);
            case NUMBER -> number(spec, draft, false);
            case WORDS -> words(spec, draft);
        };
    }

    private static String options(PollSpec spec, BallotDraft draft, int least, int most) {
        var chosen = draft.options();
        if (draft.number().isPresent() || !draft.words().isEmpty()) {
            throw mismatch("/options", "this poll takes options");
        }
        if (chosen.size() < least || chosen.size() > most) {
            throw mismatch("/options", least == most ? least + " of the options" : least + " to " + most + " options");
        }
        if (chosen.stream().distinct().count() < chosen.size()
                || chosen.stream()
                        .anyMatch(each -> each < 0 || each >= spec.options().size())) {
            throw mismatch("/options", "each option once, by its place from 0");
        }
        return (spec.kind() == PollSpec.Kind.MULTI ? chosen.stream().sorted() : chosen.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static String number(PollSpec spec, BallotDraft draft, boolean whole) {
        if (!draft.options().isEmpty() || !draft.words().isEmpty()) {
            throw mismatch("/number", "this poll takes a number");
        }
        var number = draft.number().orElseThrow(() -> mismatch("/number", "this poll takes a number"));
        if (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            throw mismatch("/number", "at most " + DIGITS + " digits");
        }
        var plain = number.stripTrailingZeros();
        if ((whole && plain.scale() > 0)
                || plain.compareTo(BigDecimal.valueOf(spec.least().orElse(0))) < 0
                || plain.compareTo(BigDecimal.valueOf(spec.most().orElse(0))) > 0) {
            throw mismatch(
                    "/number", spec.least().orElse(0) + " to " + spec.most().orElse(0));
        }
        return plain.toPlainString();
    }

    private static String words(PollSpec spec, BallotDraft draft) {
        if (!draft.options().isEmpty() || draft.number().isPresent()) {
            throw mismatch("/words", "this poll takes words");
        }
        var terms = new LinkedHashMap<String, String>();
        for (var raw : draft.words()) {
            var term = Wording.message(raw);
            if (term.codePointCount(0, term.length()) > LONGEST_WORD) {
                throw mismatch("/words", "a term has at most " + LONGEST_WORD + " characters");
            }
            terms.putIfAbsent(form(term), term);
        }
        if (terms.isEmpty() || terms.size() > spec.most().orElse(1)) {
            throw mismatch("/words", "1 to " + spec.most().orElse(1) + " terms");
        }
        return String.join("\n", terms.values());
    }

    /** The form in which two words are the same. */
    static String form(String term) {
        return Normalizer.normalize(term, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static List<Integer> options(String value) {
        return Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
    }

    static List<String> words(String value) {
        return List.of(value.split("\n", -1));
    }

    /** The ballot as its voter sees it again. */
    static PollView.Mine mine(PollSpec spec, BallotRow ballot) {
        var receipt = ballot.receipt()
                .map(hash -> new PollView.Receipt(hash, ballot.nonce().orElse(""), ballot.value()));
        var kind = spec.kind();
        return new PollView.Mine(
                ballot.round(),
                kind.lists() ? options(ballot.value()) : List.of(),
                kind == PollSpec.Kind.SCALE || kind == PollSpec.Kind.NUMBER
                        ? Optional.of(new BigDecimal(ballot.value()))
                        : Optional.empty(),
                kind == PollSpec.Kind.WORDS ? words(ballot.value()) : List.of(),
                receipt);
    }

    private static Problem mismatch(String pointer, String what) {
        return new Problem("poll.type-mismatch", 422, what).at(pointer);
    }
}
