package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What makes an OpenAPI document usable: unique operations, declared parameters, no dangling reference. */
final class ApiDocuments {
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number", "array", "object");

    private ApiDocuments() {}

    static void check(Map<String, Object> document) {
        var schemas = member(member(document, "components"), "schemas");
        var operations = new HashSet<Object>();
        member(document, "paths")
                .forEach((path, item) -> object(item).forEach((method, each) -> {
                    var operation = object(each);
                    assertTrue(operations.add(operation.get("operationId")), "operationId twice: " + operation);
                    assertFalse(member(operation, "responses").isEmpty());
                    var declared = new ArrayList<Object>();
                    for (var parameter : list(operation.getOrDefault("parameters", List.of()))) {
                        if ("path".equals(object(parameter).get("in"))) {
                            declared.add("{" + object(parameter).get("name") + "}");
                        }
                    }
                    var named = List.of(path.split("/", -1)).stream()
                            .filter(segment -> segment.startsWith("{"))
                            .toList();
                    assertEquals(named, declared, path);
                }));
        walk(document, schemas);
    }

    private static void walk(Object node, Map<String, Object> schemas) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                assertTrue(schemas.containsKey(reference.replace("#/components/schemas/", "")), reference);
            }
            if (map.get("type") instanceof String type
                    && !map.containsKey("scheme")
                    && !map.containsKey("properties")) {
                assertTrue(TYPES.contains(type), type);
            }
            map.values().forEach(value -> walk(value, schemas));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> walk(value, schemas));
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have string names
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> member(Map<String, Object> of, String name) {
        return object(Objects.requireNonNull(of.get(name), name));
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }
}
