package org.banggiao.app;

import java.io.PrintWriter;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line: {@code banggiao COMMAND}. Without a command it prints its usage and exits with 2. */
@Command(
        name = "banggiao",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        sortOptions = false,
        subcommands = {
            ExtractCommand.class,
            BuildCommand.class,
            LoadCommand.class,
            CheckCommand.class,
            MintCommand.class,
            CountCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            ExamplesCommand.class,
            ReviewCommand.class,
            ServeCommand.class,
            LinksCommand.class,
            PasswordCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Reads Vietnamese history texts, extracts diplomatic events, agreements and aid flows with their"
                + " evidence, and publishes them as linked data.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:The data was read, and is not as it ought to be.",
            "2:The command line is wrong.",
            "3:An input is missing or cannot be read.",
            "4:The surroundings do not allow it, such as a port in use.",
            "70:A fault of Banggiao itself: please report it."
        })
public final class Banggiao implements Runnable {
    /** Faults that are said one by one: who sees more of one kind learns no more. */
    private static final int MOST_FAULTS = 40;

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Returns a command line that is ready to {@code execute}; tests set its output and error writers. */
    static CommandLine commandLine() {
        return new CommandLine(new Banggiao()).setExecutionExceptionHandler(Banggiao::report);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** Says what stopped a command: a sentence for each fault, or the stack of an error that nobody foresaw. */
    private static int report(Exception thrown, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (thrown instanceof FaultException fault) {
            for (Finding finding : fault.findings().stream().limit(MOST_FAULTS).toList()) {
                err.println("banggiao: " + finding.message() + " ["
                        + finding.issue().code() + "]");
            }
            int more = fault.findings().size() - MOST_FAULTS;
            if (more > 0) {
                err.println("banggiao: and " + more + " more faults.");
            }
            err.flush();
            return Exit.of(fault).code();
        }
        err.println("banggiao: an unexpected error; please report it with the lines below.");
        thrown.printStackTrace(err);
        err.flush();
        return Exit.INTERNAL.code();
    }
}
