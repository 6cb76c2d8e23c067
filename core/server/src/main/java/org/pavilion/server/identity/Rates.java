package org.pavilion.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

/**
 * How often one caller may do one thing. Refusals are {@code rate.limited} (429) and say when to come
 * back. Somebody signed in counts by account, everybody else by network.
 */
public final class Rates {
    /** Bounded: a flood of addresses evicts old buckets instead of filling the memory. */
    private static final int KEYS = 200_000;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEYS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final ServerSettings settings;
    private final Addresses addresses;
    private final Telemetry telemetry;

    Rates(ServerSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.addresses = new Addresses(settings.onSiteNetworks());
        this.telemetry = telemetry;
    }

    /** Counts one request of any kind. */
    public void request(Caller caller, String address) {
        take(caller.kind() == Caller.Kind.GUEST ? Limit.ANONYMOUS : Limit.SIGNED_IN, caller, address);
    }

    /** Counts one use of what the limit guards. */
    public void take(Limit limit, Caller caller, String address) {
        take(limit.name(), settings.limits().of(limit), caller, address);
    }

    /** Counts one call of a route that has a limit of its own, in calls a minute. */
    public void perMinute(String route, int calls, Caller caller, String address) {
        take(route, new Rate(calls, Duration.ofMinutes(1), calls), caller, address);
    }

    /**
     * Counts one use by this very caller, guest or not, of one object: people behind one address do not
     * share it. Guests can have as many references as they like, so something else bounds their network.
     */
    public void own(Limit limit, Caller caller, Ref object) {
        consume(limit.name(), caller.ref() + " " + object, settings.limits().of(limit));
    }

    private void take(String name, Rate rate, Caller caller, String address) {
        var guest = caller.kind() == Caller.Kind.GUEST;
        var who = guest ? Addresses.network(address) : caller.ref().toString();
        consume(name, who, rate.times(crowd(address)));
    }

    private void consume(String name, String who, Rate allowed) {
        var bucket = buckets.get(new Key(name, who), key -> bucket(allowed));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            telemetry.count("rate_limited", "limit", name);
            throw new Problem("rate.limited", 429, "Too many requests; try again in a moment")
                    .retryAfter(Math.max(1, TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill())));
        }
    }

    /** How many ordinary callers one address stands for. */
    public int crowd(String address) {
        if (Addresses.isLoopback(address)) {
            return settings.limits().loopbackFactor();
        }
        return addresses.onSite(address) ? settings.limits().onSiteFactor() : 1;
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.tokens(), rate.per()))
                .build();
    }

    private record Key(String limit, String who) {}
}
