package org.pavilion.server.boot;

import java.util.concurrent.Callable;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.audit.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at the record of administrative acts. */
@Command(
        name = "audit",
        description = "the record of administrative acts: verify",
        subcommands = AuditCommand.Verify.class,
        synopsisSubcommandLabel = "verify")
final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Reads the store itself, past any server that runs on it. */
    @Command(name = "verify", description = "names the first row that is not as it was written; exit code 1")
    static final class Verify implements Callable<Integer> {
        private static final long ROWS_A_LINE = 50_000;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call
        private CommandSpec spec;

        @Mixin
        private final Options options = new Options();

        @Option(names = "--demo", description = "look at the demo's data directory")
        private boolean demo;

        @Override
        public Integer call() {
            var settings = options.read(demo ? Options.demoData() : Options.serveData(), demo);
            var out = spec.commandLine().getOut();
            var verdict = Audit.verify(settings, rows -> {
                if (rows % ROWS_A_LINE == 0) {
                    out.printf("%,d rows …%n", rows);
                }
            });
            out.println(sentence(verdict));
            return verdict.sound() ? 0 : 1;
        }

        private static String sentence(Verdict verdict) {
            var signed = verdict.checkpoints() + " checkpoints"
                    + (verdict.keys().isEmpty() ? "" : ", signed by " + String.join(", ", verdict.keys()));
            return verdict.fault()
                    .map(fault -> "BAD  seq " + fault.seq() + "  " + fault.kind() + "  " + fault.detail())
                    .orElse("good " + verdict.rows() + " rows, " + signed + ", ends in " + verdict.hash());
        }
    }
}
