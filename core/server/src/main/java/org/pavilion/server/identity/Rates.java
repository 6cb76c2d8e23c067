package org.pavilion.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
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

    /** Counts one use by somebody without an account, by network. */
    void take(Limit limit, String address) {
        consume(
                limit.name(),
                Addresses.network(address),
                settings.limits().of(limit).times(crowd(address)));
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

    /**
     * Counts one attempt to sign in to an account, known or not: by account and network, by account from
     * anywhere, and by network whatever the account. A right password takes its own count back.
     */
    Runnable attempt(String account, String address) {
        var network = Addresses.network(address);
        var crowd = crowd(address);
        var counted = List.of(
                new Count(Limit.SIGN_IN_NETWORK, network, crowd),
                new Count(Limit.SIGN_IN, account + " " + network, crowd),
                new Count(Limit.SIGN_IN_ACCOUNT, account, 1));
        for (var each : counted) {
            consume(each.limit().name(), each.who(), rate(each));
        }
        return () -> counted.forEach(
                each -> bucket(each.limit().name(), each.who(), rate(each)).addTokens(1));
    }

    /** Counts one use by an address or name that is no caller, wherever it comes from; false when it was too often. */
    boolean rare(Limit limit, String who) {
        return bucket(limit.name(), who, settings.limits().of(limit)).tryConsume(1);
    }

    private Rate rate(Count count) {
        return settings.limits().of(count.limit()).times(count.crowd());
    }

    private record Count(Limit limit, String who, int crowd) {}

    private void take(String name, Rate rate, Caller caller, String address) {
        var guest = caller.kind() == Caller.Kind.GUEST;
        var who = guest ? Addresses.network(address) : caller.ref().toString();
        consume(name, who, rate.times(crowd(address)));
    }

    private void consume(String name, String who, Rate allowed) {
        var probe = bucket(name, who, allowed).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            telemetry.count("rate_limited", "limit", name);
            throw new Problem("rate.limited", 429, "Too many requests; try again in a moment")
                    .retryAfter(Math.max(1, TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket bucket(String name, String who, Rate allowed) {
        return buckets.get(new Key(name, who), key -> bucket(allowed));
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
