package org.pavilion.server.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void writesParametersInOrderAndEncoded() {
        var address = Address.of("/search").with("q", "抗菌 钢&x").with("type", "item");

        assertEquals("/search?q=%E6%8A%97%E8%8F%8C+%E9%92%A2%26x&type=item", address.toString());
    }

    @Test
    void aFilterLinkAddsAValueAndTheSameLinkTakesItOut() {
        var one = Address.of("/search").toggled("type", "item");
        var two = one.toggled("type", "person");

        assertEquals("/search?type=item&type=person", two.toString());
        assertEquals("/search?type=person", two.toggled("type", "item").toString());
        assertEquals("/search", one.toggled("type", "item").toString());
    }

    @Test
    void aBlankValueRemovesTheParameter() {
        assertEquals(
                "/search", Address.of("/search").with("q", "x").with("q", " ").toString());
    }
}
