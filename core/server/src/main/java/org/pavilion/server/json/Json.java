package org.pavilion.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;

/**
 * Records to and from JSON. Reading is strict: unknown, duplicate and missing members are refused
 * with an RFC 6901 pointer; a component that may be absent is an {@code Optional}, a collection
 * (absent = empty) or {@code @Nullable}. Writing leaves an empty {@code Optional} out and says null
 * where a component is {@code @Nullable}. Instants are ISO 8601, references {@code type:id}.
 *
 * <p>Take one instance for each mount: a mapper's type cache pins the classes it has seen.
 */
public final class Json implements JsonText {
    private static final int MAX_DEPTH = 64;

    private final JsonMapper strict;
    private final JsonMapper lenient;

    public Json() {
        // An own TypeFactory: the default one is shared by the whole JVM and would pin plugin classes.
        var base = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .build())
                        // Its own choice is a buffer for each thread: a virtual thread would throw it away after one
                        // use.
                        .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                        .build())
                .typeFactory(TypeFactory.defaultInstance()
                        .withCache((LookupCache<Object, JavaType>) new LRUMap<Object, JavaType>(16, 512)))
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new HouseModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .build();
        for (var many : List.of(List.class, Set.class, Map.class, Collection.class)) {
            base.configOverride(many).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        this.strict = base.rebuild().build();
        this.lenient = base.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Compact JSON in UTF-8. */
    public byte[] bytes(Object value) {
        try {
            return strict.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** Indented JSON, for files people read. */
    public String pretty(Object value) {
        try {
            return strict.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads strictly; a misfit is {@code request.invalid} with a pointer, broken JSON is {@code request.malformed} (400). */
    public <T> T read(byte[] json, Class<T> type) {
        return read(() -> strict.readValue(json, type));
    }

    @Override
    public <T> T read(String json, Class<T> type) {
        return read(() -> strict.readValue(json, type));
    }

    public <T> T read(InputStream json, Class<T> type) {
        return read(() -> strict.readValue(json, type));
    }

    /** Binds a tree of maps, lists and scalars (a form, a parsed line) strictly. */
    public <T> T convert(Object tree, Class<T> type) {
        return read(() -> strict.treeToValue(strict.valueToTree(tree), type));
    }

    /** Reads a view: members the record does not name are ignored. */
    public <T> T view(String json, Class<T> type) {
        return read(() -> lenient.readValue(json, type));
    }

    /** The members of a JSON object in order; anything else is {@code request.malformed}. */
    public Map<String, Object> object(String json) {
        JavaType map =
                strict.getTypeFactory().constructMapType(java.util.LinkedHashMap.class, String.class, Object.class);
        Map<String, Object> read = read(() -> strict.readValue(json, map));
        return read;
    }

    /** Structural equality of two JSON texts, member order aside. */
    public boolean same(String a, String b) {
        return tree(a).equals(tree(b));
    }

    private JsonNode tree(String json) {
        return read(() -> strict.readTree(json));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T read(Reading<? extends T> reading) {
        try {
            T value = reading.run();
            if (value == null) {
                throw Problem.invalid("", "an object is required, not null");
            }
            return value;
        } catch (JsonMappingException e) {
            if (problem(e) instanceof Problem own) {
                throw own.pointer() == null || own.pointer().isEmpty()
                        ? own.at(pointer(e))
                        : own.at(pointer(e) + own.pointer());
            }
            throw Problem.invalid(pointer(e), sentence(e));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new Problem(
                    "request.malformed",
                    400,
                    "not valid JSON"
                            + (where == null
                                    ? ""
                                    : " at line " + where.getLineNr() + ", column " + where.getColumnNr()));
        } catch (IOException e) {
            if (e.getCause() instanceof Problem own) {
                throw own;
            }
            throw new Problem("request.malformed", 400, "the body could not be read").causedBy(e);
        }
    }

    private static @org.jspecify.annotations.Nullable Throwable problem(Throwable e) {
        Throwable each = e;
        while (each != null && !(each instanceof Problem)) {
            each = each.getCause();
        }
        return each;
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : escape(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String sentence(JsonMappingException e) {
        return switch (e) {
            case com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException unknown ->
                "unknown member " + unknown.getPropertyName();
            case com.fasterxml.jackson.databind.exc.InvalidFormatException format ->
                "not a valid " + format.getTargetType().getSimpleName();
            case com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch ->
                mismatch.getTargetType() == null
                        ? "wrong type"
                        : "a " + noun(mismatch.getTargetType()) + " is required";
            default -> "not acceptable";
        };
    }

    private static String noun(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        return java.util.Collection.class.isAssignableFrom(type) || type.isArray()
                ? "list"
                : type.getSimpleName() + " object";
    }
}
