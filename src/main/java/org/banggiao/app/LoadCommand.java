package org.banggiao.app;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.banggiao.issue.Finding;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.store.RdfFile;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.ReleaseInfo;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao load}: a release from any RDF. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a release from RDF files and makes it the current one of a folder.",
        footerHeading = "%nExample:%n",
        footer = "  ./banggiao load dataset.nq --release my-release")
final class LoadCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RDF",
            arity = "1..*",
            description = "Files in Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, told by the end of their"
                    + " names; .gz may follow.")
    private List<Path> files;

    @Option(
            names = "--release",
            paramLabel = "DIR",
            required = true,
            description = "Folder of releases; what it had as current stays until the new one is complete.")
    private Path release;

    @Option(
            names = "--base-iri",
            paramLabel = "IRI",
            description = "What the addresses of the data start with, as banggiao.base-iri of the service that is to"
                    + " publish them. Default: that of Banggiao.")
    private String baseIri = GraphFlow.IRIS.base();

    @Option(
            names = "--facets",
            paramLabel = "FILE",
            description = "The lists and facets of that service (banggiao.facets), so that the release keeps their"
                    + " indexes. Without it: those that come with Banggiao.")
    private @Nullable Path facets;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Steps steps = new Steps(spec.commandLine().getErr());
        ListShapes lists = facets == null ? ListShapes.own(baseIri) : ListShapes.of(facets, baseIri);
        List<RdfFile> sources =
                files.stream().map(file -> RdfFile.of(file, baseIri)).toList();
        ReleaseInfo info = steps.run(
                "making the release",
                () -> Releases.in(release).make(scratch -> {
                    SortedQuads quads = new SortedQuads(scratch);
                    for (RdfFile source : sources) {
                        for (Finding odd : source.readInto(quads)) {
                            steps.say(odd.toString());
                        }
                    }
                    return new ReleaseContent(
                            quads,
                            new TreeMap<>(),
                            new Inputs().addAll("rdf", files).digests(),
                            ReleaseFlow.parts(baseIri, lists));
                }));
        spec.commandLine().getOut().println(ReleaseFlow.describe(info, release));
        return Exit.DONE.code();
    }
}
