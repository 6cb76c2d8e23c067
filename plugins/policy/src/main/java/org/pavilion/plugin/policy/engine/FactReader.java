package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Problem;
import org.pavilion.plugin.policy.engine.Answers.Facts;

/**
 * Reads facts as callers send them. A fact of another rule is harmless and passed over; one that no rule
 * knows, a wrong type or a senseless value is refused with a pointer.
 */
public final class FactReader {
    private static final int MOST_CLAIMS = 200;
    private static final int LONGEST_KEY = 120;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Set<String> amounts = new HashSet<>();
    private final Set<String> truths = new HashSet<>();
    private final Set<String> events = new HashSet<>();
    private final Map<String, Set<String>> choices = new TreeMap<>();
    private final ZoneId zone;

    /**
     * For all rules of the house, so that facts for another rule are told from misspelt ones.
     *
     * @param zone where the calendar year of an instant is counted
     */
    public FactReader(List<Rule> rules, ZoneId zone) {
        this.zone = zone;
        amounts.addAll(Vocabulary.ANY_BASE);
        for (var rule : rules) {
            rule.base().ifPresent(base -> amounts.addAll(Vocabulary.spellings(base)));
            rule.conditions().forEach(condition -> truths.add(condition.fact()));
            truths.addAll(rule.anyOf());
            events.addAll(rule.anyOf());
            rule.choiceFacts()
                    .forEach(fact ->
                            choices.computeIfAbsent(fact, f -> new HashSet<>()).addAll(rule.choices(fact)));
        }
    }

    /**
     * The facts for one rule.
     *
     * @param today events of rules that need past ones may not lie after it
     */
    public Facts read(Rule rule, Map<String, Object> facts, LocalDate today) {
        var top = object(rule, facts, "/facts", true, today);
        if (!(facts.get("claims") instanceof List<?> list) || list.isEmpty()) {
            return new Facts(List.of(top), false);
        }
        if (list.size() > MOST_CLAIMS) {
            throw Problem.invalid("/facts/claims", "at most " + MOST_CLAIMS + " claims at once");
        }
        if (top.base(rule).isPresent()) {
            throw Problem.invalid(
                    "/facts/" + given(rule, facts), "an amount stands either at the top or in claims, not in both");
        }
        var claims = new ArrayList<Answers>();
        for (int i = 0; i < list.size(); i++) {
            claims.add(top.with(object(rule, members(list.get(i), i), "/facts/claims/" + i, false, today)));
        }
        return new Facts(claims, true);
    }

    private static String given(Rule rule, Map<String, Object> facts) {
        return rule.base().stream()
                .flatMap(base -> Vocabulary.spellings(base).stream())
                .filter(facts::containsKey)
                .findFirst()
                .orElse("claims");
    }

    private static Map<String, Object> members(@Nullable Object claim, int index) {
        if (claim instanceof Map<?, ?> map) {
            var members = new TreeMap<String, Object>();
            map.forEach((name, value) -> {
                if (value != null) {
                    members.put(String.valueOf(name), value);
                }
            });
            return members;
        }
        throw Problem.invalid("/facts/claims/" + index, "an object is required");
    }

    private Answers object(Rule rule, Map<String, Object> facts, String at, boolean top, LocalDate today) {
        var money = new HashMap<String, BigDecimal>();
        var truth = new HashMap<String, Boolean>();
        var choice = new HashMap<String, String>();
        var keys = new HashMap<String, String>();
        var date = Optional.<PartialDate>empty();
        for (var fact : facts.entrySet()) {
            var name = fact.getKey();
            var value = fact.getValue();
            var where = at + "/" + name.replace("~", "~0").replace("/", "~1");
            var key = Vocabulary.key(name);
            if (value == null) {
                continue;
            }
            if (amounts.contains(name)) {
                money.put(name, amount(value, where));
            } else if (truths.contains(name)) {
                truth.put(name, truth(value, where));
            } else if (choices.containsKey(name)) {
                choice.put(name, choice(name, value, where));
            } else if (key.isPresent()) {
                keys.put(key.get(), text(value, where));
            } else if (name.equals("date") || name.equals("eventDate") || name.equals("year")) {
                if (date.isPresent()) {
                    throw Problem.invalid(where, "the date is given twice");
                }
                date = Optional.of(date(value, where));
                past(rule, date.get(), today, where);
            } else if (name.equals("event") || name.equals("events")) {
                truth.putAll(event(rule, value, where));
            } else if (name.equals("currency")) {
                currency(rule, value, where);
            } else if (!(top && name.equals("claims") && value instanceof List)) {
                throw Problem.invalid(
                        where, name.equals("claims") ? "a list is required" : "no rule knows a fact of this name");
            }
        }
        once(rule, money, at);
        return new Answers(money, truth, choice, keys, date);
    }

    private static void once(Rule rule, Map<String, BigDecimal> money, String at) {
        var used = rule.base().stream()
                .flatMap(base -> Vocabulary.spellings(base).stream())
                .filter(money::containsKey)
                .toList();
        if (used.stream().map(money::get).distinct().count() > 1) {
            throw Problem.invalid(at + "/" + used.getLast(), "two different amounts for one base");
        }
    }

    private static BigDecimal amount(Object value, String where) {
        if (!(value instanceof String text)) {
            throw Problem.invalid(where, "an amount is a decimal string in yuan, e.g. \"4200000.00\"");
        }
        if (AMOUNT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (!NUMBER.matcher(text).matches()) {
            throw Problem.invalid(where, "not a decimal amount in yuan, e.g. \"4200000.00\"");
        }
        if (text.startsWith("-")) {
            throw Problem.invalid(where, "an amount is not negative");
        }
        int point = text.indexOf('.');
        throw Problem.invalid(
                where,
                point >= 0 && text.length() - point > 3
                        ? "an amount has at most two decimals"
                        : "an amount has at most 13 digits before the point");
    }

    private static boolean truth(Object value, String where) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw Problem.invalid(where, "true or false is required");
    }

    private String choice(String name, Object value, String where) {
        var known = choices.getOrDefault(name, Set.of());
        if (value instanceof String text && known.contains(text)) {
            return text;
        }
        throw Problem.invalid(
                where, "one of " + String.join(", ", known.stream().sorted().toList()) + " is required");
    }

    private static String text(Object value, String where) {
        if (value instanceof String text && !text.isBlank() && text.length() <= LONGEST_KEY) {
            return text.strip();
        }
        throw Problem.invalid(where, "a name of 1 to " + LONGEST_KEY + " characters is required");
    }

    /** One event, several, or {@code none} of those the rule asks about. */
    private Map<String, Boolean> event(Rule rule, Object value, String where) {
        var stated = new HashMap<String, Boolean>();
        if (value.equals("none")) {
            rule.anyOf().forEach(event -> stated.put(event, false));
            return stated;
        }
        var named = value instanceof List<?> list ? list : List.of(value);
        for (var each : named) {
            if (!(each instanceof String event && events.contains(event))) {
                throw Problem.invalid(
                        where,
                        "each event is one of "
                                + String.join(", ", events.stream().sorted().toList()));
            }
            stated.put(event, true);
        }
        return stated;
    }

    private PartialDate date(Object value, String where) {
        if (value instanceof Integer year) {
            return date(String.valueOf(year), where);
        }
        if (!(value instanceof String text)) {
            throw Problem.invalid(where, "a date like 2020-03-01 is required");
        }
        try {
            return text.contains("T")
                    ? PartialDate.of(
                            OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate())
                    : new PartialDate(text);
        } catch (DateTimeException | Problem e) {
            throw Problem.invalid(where, "not a date like 2020, 2020-03 or 2020-03-01")
                    .causedBy(e);
        }
    }

    private static void past(Rule rule, PartialDate date, LocalDate today, String where) {
        boolean needed = rule.base()
                .map(base -> Vocabulary.fact(base, Fact.Kind.MONEY).past())
                .orElse(false);
        if (needed && date.earliest().isAfter(today)) {
            throw Problem.invalid(where, "the rule pays for what has happened; this date lies in the future");
        }
    }

    private static void currency(Rule rule, Object value, String where) {
        if (!value.equals(rule.currency())) {
            throw Problem.invalid(where, "the rule counts in " + rule.currency());
        }
    }
}
