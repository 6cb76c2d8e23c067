package org.pavilion.server.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the organiser's own expo. */
@Command(name = "serve", description = "your own expo; data in ./data unless --data says otherwise")
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws InterruptedException {
        return House.run(
                options.read(Options.serveData(), false), spec.commandLine().getOut());
    }
}
