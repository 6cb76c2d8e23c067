package org.pavilion.server.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** One listener's view of a topic, which fails at the first event that is lost, doubled or out of order. */
final class Ear {
    private final String topic;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Long> gaps = new ArrayList<>();
    private long last;

    Ear(String topic) {
        this.topic = topic;
    }

    /** Everything up to {@code rev} was heard before. */
    Ear after(long rev) {
        last = rev;
        return this;
    }

    void hear(String frame) {
        Assertions.assertFalse(frame.startsWith(Wire.CLOSE), frame);
        var parts = Wire.parse(frame);
        if (parts.length == 2 && parts[1] instanceof Map<?, ?> body && topic.equals(body.get("topic"))) {
            switch (String.valueOf(parts[0])) {
                case "batch" -> batch(body);
                case "gap" -> gap(body);
                default -> {
                    // state and ticks carry no events
                }
            }
        }
    }

    private void batch(Map<?, ?> body) {
        Assertions.assertEquals(last + 1, number(body.get("rev")), "the event after the last one");
        for (var event : Objects.requireNonNull((List<?>) body.get("events"))) {
            last++;
            if (((List<?>) event).get(1) instanceof Map<?, ?> payload && payload.get("n") instanceof Integer n) {
                numbers.add(n);
            }
        }
    }

    private void gap(Map<?, ?> body) {
        Assertions.assertEquals(last + 1, number(body.get("from")), "a gap begins after the last event");
        gaps.add(number(body.get("to")) - last);
        last = number(body.get("to"));
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    long last() {
        return last;
    }

    List<Integer> numbers() {
        return numbers;
    }

    /** Sizes of the gaps that were told. */
    List<Long> gaps() {
        return gaps;
    }
}
