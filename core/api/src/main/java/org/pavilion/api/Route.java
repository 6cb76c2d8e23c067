package org.pavilion.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the JSON API, as a value: the host mounts it, checks the right, binds the body
 * and writes the API document from it. Core features use it too.
 *
 * <p>Paths consist of literals and {@code {param}} segments, e.g. {@code /booths/{id}}.
 */
@Stable
public record Route(
        Method method,
        String path,
        Permission needs,
        Where where,
        @Nullable Class<? extends Record> takes,
        Map<Integer, Answer> answers,
        List<Parameter> parameters,
        Limits limits,
        String summary,
        Handler handler) {

    public Route {
        if (!path.equals("/") && !path.matches("(/([a-z0-9.-]+|\\{[a-zA-Z]+}))+")) {
            throw new IllegalArgumentException("not a route path: " + path);
        }
        answers = Map.copyOf(answers);
        parameters = List.copyOf(parameters);
    }

    public static Needs get(String path) {
        return permission -> new Draft(Method.GET, path, permission);
    }

    public static Needs post(String path) {
        return permission -> new Draft(Method.POST, path, permission);
    }

    public static Needs put(String path) {
        return permission -> new Draft(Method.PUT, path, permission);
    }

    public static Needs patch(String path) {
        return permission -> new Draft(Method.PATCH, path, permission);
    }

    public static Needs delete(String path) {
        return permission -> new Draft(Method.DELETE, path, permission);
    }

    /** Where the right of a route must hold before its handler runs. */
    public sealed interface Where {
        /** In the whole expo. */
        record Expo() implements Where {}

        /**
         * At the object that the path names.
         *
         * @param type of the object
         * @param parameter of the path that holds its id
         */
        record At(String type, String parameter) implements Where {}

        /** Anywhere at all: the handler asks {@link Access} for each object it shows or touches. */
        record Somewhere() implements Where {}
    }

    /** First step: without a permission nothing compiles; {@link Permission#PUBLIC} is explicit. */
    public interface Needs {
        Draft needs(Permission permission);
    }

    /** What the route does; throw {@link Problem} for every refusal. Runs on a virtual thread. */
    @FunctionalInterface
    public interface Handler {
        Response handle(Request request) throws Exception;
    }

    /**
     * What a route answers for a status.
     *
     * @param of the arguments of a generic record, e.g. the records that a slice holds; else empty
     */
    public record Answer(Class<?> type, List<Class<?>> of) {
        public Answer {
            of = List.copyOf(of);
        }
    }

    /** A query parameter, for the API document. */
    public record Parameter(String name, String summary) {}

    /** A route without its handler yet. */
    public static final class Draft {
        private final Method method;
        private final String path;
        private final Permission needs;
        private @Nullable Class<? extends Record> takes;
        private final Map<Integer, Answer> answers = new TreeMap<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private Limits limits = Limits.DEFAULT;
        private Where where = new Where.Expo();
        private String summary = "";

        private Draft(Method method, String path, Permission needs) {
            this.method = method;
            this.path = path;
            this.needs = needs;
        }

        /** The right is needed at this object alone, not in the whole expo; see {@link Scopes}. */
        @Preview
        public Draft at(String type, String parameter) {
            if (!path.contains("{" + parameter + "}")) {
                throw new IllegalArgumentException(path + " has no parameter " + parameter);
            }
            where = new Where.At(type, parameter);
            return this;
        }

        /** Lets in who holds the right anywhere; the handler asks for each object it shows or touches. */
        @Preview
        public Draft somewhere() {
            where = new Where.Somewhere();
            return this;
        }

        /** The body's type: JSON, urlencoded and multipart are bound alike. */
        public Draft takes(Class<? extends Record> body) {
            takes = body;
            return this;
        }

        /** The answer's type for a status; {@code Void.class} for an empty one, {@code byte[].class} for a stream. */
        public Draft answers(int status, Class<?> type) {
            answers.put(status, new Answer(type, List.of()));
            return this;
        }

        /** A generic record and its argument, e.g. {@code answers(200, Shelf.Slice.class, Offer.class)}. */
        public Draft answers(int status, Class<?> type, Class<?> of) {
            answers.put(status, new Answer(type, List.of(of)));
            return this;
        }

        public Draft query(String name, String meaning) {
            parameters.add(new Parameter(name, meaning));
            return this;
        }

        public Draft limits(Limits value) {
            limits = value;
            return this;
        }

        /** One sentence for the API document. */
        public Draft summary(String text) {
            summary = text;
            return this;
        }

        public Route handle(Handler handler) {
            if (answers.isEmpty()) {
                throw new IllegalStateException(method + " " + path + " does not say what it answers");
            }
            return new Route(method, path, needs, where, takes, answers, parameters, limits, summary, handler);
        }
    }
}
