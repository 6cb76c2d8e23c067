package org.pavilion.server.boot;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** One line that fills up on a terminal; a line every tenth elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int TENTH = 10;

    private final PrintWriter out;
    private final String what;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private int shown = -1;

    ProgressBar(PrintWriter out, String what) {
        this.out = out;
        this.what = what;
    }

    void at(long done, long of) {
        at((int) (of == 0 ? 100 : 100 * done / of));
    }

    void at(int percent) {
        if (terminal && percent != shown) {
            var full = percent * WIDTH / 100;
            out.print("\r" + what + " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + percent + "%");
            out.flush();
            shown = percent;
        } else if (!terminal && percent / TENTH > shown) {
            out.println(what + " " + percent + "%");
            shown = percent / TENTH;
        }
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }
}
