package org.pavilion.server.boot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.backup.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup back, on SQLite or PostgreSQL, whichever it came from. */
@Command(
        name = "restore",
        description = "a backup into an empty data directory; a damaged file is refused and says where")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FILE", description = "what backup has written")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path file;

    @Option(
            names = "--erased",
            paramLabel = "LIST",
            description = "the file `erased` of the data directory that was lost or is replaced: they are erased again")
    private @Nullable Path erased;

    @Override
    public Integer call() {
        var settings = options.read(Options.serveData(), false);
        var out = spec.commandLine().getOut();
        var bar = new ProgressBar(out, "Verifying");
        var restored = Backups.restore(settings, file, Optional.ofNullable(erased), bar::at);
        bar.end();
        out.printf(
                "%,d rows in %d tables and %d files, as of %s%n",
                restored.rows().values().stream().mapToLong(Long::longValue).sum(),
                restored.rows().size(),
                restored.files(),
                restored.from().at());
        out.println("database  " + (restored.damage().isEmpty() ? "good" : "BAD " + restored.damage()));
        out.println("audit     " + audit(restored));
        out.println("Start it: pavilion serve --data " + restored.data());
        return restored.sound() ? 0 : 1;
    }

    private static String audit(Restored restored) {
        return restored.audit()
                .fault()
                .map(fault -> "BAD seq " + fault.seq() + " " + fault.kind() + " " + fault.detail())
                .orElseGet(() -> "good, " + restored.audit().rows() + " rows");
    }
}
