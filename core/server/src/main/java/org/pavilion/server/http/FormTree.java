package org.pavilion.server.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/**
 * Form fields as the tree that a JSON body of the same record would be: fields have no types, the
 * record has. Members of members are named {@code title.zh}; a checkbox is a boolean; an empty
 * field of an optional component is absent.
 */
final class FormTree {
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, float.class, Double.class, BigDecimal.class);

    private final Map<String, List<String>> fields;
    private final Set<String> used = new HashSet<>();

    private FormTree(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Map<String, Object> of(Map<String, List<String>> fields, Class<? extends Record> type) {
        var tree = new FormTree(fields);
        var members = tree.members(type, "");
        for (var name : fields.keySet()) {
            if (!tree.used.contains(name)) {
                throw Problem.invalid(pointer(name), "unknown member " + name);
            }
        }
        return members;
    }

    private Map<String, Object> members(Class<?> type, String prefix) {
        var members = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            var value = value(component.getGenericType(), prefix + component.getName());
            if (value != null) {
                members.put(component.getName(), value);
            }
        }
        return members;
    }

    private @Nullable Object value(Type type, String name) {
        var raw = raw(type);
        if (raw == Optional.class) {
            return present(name) ? value(argument(type, 0), name) : absent(name);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return list(argument(type, 0), name);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(name);
        }
        if (raw.isRecord() && !fields.containsKey(name)) {
            return present(name + ".") ? members(raw, name + ".") : null;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return one(name).filter(v -> !v.equals("false") && !v.equals("0")).isPresent();
        }
        return one(name).map(text -> scalar(raw, text)).orElse(null);
    }

    private @Nullable Object absent(String name) {
        used.add(name);
        return null;
    }

    private List<Object> list(Type element, String name) {
        used.add(name);
        var list = new ArrayList<Object>();
        for (var text : fields.getOrDefault(name, List.of())) {
            if (!text.isBlank()) {
                list.add(scalar(raw(element), text));
            }
        }
        return list;
    }

    private Map<String, Object> map(String name) {
        var map = new LinkedHashMap<String, Object>();
        for (var field : fields.keySet()) {
            if (field.startsWith(name + ".")) {
                one(field).ifPresent(text -> map.put(field.substring(name.length() + 1), text));
            }
        }
        return map;
    }

    private Optional<String> one(String name) {
        used.add(name);
        var values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.invalid(pointer(name), "is given more than once");
        }
        return values.stream().findFirst();
    }

    /** Whether a field of this name, or one below it, says anything. */
    private boolean present(String name) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equals(name)
                        || field.getKey().startsWith(name.endsWith(".") ? name : name + "."))
                .peek(field -> used.add(field.getKey()))
                .anyMatch(field -> field.getValue().stream().anyMatch(text -> !text.isBlank()));
    }

    /** A text that is no number stays text, so that binding refuses it with its pointer. */
    private static Object scalar(Class<?> type, String text) {
        try {
            if (WHOLE.contains(type)) {
                return Long.valueOf(text.strip());
            }
            return DECIMAL.contains(type) ? new BigDecimal(text.strip()) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            default -> Object.class;
        };
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }
}
