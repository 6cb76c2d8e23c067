package org.pavilion.server.live.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.pavilion.server.search.Spelling;

/**
 * Finds terms in what people write. Immutable; one for each version of the rules, used by all threads.
 *
 * <p>A term in letters is found as a word: {@code ass} is not in {@code class}, though it is in
 * {@code a.s.s}. A Chinese term is found anywhere. Terms of three Chinese characters or more are also
 * found by their sound; that is a suspicion, so its verdict is never worse than {@link Verdict#HOLD}.
 */
public final class TermMatcher {
    private static final int SOUND_FROM = 3;

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Term> sounds = new ArrayList<>();
    private final Sounds.Alphabet alphabet = new Sounds.Alphabet();
    private final Automaton byShape;
    private final Automaton bySound;

    /** @param open whether the word may go on after it */
    private record Shape(Term term, Skeleton skeleton, boolean words, boolean open) {}

    public TermMatcher(Collection<Term> terms) {
        var shaped = new ArrayList<String>();
        var sounding = new ArrayList<String>();
        for (var term : terms) {
            boolean open = term.text().endsWith("*");
            var bare = open ? term.text().substring(0, term.text().length() - 1) : term.text();
            var skeleton = Skeleton.of(bare);
            if (skeleton.length() == 0) {
                continue;
            }
            boolean words = skeleton.toString().chars().noneMatch(c -> Spelling.isHan((char) c));
            shapes.add(new Shape(term, skeleton, words, open));
            shaped.add(skeleton.toString());
            if (bare.chars().allMatch(c -> Spelling.isHan((char) c)) && bare.length() >= SOUND_FROM) {
                sounds.add(term);
                sounding.add(alphabet.of(Spelling.fold(bare)));
            }
        }
        byShape = new Automaton(shaped);
        bySound = new Automaton(sounding);
    }

    /** Every occurrence, in the order of their ends. */
    public List<Match> find(String text) {
        var matches = new ArrayList<Match>();
        var skeleton = Skeleton.of(text);
        byShape.scan(skeleton.toString(), (pattern, end) -> {
            var shape = shapes.get(pattern);
            int begin = end - shape.skeleton().length();
            if (!skeleton.stretches(begin, shape.skeleton())) {
                return;
            }
            if (!shape.words()) {
                matches.add(new Match(shape.term(), skeleton.from(begin), skeleton.to(end - 1), false));
                return;
            }
            // Letters of the words around it may have run together with its first and its last.
            int from = begins(text, skeleton.from(begin))
                    ? skeleton.from(begin)
                    : skeleton.lateFrom(begin, shape.skeleton(), 0);
            int to = ends(text, skeleton.to(end - 1))
                    ? skeleton.to(end - 1)
                    : skeleton.earlyTo(
                            end - 1, shape.skeleton(), shape.skeleton().length() - 1);
            if (begins(text, from) && (shape.open() || ends(text, to))) {
                matches.add(new Match(shape.term(), from, to, false));
            }
        });
        if (!sounds.isEmpty()) {
            listen(text, matches);
        }
        return matches;
    }

    private void listen(String text, List<Match> matches) {
        var heard = Sounds.of(text, alphabet);
        bySound.scan(heard.toString(), (pattern, end) -> {
            var term = sounds.get(pattern);
            var match = new Match(term, heard.from(end - length(term)), heard.to(end - 1), true);
            if (matches.stream().noneMatch(known -> known.term().equals(term) && overlaps(known, match))) {
                matches.add(match);
            }
        });
    }

    private static int length(Term term) {
        return term.text().endsWith("*")
                ? term.text().length() - 1
                : term.text().length();
    }

    /** The worst verdict of what was found. */
    public static Verdict verdict(Collection<Match> matches) {
        var worst = Verdict.PASS;
        for (var match : matches) {
            var verdict = match.term().verdict();
            if (match.bySound() && verdict.compareTo(Verdict.HOLD) > 0) {
                verdict = Verdict.HOLD;
            }
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return worst;
    }

    /** The text with the matches replaced by stars, one for each character. */
    public static String masked(String text, Collection<Match> matches) {
        var masked = new StringBuilder(text);
        for (var match : matches) {
            for (int i = match.from(); i < match.to(); i++) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }

    private static boolean overlaps(Match one, Match other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    private static boolean begins(String text, int from) {
        return from == 0 || !letter(text.codePointBefore(from));
    }

    private static boolean ends(String text, int to) {
        return to == text.length() || !letter(text.codePointAt(to));
    }

    private static boolean letter(int c) {
        return Character.isLetterOrDigit(c) && !(c <= Character.MAX_VALUE && Spelling.isHan((char) c));
    }
}
