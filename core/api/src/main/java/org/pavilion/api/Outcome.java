package org.pavilion.api;

/** What became of one imported line. */
@Stable
public sealed interface Outcome {
    record Created() implements Outcome {}

    record Updated() implements Outcome {}

    record Same() implements Outcome {}

    /** Looks like an existing object under another id. Nothing was stored. */
    record Duplicate(Ref of) implements Outcome {}

    /** Refused: RFC 6901 pointer into the line and a dotted code. Nothing was stored. */
    record Rejected(String pointer, String code, String detail) implements Outcome {}

    static Outcome created() {
        return new Created();
    }

    static Outcome updated() {
        return new Updated();
    }

    static Outcome same() {
        return new Same();
    }

    static Outcome duplicate(Ref of) {
        return new Duplicate(of);
    }

    static Outcome rejected(String pointer, String code, String detail) {
        return new Rejected(pointer, code, detail);
    }
}
