package org.pavilion.server.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

final class JsonTest {
    record Inner(String name, int size) {}

    record Outer(
            Ref ref,
            Text title,
            List<Inner> parts,
            Optional<String> note,
            @Nullable String extra) {}

    private final Json json = new Json();

    @Test
    void readsWhatItWrites() {
        var value = new Outer(
                Ref.of("booth:b-1"), new Text("展台", "Booth"), List.of(new Inner("a", 1)), Optional.of("n"), null);
        assertEquals(value, json.read(json.bytes(value), Outer.class));
    }

    @Test
    void writesANullableMemberAsNullAndLeavesAnEmptyOptionalOut() {
        var text = json.text(new Outer(Ref.of("booth:b"), new Text("台", ""), List.of(), Optional.empty(), null));
        assertTrue(text.endsWith(",\"extra\":null}"), text);
        assertTrue(!text.contains("note"), text);
    }

    @Test
    void takesAbsentListsAndOptionalsAsEmpty() {
        var read = json.read("{\"ref\":\"booth:b\",\"title\":{\"zh\":\"台\",\"en\":\"\"}}", Outer.class);
        assertTrue(read.note().isEmpty());
        assertEquals(List.of(), read.parts());
    }

    @Test
    void pointsAtAnUnknownMember() {
        assertEquals(
                "/parts/0/colour",
                refused(
                        "{\"ref\":\"a:b\",\"title\":{\"zh\":\"台\",\"en\":\"\"},\"parts\":[{\"name\":\"n\",\"size\":1,\"colour\":2}]}"));
    }

    @Test
    void pointsAtAMissingMember() {
        assertEquals(
                "/parts/0/name",
                refused("{\"ref\":\"a:b\",\"title\":{\"zh\":\"台\",\"en\":\"\"},\"parts\":[{\"size\":1}]}"));
        assertEquals("/title", refused("{\"ref\":\"a:b\"}"));
    }

    @Test
    void pointsAtAWrongTypeAndNeverCoerces() {
        assertEquals(
                "/parts/0/size",
                refused(
                        "{\"ref\":\"a:b\",\"title\":{\"zh\":\"台\",\"en\":\"\"},\"parts\":[{\"name\":\"n\",\"size\":\"1\"}]}"));
        assertEquals("/ref", refused("{\"ref\":\"no reference\",\"title\":{\"zh\":\"台\",\"en\":\"\"}}"));
    }

    @Test
    void saysWhereBrokenJsonBreaks() {
        var problem = assertThrows(Problem.class, () -> json.read("{\"ref\":", Outer.class));
        assertEquals(400, problem.status());
        assertTrue(problem.detail().contains("line 1"), problem.detail());
    }

    @Test
    void refusesDuplicateMembersAndTrailingText() {
        assertThrows(Problem.class, () -> json.read("{\"name\":\"a\",\"name\":\"b\",\"size\":1}", Inner.class));
        assertThrows(Problem.class, () -> json.read("{\"name\":\"a\",\"size\":1} x", Inner.class));
        assertThrows(Problem.class, () -> json.read("null", Inner.class));
    }

    private @Nullable String refused(String text) {
        var problem = assertThrows(Problem.class, () -> json.read(text, Outer.class));
        assertEquals("request.invalid", problem.code(), problem.detail());
        return problem.pointer();
    }
}
