package org.pavilion.plugin.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pavilion.api.Organisation;
import org.pavilion.api.Request;
import org.pavilion.api.Text;

/** Makes the list of policies as its query asks for it. */
final class ListViews {
    private static final Text YES = new Text("有可计算的规则", "Has computable rules");
    private static final Text NO = new Text("只有文本", "Text only");

    private final Policies policies;

    ListViews(Policies policies) {
        this.policies = policies;
    }

    private record Dimension(String title, String parameter, Function<Policy, Optional<String>> value) {}

    private static final List<Dimension> DIMENSIONS = List.of(
            new Dimension("facet.rules", "rules", p -> Optional.of(p.rules().isEmpty() ? "no" : "yes")),
            new Dimension("facet.year", "year", p -> Optional.of(String.valueOf(p.effectiveYear()))),
            new Dimension("facet.status", "type", p -> Optional.of(p.status())),
            new Dimension("facet.issuer", "issuer", Policy::issuer));

    ListView view(Request request) {
        var editions = request.query("edition").map(policies.directory()::withHosted);
        var all = policies.storage().read(policies::all).stream()
                .filter(policy ->
                        editions.map(ids -> ids.contains(policy.edition())).orElse(true))
                .toList();
        var chosen = new LinkedHashMap<String, String>();
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var dimension : DIMENSIONS) {
            request.query(dimension.parameter()).ifPresent(value -> {
                chosen.put(dimension.parameter(), value);
                pairs.add(Map.entry(dimension.parameter(), value));
            });
        }
        var shown = all.stream().filter(policy -> matches(policy, chosen, "")).toList();
        return new ListView(
                shown.stream().map(this::row).toList(),
                DIMENSIONS.stream()
                        .map(dimension -> facet(dimension, all, chosen))
                        .filter(facet -> facet.choices().size() > 1 || facet.chosen())
                        .toList(),
                shown.size(),
                (int) all.stream().mapToLong(policy -> policy.rules().size()).sum(),
                new Address("", pairs));
    }

    private static boolean matches(Policy policy, Map<String, String> chosen, String except) {
        return DIMENSIONS.stream()
                .filter(dimension -> !dimension.parameter().equals(except))
                .allMatch(dimension -> Optional.ofNullable(chosen.get(dimension.parameter()))
                        .map(value -> dimension
                                .value()
                                .apply(policy)
                                .filter(value::equals)
                                .isPresent())
                        .orElse(true));
    }

    private ListView.Facet facet(Dimension dimension, List<Policy> all, Map<String, String> chosen) {
        var counts = new LinkedHashMap<String, Long>();
        all.stream()
                .filter(policy -> matches(policy, chosen, dimension.parameter()))
                .flatMap(policy -> dimension.value().apply(policy).stream())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        var choices = counts.entrySet().stream()
                .map(count -> new ListView.Choice(
                        label(dimension.parameter(), count.getKey()),
                        count.getKey(),
                        count.getValue(),
                        count.getKey().equals(chosen.get(dimension.parameter()))))
                .sorted(order(dimension))
                .toList();
        return new ListView.Facet(
                dimension.title(), dimension.parameter(), choices, chosen.containsKey(dimension.parameter()));
    }

    private static Comparator<ListView.Choice> order(Dimension dimension) {
        return dimension.parameter().equals("year") || dimension.parameter().equals("rules")
                ? Comparator.comparing(ListView.Choice::value).reversed()
                : Comparator.comparing(ListView.Choice::count).reversed();
    }

    private Text label(String parameter, String value) {
        return switch (parameter) {
            case "rules" -> value.equals("yes") ? YES : NO;
            case "issuer" ->
                policies.directory().organisation(value).map(Organisation::name).orElse(Text.same(value));
            case "type" -> Terms.of(value);
            default -> Text.same(value);
        };
    }

    private ListView.Row row(Policy policy) {
        return new ListView.Row(
                policy,
                Terms.of(policy.status()),
                policies.names().edition(policy.edition()).text(),
                policy.issuer().flatMap(policies.directory()::organisation).map(Organisation::name),
                RuleBook.of(policy).rules().stream().map(rule -> rule.name()).toList());
    }
}
