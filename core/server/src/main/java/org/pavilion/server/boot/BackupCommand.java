package org.pavilion.server.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pavilion.api.Problem;
import org.pavilion.server.backup.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything into one file: by way of the running server, or alone when none runs. */
@Command(name = "backup", description = "everything in one file, while the server runs or not")
final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FILE", description = "what to write; never replaced when it exists")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path file;

    @Option(names = "--demo", description = "of the demo's data directory")
    private boolean demo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Problem("backup.exists", 409, file + " exists already; a backup never replaces a file");
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new Problem("backup.folder", 404, target.getParent() + " is not a folder");
        }
        var settings = options.read(demo ? Options.demoData() : Options.serveData(), demo);
        var out = spec.commandLine().getOut();
        var bar = new ProgressBar(out, "Backing up");
        var running = RunningServer.on(settings.data());
        if (running.isPresent()) {
            out.println("Through the server at " + running.get().url());
            new RemoteBackup(running.get().url(), settings.data()).run(target, bar);
        } else {
            Backups.write(settings, target, bar::at);
        }
        bar.end();
        out.printf("%s  %,d bytes%n", file, Files.size(target));
        return 0;
    }
}
