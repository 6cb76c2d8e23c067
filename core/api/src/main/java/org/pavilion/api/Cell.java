package org.pavilion.api;

/** A value on a {@link Sheet}, with what the host needs to print or link it. */
@Preview
public sealed interface Cell {
    record Words(Text text) implements Cell {}

    /** A link to an object's page. */
    record Pointer(Ref ref, Text name) implements Cell {}

    record Figure(Quantity quantity) implements Cell {}

    static Cell words(Text text) {
        return new Words(text);
    }

    static Cell words(String text) {
        return new Words(Text.same(text));
    }

    static Cell to(Ref ref, Text name) {
        return new Pointer(ref, name);
    }

    static Cell figure(Quantity quantity) {
        return new Figure(quantity);
    }
}
