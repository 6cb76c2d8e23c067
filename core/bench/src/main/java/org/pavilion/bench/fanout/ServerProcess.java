package org.pavilion.bench.fanout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the kernel knows of a running server and its children: processor time and resident memory. Linux only. */
record ServerProcess(long pid) {
    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TIME = 11;

    double cpuSeconds() throws IOException {
        double sum = 0;
        for (long each : family()) {
            var stat = Files.readString(Path.of("/proc/" + each + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            sum += (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_A_SECOND;
        }
        return sum;
    }

    double residentKilobytes() throws IOException {
        double sum = 0;
        for (long each : family()) {
            sum += Files.readAllLines(Path.of("/proc/" + each + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
        return sum;
    }

    private long[] family() {
        var self = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("the server has ended"));
        return Arrays.stream(new ProcessHandle[] {self})
                .flatMap(each -> java.util.stream.Stream.concat(java.util.stream.Stream.of(each), each.descendants()))
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }
}
