package org.banggiao.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code banggiao COMMAND}. Without a command it prints its usage and exits with 2. */
@Command(
        name = "banggiao",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        description = "Reads Vietnamese history texts, extracts diplomatic events, agreements and aid flows with their"
                + " evidence, and publishes them as linked data.")
public final class Banggiao implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Returns a command line that is ready to {@code execute}; tests set its output and error writers. */
    static CommandLine commandLine() {
        return new CommandLine(new Banggiao());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
