package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pavilion.server.json.Json;

/** The API document of the whole house, and the files that clients are typed from. */
@ExtendWith(House.Shared.class)
final class ApiDocumentTest {
    private static final Path FILES = Path.of("../../web/kit/src");
    private static final String STALE = " is stale: run ./pavilion openapi";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number", "array", "object");

    @Test
    void theCommittedDocumentIsTheServersOwn(House house) throws IOException {
        var committed = Files.readString(FILES.resolve("openapi.json")).lines().toList();
        var served = document(house).lines().toList();
        for (int i = 0; i < Math.min(committed.size(), served.size()); i++) {
            assertEquals(served.get(i), committed.get(i), "line " + (i + 1) + " of openapi.json" + STALE);
        }
        assertEquals(served.size(), committed.size(), "openapi.json" + STALE);
    }

    @Test
    void theTypesBelongToTheDocument() throws IOException, NoSuchAlgorithmException {
        var document = Files.readString(FILES.resolve("openapi.json")).replace("\r\n", "\n");
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        try (var lines = Files.lines(FILES.resolve("api.d.ts"))) {
            assertTrue(lines.findFirst().orElse("").endsWith(hash), "api.d.ts" + STALE);
        }
    }

    @Test
    void theDocumentCoversTheCoreAndEveryPlugin(House house) {
        var owners = new HashSet<Object>();
        operations(
                tree(house), (path, operation) -> owners.addAll(list(Objects.requireNonNull(operation.get("tags")))));
        assertEquals(
                Set.of("core", "contest", "exhibition", "finance", "forum", "insight", "policy", "scifi", "trading"),
                owners);
    }

    @Test
    void everyOperationSaysWhoItIsWhatItTakesAndWhatItAnswers(House house) {
        var ids = new HashSet<Object>();
        operations(tree(house), (path, operation) -> {
            assertTrue(ids.add(operation.get("operationId")), "operationId twice: " + operation.get("operationId"));
            var responses = member(operation, "responses");
            assertTrue(responses.size() > 1, path + " answers nothing but refusals");
            responses.forEach((status, response) -> {
                assertTrue(status.equals("default") || status.matches("[1-5]\\d\\d"), path + ": " + status);
                assertFalse(Objects.toString(object(response).get("description"), "")
                        .isEmpty());
            });
            assertEquals(PARAMETER.matcher(path).results().map(r -> r.group(1)).toList(), pathParameters(operation));
        });
        assertFalse(ids.isEmpty());
    }

    @Test
    void theDocumentIsWellFormed(House house) {
        var document = tree(house);
        assertTrue(Objects.toString(document.get("openapi")).startsWith("3.1."));
        assertFalse(text(member(document, "info"), "title").isEmpty());
        assertFalse(text(member(document, "info"), "version").isEmpty());
        var schemas = member(member(document, "components"), "schemas");
        each(document, node -> {
            if (node.get("$ref") instanceof String reference) {
                assertTrue(reference.startsWith("#/components/schemas/"), reference);
                assertTrue(schemas.containsKey(reference.substring(reference.lastIndexOf('/') + 1)), reference);
            }
        });
        schemas.forEach((name, schema) -> {
            assertTrue(name.matches("[A-Za-z0-9._-]+"), name);
            wellFormed(name, object(schema));
        });
    }

    @Test
    void aListSaysWhatItsRecordsAre(House house) {
        var document = tree(house);
        var offers = member(member(member(document, "paths"), "/api/plugins/trading/offers"), "get");
        var ok = member(member(member(offers, "responses"), "200"), "content");
        var slice = resolve(document, member(member(ok, "application/json"), "schema"));
        var record = resolve(document, member(member(member(slice, "properties"), "records"), "items"));
        assertTrue(member(record, "properties").containsKey("id"), record.toString());
    }

    private interface Operation {
        void visit(String path, Map<String, Object> operation);
    }

    private static void operations(Map<String, Object> document, Operation visitor) {
        member(document, "paths")
                .forEach((path, item) ->
                        object(item).values().forEach(operation -> visitor.visit(path, object(operation))));
    }

    private static List<Object> pathParameters(Map<String, Object> operation) {
        var names = new ArrayList<Object>();
        for (var each : list(operation.getOrDefault("parameters", List.of()))) {
            var parameter = object(each);
            assertTrue(parameter.containsKey("schema"), parameter.toString());
            if (Objects.equals(parameter.get("in"), "path")) {
                assertEquals(true, parameter.get("required"));
                names.add(parameter.get("name"));
            }
        }
        return names;
    }

    private static void wellFormed(String where, Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            assertTrue(TYPES.contains(type), where + ": " + type);
        }
        if (schema.get("properties") != null) {
            var properties = member(schema, "properties");
            properties.forEach((name, each) -> wellFormed(where + "." + name, object(each)));
            for (var name : list(schema.getOrDefault("required", List.of()))) {
                assertTrue(properties.containsKey(name), where + " requires " + name);
            }
        }
        if (schema.get("items") != null) {
            wellFormed(where + "[]", member(schema, "items"));
        }
    }

    private static void each(Object node, Consumer<Map<String, Object>> visitor) {
        if (node instanceof Map<?, ?>) {
            visitor.accept(object(node));
            object(node).values().forEach(member -> each(member, visitor));
        } else if (node instanceof List<?> list) {
            list.forEach(member -> each(member, visitor));
        }
    }

    private static Map<String, Object> resolve(Map<String, Object> document, Map<String, Object> schema) {
        var name = Objects.toString(schema.get("$ref")).replace("#/components/schemas/", "");
        return member(member(member(document, "components"), "schemas"), name);
    }

    private static Map<String, Object> tree(House house) {
        return new Json().object(document(house));
    }

    private static String document(House house) {
        var answer = house.get("/openapi.json");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static Map<String, Object> member(Map<String, Object> of, String name) {
        return object(Objects.requireNonNull(of.get(name), name));
    }

    private static String text(Map<String, Object> of, String name) {
        return Objects.requireNonNull(of.get(name), name).toString();
    }

    @SuppressWarnings("unchecked") // JSON objects have string names
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }
}
