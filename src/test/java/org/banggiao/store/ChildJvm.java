package org.banggiao.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A JVM of its own that runs a class of the tests; its errors go to where ours go. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * What a class prints until its process is killed: so many nanoseconds after it has printed that many lines.
     *
     * @param whole tells a line from one that was cut when the process was killed
     */
    public static List<String> linesUntilKilled(
            Class<?> main, int enough, int nanoseconds, Predicate<String> whole, String... arguments)
            throws IOException, InterruptedException {
        var said = new ArrayList<String>();
        var child = start(main, arguments);
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            while (said.size() < enough) {
                var line = out.readLine();
                if (line == null) {
                    throw new IOException("the child has ended by itself");
                }
                said.add(line);
            }
            long from = System.nanoTime();
            while (System.nanoTime() - from < nanoseconds) {
                Thread.onSpinWait();
            }
            // Of the process itself: that of Process would close what it has printed, too.
            child.toHandle().destroyForcibly();
            out.lines().filter(whole).forEach(said::add);
        }
        child.waitFor();
        return said;
    }

    /** Starts it; what it prints can be read from the process. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
