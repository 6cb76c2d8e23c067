package org.pavilion.server.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.pavilion.api.Permission;
import org.pavilion.api.Route;

/** The API document, OpenAPI 3.1, made from the routes that are mounted now. */
final class OpenApi {
    /** Of the API itself, not of the build: the document changes only with the routes. */
    private static final String VERSION = "1";

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    /** A route where it is mounted. {@code owner} is {@code core} or a plugin's id. */
    record Mounted(String owner, String path, Route route) {}

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    /** The same routes give the same document, byte for byte, whatever order they come in. */
    static Map<String, Object> document(List<Mounted> routes) {
        return new OpenApi()
                .write(routes.stream()
                        .sorted(Comparator.comparing(Mounted::path)
                                .thenComparing(mounted -> mounted.route().method()))
                        .toList());
    }

    private Map<String, Object> write(List<Mounted> routes) {
        schemas.of(ProblemDocument.class);
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var mounted : routes) {
            paths.computeIfAbsent(mounted.path(), p -> new TreeMap<>())
                    .put(mounted.route().method().name().toLowerCase(Locale.ROOT), operation(mounted));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Pavilion", "version", VERSION));
        document.put("paths", paths);
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas.components());
        components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
        document.put("components", components);
        document.replaceAll((name, member) -> ordered(member));
        return document;
    }

    /** Maps without an order of their own (the JDK's immutable ones change it with every run) get one. */
    private static Object ordered(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, Object>();
                var names = map.keySet().stream().map(String.class::cast);
                (map instanceof SequencedMap ? names : names.sorted())
                        .forEach(name -> entries.put(name, ordered(Objects.requireNonNull(map.get(name)))));
                yield entries;
            }
            case List<?> list -> list.stream().map(OpenApi::ordered).toList();
            default -> node;
        };
    }

    /** RFC 9457 with our members; what every refusal looks like. */
    record ProblemDocument(
            String type,
            String title,
            int status,
            String detail,
            String code,
            java.util.Optional<String> pointer,
            java.util.Optional<Long> retryAfterMs,
            String instance,
            String id) {}

    private Map<String, Object> operation(Mounted mounted) {
        var route = mounted.route();
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", operationId(mounted));
        operation.put("tags", List.of(mounted.owner()));
        if (!route.summary().isEmpty()) {
            operation.put("summary", route.summary());
        }
        var parameters = parameters(mounted);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        var takes = route.takes();
        if (takes != null) {
            operation.put("requestBody", requestBody(takes));
        }
        operation.put("responses", responses(route));
        operation.put("x-permission", route.needs().name());
        if (!route.needs().equals(Permission.PUBLIC)) {
            operation.put("security", List.of(Map.of("token", List.of())));
        }
        return operation;
    }

    private Map<String, Object> requestBody(Class<? extends Record> takes) {
        var media = Map.of("schema", schemas.of(takes));
        var content = new TreeMap<String, Object>();
        content.put("application/json", media);
        content.put("application/x-www-form-urlencoded", media);
        content.put("multipart/form-data", media);
        return Map.of("required", true, "content", content);
    }

    private static List<Map<String, Object>> parameters(Mounted mounted) {
        var parameters = new ArrayList<Map<String, Object>>();
        var match = PARAMETER.matcher(mounted.path());
        while (match.find()) {
            parameters.add(parameter(match.group(1), "path", true, ""));
        }
        for (var each : mounted.route().parameters()) {
            parameters.add(parameter(each.name(), "query", false, each.summary()));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, String description) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        parameter.put("schema", Map.of("type", "string"));
        return parameter;
    }

    private Map<String, Object> responses(Route route) {
        var responses = new TreeMap<String, Object>();
        route.answers().forEach((status, answer) -> responses.put(String.valueOf(status), response(status, answer)));
        responses.put(
                "default",
                Map.of(
                        "description",
                        "A refusal",
                        "content",
                        Map.of("application/problem+json", Map.of("schema", schemas.of(ProblemDocument.class)))));
        return responses;
    }

    private Map<String, Object> response(int status, Route.Answer answer) {
        var type = answer.type();
        var description = Failures.title(status);
        if (type == Void.class) {
            return Map.of("description", description);
        }
        var content = type == byte[].class
                ? Map.of("application/octet-stream", Map.of())
                : Map.of("application/json", Map.of("schema", schemas.of(answer)));
        return Map.of("description", description, "content", content);
    }

    private static String operationId(Mounted mounted) {
        var id = new StringBuilder(mounted.route().method().name().toLowerCase(Locale.ROOT));
        for (var word : mounted.path().replace("/api", "").split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }
}
