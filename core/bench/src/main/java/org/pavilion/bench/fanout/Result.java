package org.pavilion.bench.fanout;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What one run of {@link Load} saw.
 *
 * @param alive sockets still open at the end
 * @param perSecond deliveries in each second of the window
 * @param inTime share of all asked deliveries that came within a second of the intended time
 * @param cpuMicros processor time of the server for each delivery
 * @param kilobytes resident memory of the server for each connection
 * @param opened connections opened in a second, by a server that has just started
 * @param reopened the same for the second crowd, after the first has left; 0 where there is none
 */
record Result(
        double alive,
        double perSecond,
        double inTime,
        double p50,
        double p99,
        double p999,
        double cpuMicros,
        double kilobytes,
        double opened,
        double reopened) {
    private static final String BEGIN = "result";

    static Result idle(long alive, double kilobytes, double opened, double reopened) {
        return new Result(alive, 0, 0, 0, 0, 0, 0, kilobytes, opened, reopened);
    }

    String line() {
        return DoubleStream.of(alive, perSecond, inTime, p50, p99, p999, cpuMicros, kilobytes, opened, reopened)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" ", BEGIN + " ", ""));
    }

    static boolean isLine(String text) {
        return text.startsWith(BEGIN);
    }

    static Result of(String line) {
        var v = Arrays.stream(line.split(" "))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Result(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9]);
    }
}
