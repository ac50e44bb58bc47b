package org.banggiao.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Says on the error stream which step is under way, and how long each took. */
final class Steps {
    private final PrintWriter out;

    Steps(PrintWriter out) {
        this.out = out;
    }

    /** Does a step and says so: {@code reading 3 texts ... 0.4 s}. */
    <T> T run(String what, Supplier<T> step) {
        out.print(what + " ... ");
        out.flush();
        long start = System.nanoTime();
        boolean done = false;
        try {
            T result = step.get();
            done = true;
            return result;
        } finally {
            String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
            out.println(done ? seconds : "failed after " + seconds);
            out.flush();
        }
    }

    /** As {@link #run(String, Supplier)}, for a step without a result. */
    void run(String what, Runnable step) {
        Object unused = run(what, () -> {
            step.run();
            return what;
        });
    }

    /** Says a sentence between steps. */
    void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
