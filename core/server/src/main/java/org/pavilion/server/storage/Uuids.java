package org.pavilion.server.storage;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDv7: sorted by creation within this process, unguessable in their last 62 bits. */
final class Uuids {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 48 bits of milliseconds, then a 12-bit count that may run ahead into the next millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuids() {}

    static String next() {
        var floor = System.currentTimeMillis() << 12;
        var tick = LAST.updateAndGet(last -> Math.max(last + 1, floor));
        var high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xfffL);
        var low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
