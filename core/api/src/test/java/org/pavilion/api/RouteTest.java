package org.pavilion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTest {

    record Answer(String text) {}

    @Test
    void saysWhatItNeedsTakesAndAnswers() {
        var route = Route.get("/booths/{id}")
                .needs(Permission.PUBLIC)
                .answers(200, Answer.class)
                .handle(request -> Response.noContent());
        assertEquals(Permission.PUBLIC, route.needs());
        assertEquals(new Route.Answer(Answer.class, List.of()), route.answers().get(200));
    }

    @Test
    void isRefusedWithoutAnAnswer() {
        var draft = Route.get("/booths").needs(Permission.PUBLIC);
        assertThrows(IllegalStateException.class, () -> draft.handle(request -> Response.noContent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"booths", "/booths/", "/Booths", "/booths/{id", "/a//b", "/booths?x=1", "/*"})
    void refusesAPathItCouldNotMatch(String path) {
        assertThrows(
                IllegalArgumentException.class,
                () -> Route.get(path)
                        .needs(Permission.PUBLIC)
                        .answers(200, Answer.class)
                        .handle(request -> Response.noContent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sign", "Guest:sign", "guestbook:", ":sign", "a:b:c"})
    void refusesAPermissionWithoutPrefixAndAction(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Permission(name));
    }
}
