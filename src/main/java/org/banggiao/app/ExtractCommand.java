package org.banggiao.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Labels;
import org.banggiao.claim.RecordWriter;
import org.banggiao.claim.Thing;
import org.banggiao.claim.curation.Curated;
import org.banggiao.graph.GraphBuilder;
import org.banggiao.graph.NQuads;
import org.banggiao.issue.Finding;
import org.banggiao.mention.MentionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banggiao extract}: from texts to files that show each stage. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads texts and writes what was found, a file a stage:",
            "  mentions.jsonl  what the sentences say, unresolved",
            "  claims.jsonl    what the texts claim, with the place of each claim",
            "  records.jsonl   one record for each thing in each text, for measuring",
            "  dataset.nq      the graph, sorted",
            "  findings.txt    what is doubtful, with its place"
        },
        footerHeading = "%nExample:%n",
        footer = "  ./banggiao extract data/sample --out out")
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private CorpusArgument corpus;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder that gets the files, made where it is missing. All of them are replaced, or none.")
    private Path out;

    @Option(
            names = "--no-curation",
            description = "Shows the machine alone: without the corrections of data/curation/.")
    private boolean noCuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        Steps steps = new Steps(spec.commandLine().getErr());
        GraphFlow flow = GraphFlow.readingOntology(home, steps);
        TextFlow.Result read = new TextFlow(home, steps).read(corpus.paths());
        Knowledge knowledge = read.knowledge();
        Curated curated = noCuration ? Curated.untouched(knowledge.claims()) : flow.curate(read.authority(), knowledge);
        // While the graph is built another thread makes the texts that do not wait for it.
        Ahead<String> mentions = Ahead.of(() -> read.extractions().stream()
                .map(extraction -> MentionFile.text(extraction.mentions()))
                .collect(Collectors.joining()));
        Ahead<String> claims = Ahead.of(() -> curated.claims().stream()
                .map(claim -> ClaimFile.line(claim) + "\n")
                .collect(Collectors.joining()));
        List<Thing> things = flow.merge(curated);
        Ahead<String> records = Ahead.of(() -> new RecordWriter(new Labels(read.authority())).write(things));
        GraphBuilder.Built built = flow.graph(read.authority(), knowledge, things, curated.ties(), corpus.paths());
        try (OutputFolder folder = new OutputFolder(out)) {
            folder.write("mentions.jsonl", writer -> writer.write(mentions.get()));
            folder.write("claims.jsonl", writer -> writer.write(claims.get()));
            folder.write("records.jsonl", writer -> writer.write(records.get()));
            folder.write("findings.txt", writer -> {
                for (List<Finding> findings : List.of(knowledge.findings(), curated.findings(), built.findings())) {
                    for (Finding finding : findings) {
                        writer.write(finding + "\n");
                    }
                }
            });
            folder.write("dataset.nq", writer -> NQuads.write(writer, built.quads()));
            folder.commit();
        }
        spec.commandLine()
                .getOut()
                .println(out + ": " + knowledge.claims().size() + " claims on " + things.size() + " things, "
                        + built.quads().size() + " quads, "
                        + knowledge.findings().size() + " findings.");
        return Exit.DONE.code();
    }
}
