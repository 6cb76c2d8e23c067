package org.pavilion.broken.server.json;

import java.security.MessageDigest;
import java.util.Random;
import java.util.logging.Logger;

/** Breaks rule 7 four times and rule 11 twice. */
final class Noise {
    private Noise() {}

    @SuppressWarnings({"ThreadSleepMillis", "SystemOut"})
    static void make() throws Exception {
        System.out.println(new Random().nextInt());
        Logger.getGlobal().info("past SLF4J");
        Thread.sleep(1);
        throw new Exception(MessageDigest.getInstance("SHA-1").getAlgorithm());
    }
}
