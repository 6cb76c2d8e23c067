package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;

final class CircuitTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Circuit circuit = new Circuit(nanos::get);

    private void faults(int n) {
        for (int i = 0; i < n; i++) {
            circuit.fault();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void opensAfterFiveFaultsWithinAMinuteAndClosesAfterHalfAMinute() {
        faults(4);
        circuit.admit();
        faults(1);
        var problem = assertThrows(Problem.class, circuit::admit);
        assertEquals("plugin.degraded", problem.code());
        assertEquals(30_000, problem.retryAfterMs());
        pass(Duration.ofSeconds(31));
        circuit.admit();
        circuit.fine();
        assertFalse(circuit.isOpen());
    }

    @Test
    void opensAgainAtOnceWhenTheTryFails() {
        faults(5);
        pass(Duration.ofSeconds(31));
        circuit.admit();
        circuit.fault();
        assertThrows(Problem.class, circuit::admit);
    }

    @Test
    void forgetsOldFaults() {
        faults(4);
        pass(Duration.ofSeconds(61));
        faults(4);
        circuit.admit();
        assertFalse(circuit.isOpen());
    }

    @Test
    void aCallThatWasUnderWayDoesNotCloseIt() {
        faults(5);
        circuit.fine();
        assertTrue(circuit.isOpen());
    }
}
