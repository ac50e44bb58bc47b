package org.banggiao.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.banggiao.graph.GraphBuilder;
import org.banggiao.graph.NQuads;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.store.ReleaseInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banggiao build}: from texts to a release. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reads texts, extracts claims, merges them, builds and checks the graph, and makes a release of it"
                        + " that becomes the current one of a folder. Where the graph has faults, nothing is released.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao build texts/ --release my-release",
            "  ./banggiao build texts/ --release my-release --freeze data",
            "      writes the claims and the graph into data/ too, to build from them without the texts"
        })
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private CorpusArgument corpus;

    @Option(
            names = "--release",
            paramLabel = "DIR",
            required = true,
            description = "Folder of releases; what it had as current stays until the new one is complete.")
    private Path release;

    @Option(
            names = "--freeze",
            paramLabel = "DIR",
            description =
                    "Folder that gets the claims (claims/) and the graph (graph/): facts and positions, no sentences.")
    private @Nullable Path freeze;

    @Option(
            names = "--facets",
            paramLabel = "FILE",
            description = "The lists and facets of the service that is to publish it (banggiao.facets), so that the"
                    + " release keeps their indexes. Without it: those that come with Banggiao.")
    private @Nullable Path facets;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        ListShapes lists = ReleaseFlow.lists(facets, GraphFlow.IRIS.base());
        Steps steps = new Steps(spec.commandLine().getErr());
        GraphFlow graph = GraphFlow.readingOntology(home, steps);
        Knowledge knowledge = new TextFlow(home, steps).read(corpus.paths()).knowledge();
        GraphBuilder.Built built = graph.checkedGraph(knowledge, corpus.paths());
        if (freeze != null) {
            FrozenClaims.write(knowledge, freeze.resolve("claims"));
            NQuads.write(freeze.resolve("graph").resolve(GraphFlow.DATASET), built.quads());
        }
        ReleaseFlow flow = new ReleaseFlow(home, steps);
        ReleaseInfo info = flow.release(built, knowledge, release, flow.inputs(corpus.paths(), false), lists);
        spec.commandLine().getOut().println(ReleaseFlow.describe(info, release));
        return Exit.DONE.code();
    }
}
