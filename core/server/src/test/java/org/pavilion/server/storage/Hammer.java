package org.pavilion.server.storage;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Many threads on one thing. */
public final class Hammer {
    private Hammer() {}

    /** One blow. */
    @FunctionalInterface
    public interface Blow {
        boolean strike(int number) throws Exception;
    }

    /** Calls the blow with 0 … {@code blows - 1} from that many threads at once; how often it said true. */
    public static int count(int blows, int threads, Blow blow) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < blows; i++) {
                var number = i;
                calls.add(() -> blow.strike(number));
            }
            int hits = 0;
            for (var result : pool.invokeAll(calls)) {
                hits += result.get() ? 1 : 0;
            }
            return hits;
        }
    }
}
