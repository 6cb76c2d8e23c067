package org.pavilion.server.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the demo expo: every board, filled. */
@Command(name = "demo", description = "the demo expo, in its own data directory (~/.pavilion/demo)")
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws InterruptedException {
        return House.run(
                options.read(Options.demoData(), true), spec.commandLine().getOut());
    }
}
