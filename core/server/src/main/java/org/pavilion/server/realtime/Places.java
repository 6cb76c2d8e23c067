package org.pavilion.server.realtime;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.server.identity.Rates;

/** How many sockets there are, for each person and each address: nobody takes the places of all others. */
final class Places {
    static final int FOR_A_PERSON = 16;
    private static final int FOR_AN_ADDRESS = 256;
    private static final String PERSON = "person ";
    private static final long RETRY_MS = 5_000;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final ReentrantLock empty = new ReentrantLock();
    private final Condition nobody = empty.newCondition();
    private final Rates rates;

    Places(Rates rates) {
        this.rates = rates;
    }

    int taken() {
        return all.get();
    }

    /** How many people that is: pages of one browser count once, where the browser can be told. */
    int visitors() {
        var pages = taken.entrySet().stream()
                .filter(each -> each.getKey().startsWith(PERSON))
                .mapToInt(Map.Entry::getValue)
                .toArray();
        return Math.max(0, all.get() - Arrays.stream(pages).sum() + pages.length);
    }

    /** Takes a place, or refuses with {@code socket.too-many} (429). Give it back by running the answer once. */
    Runnable take(Standing standing) {
        var address = "address " + standing.address();
        var person = person(standing);
        long forAddress = (long) FOR_AN_ADDRESS * rates.crowd(standing.address());
        take(address, forAddress);
        try {
            take(person, person.isEmpty() ? Long.MAX_VALUE : FOR_A_PERSON);
        } catch (Problem e) {
            giveBack(address);
            throw e;
        }
        all.incrementAndGet();
        return () -> {
            giveBack(address);
            giveBack(person);
            if (all.decrementAndGet() == 0) {
                empty.lock();
                try {
                    nobody.signalAll();
                } finally {
                    empty.unlock();
                }
            }
        };
    }

    /** Waits until the last one left, at most so long. */
    void awaitEmpty(Duration longest) {
        empty.lock();
        try {
            long left = longest.toNanos();
            while (all.get() > 0 && left > 0) {
                left = nobody.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            empty.unlock();
        }
    }

    /** Empty for machines, and for guests whom only their network tells apart. */
    private static String person(Standing standing) {
        return standing.anonymous() || standing.admitted().kind() == Caller.Kind.MACHINE
                ? ""
                : PERSON + standing.admitted().ref();
    }

    private void take(String who, long most) {
        if (who.isEmpty()) {
            return;
        }
        if (taken.merge(who, 1, Integer::sum) > most) {
            giveBack(who);
            throw new Problem("socket.too-many", 429, "Too many pages are open").retryAfter(RETRY_MS);
        }
    }

    private void giveBack(String who) {
        taken.computeIfPresent(who, (name, count) -> count <= 1 ? null : count - 1);
    }
}
