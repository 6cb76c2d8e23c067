package org.pavilion.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.pavilion.api.Problem;

/**
 * Argon2id. Each hash takes 19 MiB and half a hundred milliseconds of a processor, so they run on a
 * few threads of their own with a short queue: however many people sign in at once, the memory is
 * bounded and pages are still served. Beyond the queue the answer is {@code login.busy} (503).
 */
final class Passwords implements AutoCloseable {
    static final int MEMORY_KIB = 19_456;
    static final int PASSES = 2;
    static final int QUEUE = 32;

    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MOST_THREADS = 4;
    private static final long RETRY_MS = 2_000;

    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor pool;
    private final String nobody;

    Passwords() {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_THREADS);
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        nobody = written(new byte[SALT], new byte[HASH]);
    }

    /** What is stored of a password: the cost, a salt and the hash. */
    String hash(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return onPool(() -> written(salt, argon2(password, salt, MEMORY_KIB, PASSES)));
    }

    /** Whether it is the password; without a stored one it takes as long and is never right. */
    boolean matches(String password, Optional<String> stored) {
        var parts = stored.orElse(nobody).split("\\$", -1);
        var cost = parts[3].split("[=,]", -1);
        var salt = Base64.getDecoder().decode(parts[4]);
        var expected = Base64.getDecoder().decode(parts[5]);
        var actual = onPool(() -> argon2(password, salt, Integer.parseInt(cost[1]), Integer.parseInt(cost[3])));
        return Secret.same(expected, actual) && stored.isPresent();
    }

    private <T> T onPool(Callable<T> work) {
        try {
            return pool.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new Problem("login.busy", 503, "Many people sign in right now; try again in a moment")
                    .retryAfter(RETRY_MS)
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("login.busy", 503, "The server is about to close").causedBy(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /** The usual way to write an Argon2 hash, so that other programs and later costs can read it. */
    private static String written(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
