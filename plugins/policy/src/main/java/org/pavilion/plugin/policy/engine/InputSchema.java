package org.pavilion.plugin.policy.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a rule as JSON Schema: exactly the keys a caller may send for it. */
public final class InputSchema {
    private InputSchema() {}

    /** The schema of {@code facts}. */
    public static Map<String, Object> of(Rule rule) {
        var top = members(rule);
        var claim = new LinkedHashMap<>(top);
        top.put(
                "claims",
                Map.of(
                        "type",
                        "array",
                        "title",
                        "Several contracts, premiums, loans or applications, each with its own facts; those at the top hold for all",
                        "maxItems",
                        200,
                        "items",
                        closed(claim)));
        return closed(top);
    }

    private static Map<String, Object> closed(Map<String, Object> properties) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> members(Rule rule) {
        var members = new LinkedHashMap<String, Object>();
        rule.base().ifPresent(base -> {
            var fact = Vocabulary.fact(base, Fact.Kind.MONEY);
            var amount = described(fact);
            amount.put("type", "string");
            amount.put("pattern", "^\\d{1,13}(\\.\\d{1,2})?$");
            amount.put("description", "An amount in yuan as a decimal string, e.g. \"4200000.00\"");
            members.put(base, amount);
            Vocabulary.spellings(base).stream()
                    .skip(1)
                    .forEach(name -> members.put(
                            name, Map.of("$ref", "#/properties/" + base, "description", "The same as " + base)));
        });
        for (var fact : rule.choiceFacts()) {
            var choice = described(Vocabulary.fact(fact, Fact.Kind.CHOICE));
            choice.put("type", "string");
            choice.put("enum", rule.choices(fact));
            members.put(fact, choice);
        }
        rule.conditions().forEach(condition -> members.put(condition.fact(), truth(condition.fact())));
        rule.anyOf().forEach(event -> members.put(event, truth(event)));
        if (!rule.anyOf().isEmpty()) {
            members.put(
                    "event",
                    Map.of("type", "string", "enum", rule.anyOf(), "title", "The event that took place, by its name"));
        }
        members.put(
                "date",
                Map.of(
                        "type",
                        "string",
                        "title",
                        "Date of the event; decides which version is in force and the year a cap counts in",
                        "examples",
                        List.of("2020-03-01")));
        for (var key : rule.scope().keys()) {
            var name = described(Vocabulary.fact(key, Fact.Kind.KEY));
            name.put("type", "string");
            name.put("maxLength", 120);
            members.put(key, name);
        }
        members.put("currency", Map.of("const", rule.currency()));
        return members;
    }

    private static Map<String, Object> truth(String fact) {
        var truth = described(Vocabulary.fact(fact, Fact.Kind.TRUTH));
        truth.put("type", "boolean");
        return truth;
    }

    private static Map<String, Object> described(Fact fact) {
        var described = new LinkedHashMap<String, Object>();
        described.put("title", fact.label().en());
        described.put("x-title", fact.label());
        described.put("x-question", fact.question());
        return described;
    }
}
