package org.pavilion.server.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong on this machine and the command that mends it. */
@Command(
        name = "doctor",
        description = "JDK, port, disk, data directory, database, browser: what is wrong and what mends it")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--demo", description = "look at the demo's data directory")
    private boolean demo;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var findings = new Doctor(options.read(demo ? Options.demoData() : Options.serveData(), demo)).examine();
        for (var finding : findings) {
            var mark = switch (finding.verdict()) {
                case GOOD -> "ok  ";
                case POOR -> "look";
                case BAD -> "BAD ";
            };
            out.printf("%s  %-15s %s%n", mark, finding.what(), finding.detail());
            if (!finding.mend().isEmpty()) {
                out.printf("      %-15s → %s%n", "", finding.mend());
            }
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.BAD) ? 1 : 0;
    }
}
