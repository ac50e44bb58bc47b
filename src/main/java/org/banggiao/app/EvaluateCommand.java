package org.banggiao.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.banggiao.app.evaluate.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao evaluate}: how good extraction is. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares extracted records with gold records: how many are found, how many are right, each field,"
                        + " the errors by sort and by cause, and whether confidence means what it says.",
        footerHeading = "%nExample:%n",
        footer = {
            "  ./banggiao extract my-texts --out out",
            "  ./banggiao evaluate out/records.jsonl --gold my-gold --errors out/errors.tsv"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECORDS", description = "The file records.jsonl that extract has written.")
    private Path records;

    @Option(
            names = "--gold",
            paramLabel = "GOLD",
            required = true,
            arity = "1..*",
            description = "Files of gold records, or folders with such (.jsonl): the annotated range on the first line,"
                    + " then a record a line.")
    private List<Path> gold = List.of();

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "File that gets a tab-separated line for each error.")
    private @Nullable Path errors;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Evaluation evaluation = Evaluation.of(records, gold);
        if (errors != null) {
            Path file = errors.toAbsolutePath();
            try (OutputFolder folder = new OutputFolder(file.resolveSibling(""))) {
                folder.write(
                        String.valueOf(file.getFileName()),
                        writer -> writer.write(String.join("\n", evaluation.errors()) + "\n"));
                folder.commit();
            }
        }
        evaluation.report().forEach(spec.commandLine().getOut()::println);
        return Exit.DONE.code();
    }
}
