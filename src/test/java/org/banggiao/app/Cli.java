package org.banggiao.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of a command inside this JVM: its exit code and what it printed. */
record Cli(int exit, String out, String err) {
    /** Runs a command; paths and numbers are arguments by their text. */
    static Cli run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Banggiao.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = commandLine.execute(Stream.of(args).map(String::valueOf).toArray(String[]::new));
        return new Cli(exit, out.toString(), err.toString());
    }
}
