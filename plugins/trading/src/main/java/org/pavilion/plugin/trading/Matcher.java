package org.pavilion.plugin.trading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pavilion.api.Directory;
import org.pavilion.api.Text;

/**
 * Brings demands and offers together, both ways, and says why. A pure function of the records: the
 * same input gives the same order, and a record counts the moment it is stored.
 */
final class Matcher {
    /** Readiness an open application scenario needs: it is tried out, not developed. */
    private static final int READY_FOR_SCENARIO = 7;
    /** Below it a technology is still research. */
    private static final int READY_TO_DEVELOP = 4;

    private static final int FIRST_FIELD = 22;
    private static final int HINTED_FIELD = 14;
    private static final int FURTHER_FIELD = 6;
    private static final double TERM = 20;
    private static final double OTHER_LANGUAGE = 5;
    private static final int MOST_TERMS = 6;

    private static final Set<String> FOR_SCENARIO = Set.of("pilot-site", "user", "buyer");
    private static final Set<String> FOR_TECHNOLOGY =
            Set.of("buyer", "licensee", "user", "co-developer", "pilot-site", "clinical-partner");

    private static final Comparator<Match> ORDER = Comparator.comparing((Match match) -> !match.fits())
            .thenComparing(Match::score, Comparator.reverseOrder())
            .thenComparing(Match::offer)
            .thenComparing(Match::demand);

    private final List<Directory.Field> fields;
    private final List<Offer> offers;
    private final Map<String, Words> words = new HashMap<>();
    private final Map<String, Double> weights = new ConcurrentHashMap<>();

    Matcher(List<Offer> offers, List<Directory.Field> fields) {
        this.fields = fields;
        this.offers = offers;
        offers.forEach(offer -> words.put(offer.id(), Words.of(offer.name(), plain(offer))));
    }

    /** Offers that answer the demand, best first; those that something speaks against stand last. */
    List<Match> offersFor(Demand demand) {
        var asked = asked(demand);
        var guesses = FieldGuess.of(demand, fields);
        return offers.stream()
                .flatMap(offer -> match(demand, asked, guesses, offer).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Demands that the offer answers, best first. */
    List<Match> demandsFor(Offer offer, List<Demand> demands) {
        return demands.stream()
                .flatMap(demand -> match(demand, asked(demand), FieldGuess.of(demand, fields), offer).stream())
                .sorted(ORDER)
                .toList();
    }

    private static Words asked(Demand demand) {
        return Words.of(Stream.concat(
                        Stream.of(demand.name(), demand.summary()),
                        demand.tags().stream().map(Text::same))
                .toArray(Text[]::new));
    }

    /** The summary without the invented last sentence, which repeats the partners sought. */
    private static Text plain(Offer offer) {
        var summary = offer.summary();
        var zh = summary.zh().replaceAll("[^。]*（演示）[^。]*。", "");
        var en = summary.en().replaceAll("[^.]*\\(demo\\)[^.]*\\.", "");
        return zh.isBlank() && en.isBlank() ? offer.name() : new Text(zh, en);
    }

    private Optional<Match> match(Demand demand, Words asked, List<FieldGuess> guesses, Offer offer) {
        var reasons = new ArrayList<Reason>();
        var both = guesses.stream()
                .filter(guess -> offer.fields().contains(guess.field()))
                .toList();
        terms(asked, both, offer).ifPresent(reasons::add);
        fields(both).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        var against = new ArrayList<Reason>();
        partner(demand, offer, reasons, against);
        readiness(demand, offer, reasons, against);
        int score = Math.min(100, reasons.stream().mapToInt(Reason::points).sum());
        return Optional.of(new Match(
                demand.id(), offer.id(), score, against.isEmpty(), List.copyOf(reasons), List.copyOf(against)));
    }

    /** Terms that a shared field was read from are left to that reason: nothing counts twice. */
    private Optional<Reason> terms(Words asked, List<FieldGuess> both, Offer offer) {
        var named = both.stream().map(FieldGuess::word).collect(Collectors.toSet());
        var common = asked.shared(words.getOrDefault(offer.id(), Words.of(offer.name())))
                .without(named);
        double zh = common.han().stream().mapToDouble(this::weight).sum();
        double en = common.whole().keySet().stream().mapToDouble(this::weight).sum();
        var shown = Stream.concat(common.han().stream(), common.whole().values().stream())
                .distinct()
                .limit(MOST_TERMS)
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int points =
                (int) Math.min(Reason.TERMS, Math.round(TERM * Math.max(zh, en) + OTHER_LANGUAGE * Math.min(zh, en)));
        return Optional.of(new Reason(
                "terms",
                points,
                Reason.TERMS,
                shown,
                new Text("共同的词：" + String.join("、", shown), "Shared terms: " + String.join(", ", shown)),
                false));
    }

    /** A term that few offers have tells more: 1 for a single one, towards 0 for all. */
    private double weight(String term) {
        return weights.computeIfAbsent(term, wanted -> {
            long having =
                    words.values().stream().filter(each -> each.has(wanted)).count();
            double all = words.size();
            return StrictMath.log(1 + all / Math.max(1, having)) / StrictMath.log(1 + all);
        });
    }

    private Optional<Reason> fields(List<FieldGuess> both) {
        if (both.isEmpty()) {
            return Optional.empty();
        }
        boolean stated = both.stream().anyMatch(guess -> !guess.inferred());
        int points = (stated ? FIRST_FIELD : HINTED_FIELD) + FURTHER_FIELD * (both.size() - 1);
        var names = both.stream().map(guess -> name(guess.field())).toList();
        var hints = both.stream().map(FieldGuess::word).distinct().toList();
        var zhHint = stated ? "" : "（由“" + String.join("”“", hints) + "”推定）";
        var enHint = stated ? "" : " (inferred from “" + String.join("”, “", hints) + "”)";
        return Optional.of(new Reason(
                "fields",
                Math.min(Reason.FIELDS, points),
                Reason.FIELDS,
                both.stream().map(FieldGuess::field).toList(),
                new Text(
                        "同一领域：" + names.stream().map(Text::zh).collect(Collectors.joining("、")) + zhHint,
                        "Same field: " + names.stream().map(Text::en).collect(Collectors.joining(", ")) + enHint),
                !stated));
    }

    private Text name(String field) {
        return fields.stream()
                .filter(each -> each.id().equals(field))
                .map(Directory.Field::name)
                .findFirst()
                .orElseGet(() -> Text.same(field));
    }

    private static void partner(Demand demand, Offer offer, List<Reason> reasons, List<Reason> against) {
        if (offer.wanted().isEmpty()) {
            return;
        }
        var able = scenario(demand) ? FOR_SCENARIO : FOR_TECHNOLOGY;
        var fitting = offer.wanted().stream().filter(able::contains).toList();
        boolean invented = offer.synthetic().contains("wanted");
        var names = (fitting.isEmpty() ? offer.wanted() : fitting)
                .stream().map(Terms::of).collect(Collectors.toCollection(LinkedHashSet::new));
        var zh = names.stream().map(Text::zh).collect(Collectors.joining("、"));
        var en = names.stream().map(Text::en).collect(Collectors.joining(", ")).toLowerCase(Locale.ROOT);
        if (fitting.isEmpty()) {
            var words =
                    new Text("成果方寻求的是" + zh + "，需求方不是", "The offer looks for: " + en + "; this demand is none of them");
            against.add(new Reason("partner", 0, Reason.PARTNER, offer.wanted(), words, invented));
        } else {
            var words = new Text("需求方可以成为成果方寻求的" + zh, "The demand can be what the offer looks for: " + en);
            reasons.add(new Reason("partner", Reason.PARTNER, Reason.PARTNER, fitting, words, invented));
        }
    }

    private static void readiness(Demand demand, Offer offer, List<Reason> reasons, List<Reason> against) {
        int needed = scenario(demand) ? READY_FOR_SCENARIO : READY_TO_DEVELOP;
        boolean invented = offer.synthetic().contains("trl");
        var level = List.of(String.valueOf(offer.trl()));
        if (offer.trl() < needed) {
            var words = new Text(
                    "成熟度 TRL %d，低于这类需求所需的 %d".formatted(offer.trl(), needed),
                    "Readiness TRL %d is below the %d such a demand needs".formatted(offer.trl(), needed));
            against.add(new Reason("readiness", 0, Reason.READINESS, level, words, invented));
        } else {
            var words = new Text(
                    "成熟度 TRL %d，达到这类需求所需的 %d".formatted(offer.trl(), needed),
                    "Readiness TRL %d meets the %d such a demand needs".formatted(offer.trl(), needed));
            reasons.add(new Reason("readiness", Reason.READINESS, Reason.READINESS, level, words, invented));
        }
    }

    private static boolean scenario(Demand demand) {
        return demand.demandType().equals("application-scenario")
                || demand.demandType().equals("scenario-group");
    }
}
