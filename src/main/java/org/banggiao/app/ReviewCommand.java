package org.banggiao.app;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Labels;
import org.banggiao.claim.curation.Curated;
import org.banggiao.graph.GraphBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao review}: what an editor ought to look at. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a work list for editors, worst first, as review.csv and review.html: corrections that found nothing,"
                    + " claims that conflict, sentences that nothing was read from, and every claim that nobody has"
                    + " reviewed. Each claim comes with a block to copy into data/curation/.",
            "With texts, the list is of these and shows their sentences: it is for the desk, not for publication."
                    + " Without, it is of the claims in data/claims/."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./banggiao review --out work", "  ./banggiao review my-texts --out work"})
final class ReviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CORPUS", arity = "0..*", description = "Texts, or folders with texts.")
    private List<Path> corpus = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder that gets the two files.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        Steps steps = new Steps(spec.commandLine().getErr());
        Authority authority = Authority.load(home.authority());
        GraphFlow flow = GraphFlow.readingOntology(home, steps);
        Knowledge knowledge = corpus.isEmpty()
                ? FrozenClaims.read(home.claims())
                : new TextFlow(home, steps).read(corpus).knowledge();
        Curated curated = flow.curate(authority, knowledge);
        GraphBuilder.Built built = flow.graph(authority, knowledge, flow.merge(curated), curated.ties(), corpus);
        List<WorkItem> items = WorkList.of(knowledge, curated, built, new Labels(authority));
        try (OutputFolder folder = new OutputFolder(out)) {
            folder.write("review.csv", writer -> csv(items, writer));
            folder.write(
                    "review.html",
                    writer -> TemplateEngine.createPrecompiled(ContentType.Html)
                            .render("review.jte", Map.of("items", items), new WriterOutput(writer)));
            folder.commit();
        }
        spec.commandLine().getOut().println(out + ": " + items.size() + " things to look at.");
        return Exit.DONE.code();
    }

    private static void csv(List<WorkItem> items, Writer out) throws IOException {
        CSVPrinter printer = CSVFormat.RFC4180
                .builder()
                .setHeader("reason", "document", "position", "place", "says", "text", "block")
                .get()
                .print(out);
        for (WorkItem item : items) {
            printer.printRecord(
                    item.reason(),
                    item.document(),
                    item.position(),
                    item.place(),
                    item.says(),
                    item.text(),
                    item.block());
        }
        printer.flush();
    }
}
