package org.pavilion.server.boot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.pavilion.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one verb for each thing an organiser does with a house. */
@Command(
        name = "pavilion",
        description = "Pavilion, the open virtual expo server.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            OpenApiCommand.class,
            RehearseCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "  test [journeys|hardening|kill]   the whole suite; the long forms",
            "  bench [start|search|fanout]      one table each, peers in the same run",
            "",
            "One port, 7070, everywhere. `pavilion help VERB` tells the options of a verb."
        })
public final class Main implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        line.setOut(writer(FileDescriptor.out));
        line.setErr(writer(FileDescriptor.err));
        return line.setExecutionExceptionHandler((e, failed, parsed) -> {
            tell(failed.getErr(), e);
            return 1;
        });
    }

    /** UTF-8 whatever the terminal's locale says: names of exhibitors are Chinese. */
    private static PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    /** What went wrong and, where it helps, why; the stack goes to the log, and only for our own faults. */
    private static void tell(PrintWriter err, Exception e) {
        if (e instanceof Problem problem && problem.status() < 500) {
            err.println("pavilion: " + problem.detail());
            return;
        }
        LOG.error("{} failed", "pavilion", e);
        err.println("pavilion: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
