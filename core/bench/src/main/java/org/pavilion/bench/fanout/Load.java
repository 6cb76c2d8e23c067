package org.pavilion.bench.fanout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The load tool, a process of its own: opens the listeners, has messages published at a fixed rate
 * whatever the server does, and counts what arrives when. Every run is bounded in count and time.
 */
final class Load {
    private static final long IN_TIME_MICROS = 1_000_000;
    private static final long SECOND = 1_000_000_000L;
    private static final double WARM_UP = 3;

    /**
     * @param publishPort where lines become messages; 0 when a socket of the dialect publishes
     * @param dead listeners that never read, on top of the others
     */
    record Plan(
            Dialect dialect,
            int port,
            int publishPort,
            long pid,
            int listeners,
            int dead,
            int rate,
            int bytes,
            double seconds) {
        static Plan of(List<String> words) {
            return new Plan(
                    Dialect.of(words.get(0)),
                    Integer.parseInt(words.get(1)),
                    Integer.parseInt(words.get(2)),
                    Long.parseLong(words.get(3)),
                    Integer.parseInt(words.get(4)),
                    Integer.parseInt(words.get(5)),
                    Integer.parseInt(words.get(6)),
                    Integer.parseInt(words.get(7)),
                    Double.parseDouble(words.get(8)));
        }

        List<String> words() {
            return List.of(
                    dialect.name(),
                    "" + port,
                    "" + publishPort,
                    "" + pid,
                    "" + listeners,
                    "" + dead,
                    "" + rate,
                    "" + bytes,
                    "" + seconds);
        }
    }

    private final Plan plan;
    private final Crowd crowd;
    private final Latencies latencies = new Latencies();
    private long from = Long.MAX_VALUE;
    private long to = Long.MAX_VALUE;
    private long inTime;
    private long received;

    private Load(Plan plan) throws IOException {
        this.plan = plan;
        this.crowd = new Crowd(plan.dialect(), plan.port(), plan.dialect().join(), (listener, sent) -> arrived(sent));
    }

    public static void main(String[] words) throws Exception {
        System.out.println(new Load(Plan.of(List.of(words))).run().line());
    }

    private Result run() throws Exception {
        var process = new ServerProcess(plan.pid());
        double empty = process.residentKilobytes();
        double first = open();
        if (plan.rate() == 0) {
            // The second crowd meets a server that has done this before, as the one of a running day has.
            crowd.leave();
            double again = open();
            crowd.listen(System.nanoTime() + (long) (plan.seconds() * SECOND));
            return Result.idle(crowd.alive(), each(process.residentKilobytes() - empty), first, again);
        }
        crowd.listen(System.nanoTime() + SECOND);
        double perConnection = each(process.residentKilobytes() - empty);
        var deaf = new ArrayList<SocketChannel>();
        for (int i = 0; i < plan.dead(); i++) {
            deaf.add(deaf());
        }
        long start = System.nanoTime() + SECOND / 10;
        from = start + (long) (WARM_UP * SECOND);
        to = from + (long) (plan.seconds() * SECOND);
        var publisher = Thread.ofPlatform().daemon().name("publisher").start(() -> publish(start, to));
        crowd.listen(from);
        double cpu = process.cpuSeconds();
        crowd.listen(to);
        cpu = process.cpuSeconds() - cpu;
        crowd.listen(to + SECOND); // what is late but in time
        publisher.join(5_000);
        for (var channel : deaf) {
            channel.close();
        }
        double asked = (double) plan.listeners() * plan.rate() * plan.seconds();
        return new Result(
                crowd.alive(),
                received / plan.seconds(),
                inTime / asked,
                latencies.quantile(.5),
                latencies.quantile(.99),
                latencies.quantile(.999),
                cpu * 1e6 / Math.max(1, received),
                perConnection,
                first,
                0);
    }

    private double each(double kilobytes) {
        return kilobytes / Math.max(1, plan.listeners());
    }

    /** Opens the sockets and says how many a second. */
    private double open() throws IOException {
        long began = System.nanoTime();
        crowd.connect(plan.listeners());
        return plan.listeners() * 1e9 / (System.nanoTime() - began);
    }

    /** A client that listens and never reads. */
    private SocketChannel deaf() throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.port()));
        channel.write(ByteBuffer.wrap(plan.dialect().handshake(plan.dialect().path(), plan.port())));
        var answer = ByteBuffer.allocate(4096);
        channel.read(answer);
        for (var text : plan.dialect().join()) {
            channel.write(ByteBuffer.wrap(Wire.text(text)));
        }
        return channel;
    }

    private void arrived(long sent) {
        long now = System.nanoTime();
        if (now >= from && now < to) {
            received++; // whatever its age: a server that lags still delivers
        }
        if (sent < from || sent >= to) {
            return;
        }
        long micros = (now - sent) / 1000;
        latencies.add(micros);
        if (micros <= IN_TIME_MICROS) {
            inTime++;
        }
    }

    /** Open loop: each message is sent at its time, or at once when that has passed, and carries the intended one. */
    private void publish(long start, long end) {
        try (var line = new Socket(
                InetAddress.getLoopbackAddress(), plan.publishPort() > 0 ? plan.publishPort() : plan.port())) {
            line.setTcpNoDelay(true);
            var out = line.getOutputStream();
            boolean socket = plan.publishPort() == 0;
            if (socket) {
                out.write(plan.dialect().handshake(plan.dialect().publishPath(), plan.port()));
                hear(line.getInputStream(), "\r\n\r\n");
                for (var text : plan.dialect().greet()) {
                    out.write(Wire.text(text));
                }
                hear(line.getInputStream(), plan.dialect().welcome());
                drain(line.getInputStream());
            }
            long step = SECOND / plan.rate();
            for (long at = start; at < end; at += step) {
                for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var payload = Wire.payload(at, plan.bytes());
                if (socket) {
                    out.write(Wire.text(plan.dialect().message(payload)));
                } else {
                    out.write((payload + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            System.err.println("publishing ended: " + e.getMessage());
        }
    }

    private static void hear(InputStream in, String words) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(words) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed before the room answered");
            }
            heard.append((char) next);
        }
    }

    /** A publisher may hear what it said; nobody counts that. */
    private static void drain(InputStream in) {
        Thread.ofPlatform().daemon().name("drain").start(() -> {
            var rubbish = new byte[1 << 16];
            @Nullable IOException end = null;
            while (end == null) {
                try {
                    if (in.read(rubbish) < 0) {
                        return;
                    }
                } catch (IOException e) {
                    end = e;
                }
            }
        });
    }
}
