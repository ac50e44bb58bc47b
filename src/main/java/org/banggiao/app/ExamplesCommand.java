package org.banggiao.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.banggiao.publish.example.ExampleAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao examples}: whether the example queries give what they gave. */
@Command(
        name = "examples",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Asks the queries of sparql-examples/ and compares their answers with sparql-examples/expected/:"
                + " lines led by - are gone, lines led by + are new. Exits with 1 where an answer has changed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao examples",
            "  ./banggiao examples --update",
            "      takes the answers as the expected ones; look at what has changed before it is committed"
        })
final class ExamplesCommand implements Callable<Integer> {
    /** How to make an answer the expected one. */
    static final String UPDATE = "./banggiao examples --update";

    @Parameters(
            paramLabel = "DATASET",
            arity = "0..1",
            description = "A file of RDF to ask. Without it: data/graph/dataset.nq.")
    private @Nullable Path dataset;

    @Option(names = "--update", description = "Write the answers into sparql-examples/expected/.")
    private boolean isUpdate;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        Path asked = dataset != null ? dataset : home.graph();
        SortedMap<String, ExampleAnswer> answers = new Steps(spec.commandLine().getErr())
                .run("asking " + asked, () -> ExpectedAnswers.ask(home.examples(), asked));
        ExpectedAnswers expected = new ExpectedAnswers(home.expectedAnswers());
        PrintWriter out = spec.commandLine().getOut();
        int changed = 0;
        for (Map.Entry<String, ExampleAnswer> entry : answers.entrySet()) {
            List<String> changes = expected.changes(entry.getKey(), entry.getValue());
            if (!changes.isEmpty()) {
                changed++;
                out.println(entry.getKey() + ":");
                changes.forEach(out::println);
            }
        }
        for (Path file : expected.leftOver(answers)) {
            changed++;
            out.println(file + ": there is no such question any more.");
        }
        if (isUpdate) {
            expected.write(answers);
        }
        out.println(answers.size() + " questions, " + changed + " changed"
                + (isUpdate ? ", written." : changed == 0 ? "." : "; if they are right now, run " + UPDATE + "."));
        return (changed == 0 || isUpdate ? Exit.DONE : Exit.DATA_FAULTS).code();
    }
}
