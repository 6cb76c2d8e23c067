package org.pavilion.server.boot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pavilion.api.Problem;
import org.pavilion.server.imports.ImportReport;
import org.pavilion.server.settings.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an organiser's JSON Lines in: by way of the running server, or alone when none runs. */
@Command(name = "import", description = "JSON Lines files of a folder, in the right order")
final class ImportCommand implements Callable<Integer> {
    private static final int LINES_SHOWN = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "DIR", description = "folder of *.jsonl files")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Option(names = "--dry-run", description = "try and report, store nothing")
    private boolean dryRun;

    @Option(names = "--demo", description = "into the demo's data directory")
    private boolean demo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new Problem("import.no-folder", 404, folder + " is not a folder; give one that holds *.jsonl files");
        }
        var settings = options.read(demo ? Options.demoData() : Options.serveData(), false);
        var out = spec.commandLine().getOut();
        var reports = run(settings, out);
        reports.forEach(report -> print(report, out));
        if (reports.isEmpty()) {
            out.println("No file in " + folder + " holds records of a known kind.");
        }
        return reports.stream().allMatch(ImportReport::clean) ? 0 : 1;
    }

    private List<ImportReport> run(ServerSettings settings, PrintWriter out) throws IOException, InterruptedException {
        var running = RunningServer.on(settings.data());
        if (running.isPresent()) {
            out.println("Through the server at " + running.get().url());
            return new RemoteImport(running.get().url(), settings.data()).run(folder, dryRun);
        }
        try (var house = Features.open(settings, out::println)) {
            return house.imports().runAll(folder, dryRun);
        }
    }

    private static void print(ImportReport report, PrintWriter out) {
        out.printf(
                "%-16s %5d new %5d changed %5d same %5d duplicates %5d refused%s%n",
                report.kind(),
                report.created(),
                report.updated(),
                report.same(),
                report.duplicates(),
                report.rejected(),
                report.dryRun() ? "  (dry run)" : report.stored() ? "" : "  (nothing stored)");
        report.lines().stream()
                .limit(LINES_SHOWN)
                .forEach(line -> out.printf(
                        "  line %d: %s%s %s %s%n",
                        line.line(),
                        line.outcome(),
                        line.of().map(of -> " of " + of).orElse(""),
                        line.pointer(),
                        line.detail()));
        if (report.lines().size() > LINES_SHOWN) {
            out.println("  … and " + (report.lines().size() - LINES_SHOWN) + " more lines");
        }
        report.failure().ifPresent(why -> out.println("  stopped: " + why));
    }
}
