package org.pavilion.server.plugin;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;

/**
 * What an organiser may set for a plugin: a small part of JSON Schema, as data, so that the form is
 * shown without starting the plugin.
 */
public record SettingsSchema(List<Field> fields) {
    /** How a secret is shown, and what sent back leaves it as it is. */
    static final String HIDDEN = "***";

    private static final Set<String> KEYS =
            Set.of("type", "title", "description", "default", "minimum", "maximum", "enum", "x-secret");

    /**
     * One setting.
     *
     * @param type string, integer or boolean
     * @param options the allowed values; empty = any
     */
    public record Field(
            String name,
            String type,
            Optional<Text> title,
            Optional<Object> standard,
            Optional<Long> minimum,
            Optional<Long> maximum,
            List<String> options,
            boolean secret) {}

    static SettingsSchema of(Map<String, Object> schema, Json json) {
        if (schema.isEmpty()) {
            return new SettingsSchema(List.of());
        }
        for (var key : schema.keySet()) {
            if (!key.equals("type") && !key.equals("properties")) {
                throw Problem.invalid("/settings/" + key, "only type and properties are known here");
            }
        }
        if (!"object".equals(schema.get("type"))) {
            throw Problem.invalid("/settings/type", "must be \"object\"");
        }
        var fields = new java.util.ArrayList<Field>();
        members(schema.getOrDefault("properties", Map.of()), "/settings/properties")
                .forEach(
                        (name, value) -> fields.add(field(name, members(value, "/settings/properties/" + name), json)));
        return new SettingsSchema(List.copyOf(fields));
    }

    private static Field field(String name, Map<String, Object> members, Json json) {
        var at = "/settings/properties/" + name;
        if (!name.matches("[a-z][A-Za-z0-9]{0,40}")) {
            throw Problem.invalid(at, "a setting is named in camelCase");
        }
        for (var key : members.keySet()) {
            if (!KEYS.contains(key)) {
                throw Problem.invalid(at + "/" + key, "unknown member " + key);
            }
        }
        if (!(members.get("type") instanceof String type)
                || !Set.of("string", "integer", "boolean").contains(type)) {
            throw Problem.invalid(at + "/type", "must be string, integer or boolean");
        }
        if (!type.equals("integer") && (members.containsKey("minimum") || members.containsKey("maximum"))) {
            throw Problem.invalid(at, "only an integer has a minimum and a maximum");
        }
        var options = new java.util.ArrayList<String>();
        if (members.get("enum") instanceof List<?> listed) {
            listed.forEach(each -> options.add(String.valueOf(each)));
        } else if (members.containsKey("enum")) {
            throw Problem.invalid(at + "/enum", "a list is required");
        }
        var title = Optional.ofNullable(members.get("title")).map(value -> json.convert(value, Text.class));
        var field = new Field(
                name,
                type,
                title,
                Optional.empty(),
                whole(members.get("minimum"), at + "/minimum"),
                whole(members.get("maximum"), at + "/maximum"),
                List.copyOf(options),
                Boolean.TRUE.equals(members.get("x-secret")));
        var standard = Optional.ofNullable(members.get("default")).map(value -> check(field, value, at + "/default"));
        return new Field(
                name, type, title, standard, field.minimum(), field.maximum(), field.options(), field.secret());
    }

    private static Optional<Long> whole(@Nullable Object value, String at) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(((Number) value).longValue());
        }
        throw Problem.invalid(at, "a whole number is required");
    }

    private static Map<String, Object> members(@Nullable Object value, String at) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Problem.invalid(at, "an object is required");
        }
        var read = new LinkedHashMap<String, Object>();
        map.forEach((key, each) -> {
            if (each != null) {
                read.put(String.valueOf(key), each);
            }
        });
        return read;
    }

    /** The values with defaults filled in; an unknown or unfit one is refused with a pointer. */
    Map<String, Object> complete(Map<String, Object> values) {
        var names = fields.stream().map(Field::name).toList();
        for (var key : values.keySet()) {
            if (!names.contains(key)) {
                throw Problem.invalid("/" + key, "unknown setting " + key);
            }
        }
        var all = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null) {
                all.put(field.name(), check(field, value, "/" + field.name()));
            } else {
                field.standard().ifPresent(standard -> all.put(field.name(), standard));
            }
        }
        return all;
    }

    /** The names of the settings that differ. */
    List<String> changed(Map<String, Object> before, Map<String, Object> after) {
        var old = complete(before);
        var now = complete(after);
        return fields.stream()
                .map(Field::name)
                .filter(name -> !Objects.equals(plain(old.get(name)), plain(now.get(name))))
                .toList();
    }

    /** Whole numbers are equal whatever their width. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Number number ? Long.valueOf(number.longValue()) : value;
    }

    /** The same values with secrets hidden. */
    Map<String, Object> masked(Map<String, Object> values) {
        var shown = new LinkedHashMap<>(values);
        for (var field : fields) {
            if (field.secret() && shown.containsKey(field.name())) {
                shown.put(field.name(), HIDDEN);
            }
        }
        return shown;
    }

    /** The values sent back, with hidden secrets replaced by what is stored. */
    Map<String, Object> unmasked(Map<String, Object> sent, Map<String, Object> stored) {
        var values = new LinkedHashMap<>(sent);
        for (var field : fields) {
            if (field.secret() && HIDDEN.equals(values.get(field.name()))) {
                values.remove(field.name());
                var kept = stored.get(field.name());
                if (kept != null) {
                    values.put(field.name(), kept);
                }
            }
        }
        return values;
    }

    private static Object check(Field field, Object value, String at) {
        boolean fits = switch (field.type()) {
            case "string" -> value instanceof String text && text.length() <= 10_000;
            case "boolean" -> value instanceof Boolean;
            default -> value instanceof Integer || value instanceof Long;
        };
        if (!fits) {
            throw Problem.invalid(at, "a " + field.type() + " is required");
        }
        if (value instanceof Number number) {
            var exact = new BigDecimal(number.toString());
            if (field.minimum()
                            .filter(m -> exact.compareTo(BigDecimal.valueOf(m)) < 0)
                            .isPresent()
                    || field.maximum()
                            .filter(m -> exact.compareTo(BigDecimal.valueOf(m)) > 0)
                            .isPresent()) {
                throw Problem.invalid(at, "out of range");
            }
        }
        if (!field.options().isEmpty() && !field.options().contains(String.valueOf(value))) {
            throw Problem.invalid(at, "must be one of " + field.options());
        }
        return value;
    }
}
