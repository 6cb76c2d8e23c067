package org.pavilion.bench.fanout;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A hall votes: 2,300 sockets, each a guest of its own, and 1,000 of them vote for one question within
 * ten seconds, a tenth of them twice. Then a thousand others do, the server is killed in the middle and
 * started again. Says how many frames a listener was sent, and whether a vote was lost or counted twice.
 */
public final class VoteBench {
    private static final int PEOPLE = 2_300;
    private static final int VOTES = 1_000;
    private static final int TWICE = 10;
    private static final long SPAN_NANOS = 10_000_000_000L;
    private static final int PATIENCE_SECONDS = 20;
    private static final Pattern QUESTION = Pattern.compile("(?m)^question (\\S+) (\\d+)$");

    private VoteBench() {}

    /** @param at when it was sent, in nanoseconds of the span */
    private record Cast(long at, CompletableFuture<Double> answered) {}

    public static void main(String[] words) throws Exception {
        var work = Files.createTempDirectory("pavilion-bench-votes");
        var data = work.resolve("data");
        List<Voter> people;
        String question;
        int acknowledged;
        int sent;
        try (var server = start(work, data);
                var client = HttpClient.newHttpClient()) {
            question = asked(work).id();
            people = open(client, server, question);
            storm(people, question);
            var others = people.subList(VOTES, 2 * VOTES);
            var casts = cast(others, question, SPAN_NANOS / 5, others.size() / 2, server::kill);
            sent = casts.size();
            acknowledged =
                    (int) casts.stream().filter(cast -> answered(cast) >= 0).count();
            people.forEach(Voter::leave);
        }
        start(work, data).close();
        int counted = asked(work).votes();
        System.out.printf(
                "killed in the middle of %,d more: %,d were acknowledged, %,d are there after the restart; lost: %,d, too many: %,d%n",
                sent,
                acknowledged,
                counted - VOTES,
                Math.max(0, VOTES + acknowledged - counted),
                Math.max(0, counted - VOTES - sent));
    }

    private record Asked(String id, int votes) {}

    private static Started start(Path work, Path data) throws IOException {
        return Started.announced(Peer.java(VoteServer.class, data.toString()), work, "votes", Dialect.PAVILION);
    }

    private static Asked asked(Path work) throws IOException {
        var said = QUESTION.matcher(Files.readString(work.resolve("votes.log")));
        if (!said.find()) {
            throw new IOException("the server names no question");
        }
        return new Asked(said.group(1), Integer.parseInt(said.group(2)));
    }

    private static List<Voter> open(HttpClient client, Started server, String question) {
        int port = server.plan(0, 0, 0, 0, 0).port();
        var people = new ArrayList<Voter>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Voter.open(client, port, question));
        }
        return people;
    }

    private static void storm(List<Voter> people, String question) {
        var witness = people.getLast();
        int before = witness.ticks();
        long began = System.nanoTime();
        var casts = cast(people.subList(0, VOTES), question, SPAN_NANOS, VOTES, () -> {});
        var times = casts.stream().mapToDouble(VoteBench::answered).sorted().toArray();
        long patience = System.nanoTime() + SPAN_NANOS;
        while (people.stream().anyMatch(each -> each.votes() != VOTES) && System.nanoTime() < patience) {
            LockSupport.parkNanos(20_000_000);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d people, %,d votes in %.1f s, %,d of them twice: %,d counted, all %,d know; %d frames of counters a listener (%.1f a second); acknowledged after p50 %.1f ms, p99 %.1f ms%n",
                PEOPLE,
                VOTES,
                SPAN_NANOS / 1e9,
                VOTES / TWICE,
                witness.votes(),
                people.stream().filter(each -> each.votes() == VOTES).count(),
                witness.ticks() - before,
                (witness.ticks() - before) / seconds,
                times[times.length / 2],
                times[times.length * 99 / 100]);
    }

    /** Each votes at its time, every tenth once more; runs {@code then} after so many. */
    private static List<Cast> cast(List<Voter> voters, String question, long span, int after, Runnable then) {
        var casts = new ArrayList<Cast>();
        long began = System.nanoTime();
        for (int i = 0; i < voters.size(); i++) {
            long due = began + span * i / voters.size();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var voter = voters.get(i);
            long at = System.nanoTime();
            var answered = voter.vote(question);
            if (i % TWICE == 0) {
                answered = answered.thenCompose(ok -> voter.vote(question));
            }
            casts.add(new Cast(
                    at,
                    answered.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .thenApply(ok -> ok ? (System.nanoTime() - at) / 1e6 : -1)));
            if (i + 1 == after) {
                then.run();
            }
        }
        return casts;
    }

    /** Milliseconds until the vote counted; below 0 when nobody said that it does. */
    private static double answered(Cast cast) {
        return cast.answered().exceptionally(broken -> -1.0).join();
    }
}
