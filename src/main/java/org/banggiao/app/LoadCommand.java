package org.banggiao.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.banggiao.issue.Finding;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.store.RdfFile;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.ReleaseInfo;
import org.banggiao.store.Releases;
import org.banggiao.store.RemoteSettings;
import org.banggiao.store.RemoteSource;
import org.banggiao.store.SortedQuads;
import org.banggiao.store.StoreSource;
import org.banggiao.store.StoredQuads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao load}: a release from any RDF, or from all that a store on another server holds. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a release from RDF files, or of a store on another server, and makes it the current one of a folder.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao load dataset.nq --release my-release",
            "  ./banggiao load --store http://localhost:3030/ds/sparql --release my-release",
            "      all named graphs of a store, with a search index and files to download"
        })
final class LoadCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RDF",
            arity = "0..*",
            description = "Files in Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, told by the end of their"
                    + " names; .gz may follow.")
    private List<Path> files = List.of();

    @Option(
            names = "--store",
            paramLabel = "URL|FILE",
            description =
                    "Query endpoint of a store to read, or a file of settings with its url (src/docs/remote-store.md)."
                            + " Instead of files.")
    private @Nullable String store;

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
        if (files.isEmpty() == (store == null)) {
            throw new ParameterException(spec.commandLine(), "Give files to load, or --store, and not both.");
        }
        Steps steps = new Steps(spec.commandLine().getErr());
        String where = store;
        ReleaseInfo info = where == null ? fromFiles(steps) : fromStore(RemoteSettings.parse(where), steps);
        spec.commandLine().getOut().println(ReleaseFlow.describe(info, release));
        return Exit.DONE.code();
    }

    private ReleaseInfo fromStore(RemoteSettings settings, Steps steps) {
        ListShapes lists = ReleaseFlow.lists(facets, baseIri);
        try (StoreSource source =
                        steps.run("looking at the store", () -> RemoteSource.follow(settings, Optional.empty()));
                StoreSource.Lease lease = source.lease()) {
            return steps.run(
                    "making the release",
                    () -> Releases.in(release).make(scratch -> {
                        SortedQuads quads = new SortedQuads(scratch);
                        StoredQuads.forEach(lease.store(), quads::add);
                        return new ReleaseContent(
                                quads, new TreeMap<>(), new TreeMap<>(), ReleaseFlow.parts(baseIri, lists));
                    }));
        }
    }

    private ReleaseInfo fromFiles(Steps steps) {
        ListShapes lists = ReleaseFlow.lists(facets, baseIri);
        List<RdfFile> sources =
                files.stream().map(file -> RdfFile.of(file, baseIri)).toList();
        return steps.run(
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
    }
}
