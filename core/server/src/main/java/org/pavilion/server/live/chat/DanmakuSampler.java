package org.pavilion.server.live.chat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pavilion.server.live.view.DanmakuItem;

/**
 * Which of many messages fly over the picture. A pure function of what was said and of what flew just
 * before, so that every viewer, every node, the replay and the tests get the same.
 *
 * <p>Equal texts become one item with a count, which may still rise for three seconds. Then the host's
 * team comes first, people who did not fly in the last two seconds before those who did, texts not
 * seen for five seconds before the others, and the newest first. What is left over is not shown; it
 * stays in the chat.
 */
public final class DanmakuSampler {
    /** Length of one tick in milliseconds, and how many items start in it: about twelve a second. */
    public static final long TICK_MS = 250;

    public static final int BUDGET = 3;

    private static final long COLLAPSIBLE_MS = 3_000;
    private static final long PERSON_MS = 2_000;
    private static final long TEXT_MS = 5_000;
    private static final Pattern RUNS = Pattern.compile("(.)\\1+", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TRAILING = Pattern.compile("[\\p{P}\\p{Z}~]+$");
    private static final Pattern PUNCTUATION_ALONE = Pattern.compile("[\\p{P}\\p{Z}~]*");

    private DanmakuSampler() {}

    /** A message with a lane. */
    public record Said(long rev, boolean host, DanmakuItem item) {}

    /** What flew a moment ago. */
    public record Flown(DanmakuItem item, long atMs, Set<String> people) {
        public Flown {
            people = Set.copyOf(people);
        }
    }

    /** What the next tick must know: items by the form of their text, people by when they flew. */
    public record Past(Map<String, Flown> texts, Map<String, Long> people) {
        public static final Past NONE = new Past(Map.of(), Map.of());

        public Past {
            texts = Map.copyOf(texts);
            people = Map.copyOf(people);
        }

        boolean over(long nowMs) {
            return after(nowMs).texts.isEmpty();
        }

        private Past after(long nowMs) {
            var kept = new HashMap<>(texts);
            kept.values().removeIf(each -> nowMs - each.atMs() >= TEXT_MS);
            var flew = new HashMap<>(people);
            flew.values().removeIf(at -> nowMs - at >= PERSON_MS);
            return new Past(kept, flew);
        }
    }

    /** What starts to fly, or counts higher, in this tick; {@code seen} is how many messages it stands for. */
    public record Sample(List<DanmakuItem> items, int seen, Past past) {
        public Sample {
            items = List.copyOf(items);
        }
    }

    public static Sample sample(Past before, Collection<Said> said, long nowMs) {
        var past = before.after(nowMs);
        var texts = new HashMap<>(past.texts());
        var people = new HashMap<>(past.people());
        var items = new ArrayList<DanmakuItem>();
        var groups = groups(said);
        groups.entrySet().removeIf(group -> rises(texts, group.getKey(), group.getValue(), nowMs, items));
        groups.entrySet().stream().sorted(order(past)).limit(BUDGET).forEach(group -> {
            var first = group.getValue().getFirst();
            var crowd = people(group.getValue());
            var item = counted(first.item(), crowd.size());
            items.add(item);
            texts.put(group.getKey(), new Flown(item, nowMs, crowd));
            people.put(first.item().author(), nowMs);
        });
        return new Sample(items, said.size(), new Past(texts, people));
    }

    /** Equal texts together, each group in the order of the room. */
    private static Map<String, List<Said>> groups(Collection<Said> said) {
        var groups = new LinkedHashMap<String, List<Said>>();
        said.stream()
                .sorted(Comparator.comparingLong(Said::rev))
                .forEach(each -> groups.computeIfAbsent(form(each.item().text()), form -> new ArrayList<>())
                        .add(each));
        return groups;
    }

    /** Whether the group only raises the count of something that still flies. */
    private static boolean rises(
            Map<String, Flown> texts, String form, List<Said> group, long nowMs, List<DanmakuItem> items) {
        var flown = texts.get(form);
        if (flown == null || nowMs - flown.atMs() >= COLLAPSIBLE_MS) {
            return false;
        }
        var crowd = new LinkedHashSet<>(flown.people());
        crowd.addAll(people(group));
        if (crowd.size() > flown.people().size()) {
            var item = counted(flown.item(), crowd.size());
            items.add(item);
            texts.put(form, new Flown(item, flown.atMs(), crowd));
        }
        return true;
    }

    private static Comparator<Map.Entry<String, List<Said>>> order(Past past) {
        return Comparator.comparing((Map.Entry<String, List<Said>> group) ->
                        group.getValue().stream().noneMatch(Said::host))
                .thenComparing(group -> past.people()
                        .containsKey(group.getValue().getFirst().item().author()))
                .thenComparing(group -> past.texts().containsKey(group.getKey()))
                .thenComparing(
                        group -> group.getValue().getLast().rev(),
                        Comparator.<Long>naturalOrder().reversed());
    }

    private static Set<String> people(List<Said> group) {
        var people = new LinkedHashSet<String>();
        group.forEach(each -> people.add(each.item().author()));
        return people;
    }

    private static DanmakuItem counted(DanmakuItem item, int n) {
        return new DanmakuItem(item.id(), item.text(), n, item.lane(), item.colour(), item.author());
    }

    /** The form in which texts are equal: width, case, repetition and trailing punctuation do not count. */
    public static String form(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var single = runs(folded);
        return PUNCTUATION_ALONE.matcher(single).matches()
                ? single
                : TRAILING.matcher(single).replaceAll("");
    }

    private static String runs(String text) {
        return RUNS.matcher(text).replaceAll("$1");
    }
}
