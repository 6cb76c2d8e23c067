package org.pavilion.server.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.JsonText;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;

/** JSON Schemas of the records that the API takes and answers; each record once, by name. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> SCALARS = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(float.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(PartialDate.class, Map.of("type", "string")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri-reference")),
            Map.entry(Ref.class, Map.of("type", "string", "pattern", "^[a-z][a-z0-9-]*:[A-Za-z0-9._-]+$")),
            Map.entry(JsonText.class, Map.of()),
            Map.entry(Object.class, Map.of()),
            Map.entry(Void.class, Map.of()));

    private final Map<String, Object> components = new TreeMap<>();
    private final Map<Type, String> names = new HashMap<>();

    /** All records met so far, by name. */
    Map<String, Object> components() {
        return components;
    }

    Map<String, Object> of(Route.Answer answer) {
        return of(answer.of().isEmpty() ? answer.type() : new Bound(answer.type(), List.copyOf(answer.of())));
    }

    Map<String, Object> of(Type type) {
        var raw = raw(type);
        var scalar = SCALARS.get(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw == Optional.class) {
            return of(argument(type, 0));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(argument(type, 0)));
        }
        if (raw.isArray()) {
            return Map.of("type", "array", "items", of(raw.getComponentType()));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(argument(type, 1)));
        }
        if (raw.isEnum()) {
            return Map.of("type", "string", "enum", constants(raw));
        }
        if (raw.isRecord()) {
            return reference(type, this::members);
        }
        return raw.isSealed() ? reference(raw, t -> choice(raw)) : Map.of();
    }

    private interface Body {
        Map<String, Object> of(Type type);
    }

    private Map<String, Object> reference(Type type, Body body) {
        var known = names.get(type);
        if (known == null) {
            known = free(name(type));
            names.put(type, known);
            components.put(known, Map.of()); // holds the name while members refer back to it
            components.put(known, body.of(type));
        }
        return Map.of("$ref", "#/components/schemas/" + known);
    }

    private Map<String, Object> members(Type type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        var arguments = arguments(type);
        for (var component : raw(type).getRecordComponents()) {
            properties.put(component.getName(), of(bind(component.getGenericType(), arguments)));
            if (required(component)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> choice(Class<?> type) {
        return Map.of(
                "oneOf",
                Arrays.stream(type.getPermittedSubclasses()).map(this::of).toList());
    }

    private static boolean required(RecordComponent component) {
        return component.getType() != Optional.class && !nullable(component) && !nullable(component.getAnnotatedType());
    }

    private static boolean nullable(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> each instanceof Quantity.Qualifier q ? q.code() : ((Enum<?>) each).name())
                .toList();
    }

    /** {@code Outer.Inner} is {@code OuterInner}: short, and stable as long as the class keeps its name. */
    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + type.getSimpleName();
    }

    /** {@code Outer.Inner<Arg>} is {@code OuterInnerArg}. */
    private static String name(Type type) {
        return type instanceof Bound bound
                ? name(bound.raw())
                        + bound.arguments().stream().map(Schemas::name).collect(Collectors.joining())
                : name(raw(type));
    }

    /** A generic type with its arguments; equal to every other of the same. */
    private record Bound(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    private static Map<TypeVariable<?>, Type> arguments(Type type) {
        var arguments = new HashMap<TypeVariable<?>, Type>();
        var variables = raw(type).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            arguments.put(variables[i], argument(type, i));
        }
        return arguments;
    }

    private static Type bind(Type type, Map<TypeVariable<?>, Type> arguments) {
        return switch (type) {
            case TypeVariable<?> variable -> arguments.getOrDefault(variable, Object.class);
            case ParameterizedType generic ->
                new Bound(
                        raw(generic),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(argument -> bind(argument, arguments))
                                .toList());
            default -> type;
        };
    }

    private String free(String name) {
        var free = name;
        for (int i = 2; components.containsKey(free); i++) {
            free = name + i;
        }
        return free;
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
}
