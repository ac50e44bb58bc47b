package org.banggiao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Passage;
import org.banggiao.graph.GraphBuilder;
import org.banggiao.graph.Identifiers;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.dump.ChangesPart;
import org.banggiao.publish.dump.DumpPart;
import org.banggiao.publish.entity.CataloguePart;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.facet.FacetPart;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.publish.search.SearchPart;
import org.banggiao.store.PassageWords;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.ReleaseInfo;
import org.banggiao.store.ReleasePart;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;

/** The last part of the flow: from a graph to a release. */
final class ReleaseFlow {

    private final Home home;
    private final Steps steps;

    ReleaseFlow(Home home, Steps steps) {
        this.home = home;
        this.steps = steps;
    }

    /**
     * Makes a release of a graph, the example queries and the addresses that are no longer in use, with the words of its passages
     * where their texts are at hand.
     *
     * @param lists what the service will list
     */
    ReleaseInfo release(
            GraphBuilder.Built built,
            Knowledge knowledge,
            Path folder,
            SortedMap<String, String> madeFrom,
            ListShapes lists) {
        SortedMap<String, PassageWords> passages = passages(knowledge);
        List<Triple> retired = Files.exists(home.identifiers())
                ? Identifiers.load(home.identifiers()).retired(GraphFlow.IRIS)
                : List.of();
        return steps.run(
                "making the release",
                () -> Releases.in(folder).make(scratch -> {
                    SortedQuads quads = new SortedQuads(scratch);
                    for (Quad quad : built.quads()) {
                        quads.add(quad);
                    }
                    for (Triple example : ExampleFolder.triples(home.examples())) {
                        quads.add(Quad.create(GraphFlow.IRIS.examplesGraph(), example));
                    }
                    for (Triple triple : retired) {
                        quads.add(Quad.create(GraphFlow.IRIS.retiredGraph(), triple));
                    }
                    return new ReleaseContent(quads, passages, madeFrom, parts(GraphFlow.IRIS.base(), lists));
                }));
    }

    /**
     * The folder with the release of {@code data/}, joined with texts where some are given; made where it is missing, or
     * where what it is made from has changed.
     */
    Path ownRelease(List<Path> corpus) {
        String name = Stream.concat(Stream.of("data"), corpus.stream().map(path -> String.valueOf(path.getFileName())))
                .collect(Collectors.joining("+"));
        Path folder = home.releases().resolve(name);
        SortedMap<String, String> madeFrom = inputs(corpus, true);
        if (isMadeFrom(folder, madeFrom)) {
            steps.say("the release in " + folder + " is up to date");
            return folder;
        }
        GraphFlow graph = GraphFlow.readingOntology(home, steps);
        Knowledge frozen = steps.run("reading the claims of " + home.claims(), () -> FrozenClaims.read(home.claims()));
        Knowledge knowledge = corpus.isEmpty()
                ? frozen
                : new TextFlow(home, steps).read(corpus).knowledge().joinedWith(frozen);
        ReleaseInfo unused = release(
                graph.checkedGraph(knowledge, corpus), knowledge, folder, madeFrom, lists(null, GraphFlow.IRIS.base()));
        return folder;
    }

    private boolean isMadeFrom(Path folder, SortedMap<String, String> madeFrom) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Store store = Releases.in(folder).open()) {
            return store.release().madeFrom().equals(madeFrom);
        } catch (FaultException missingOrDamaged) {
            return false;
        }
    }

    /** What a release of texts is made from, joined with the claims of {@code data/} or not. */
    SortedMap<String, String> inputs(List<Path> corpus, boolean withFrozenClaims) {
        Inputs inputs = withFrozenClaims ? new Inputs().add("data/claims", home.claims()) : new Inputs();
        return inputs.program()
                .add("data/curation", home.curation())
                .add("data/authority", home.authority())
                .add("data/identifiers.tsv", home.identifiers())
                .add("data/sources.ttl", home.sources())
                .add("ontology", home.ontology())
                .add("sparql-examples", home.examples())
                .addAll("corpus", corpus)
                .digests();
    }

    /**
     * What releases are made with beside their data.
     *
     * @param baseIri what the addresses of the data start with
     * @param lists what the service will list
     */
    static List<ReleasePart> parts(String baseIri, ListShapes lists) {
        return List.of(
                new SearchPart(),
                new DumpPart(baseIri),
                new ChangesPart(),
                new CataloguePart(),
                new FacetPart(lists, baseIri));
    }

    /** The lists of a file, or those that come with the program. */
    static ListShapes lists(@Nullable Path facets, String baseIri) {
        return facets == null ? ListShapes.own(baseIri) : ListShapes.of(facets, baseIri);
    }

    /** A sentence on a release that was made. */
    static String describe(ReleaseInfo info, Path folder) {
        return "Release " + info.id() + " in " + folder + ": " + info.quads() + " quads in "
                + info.graphs().size() + " graphs.";
    }

    private static SortedMap<String, PassageWords> passages(Knowledge knowledge) {
        SortedMap<String, PassageWords> words = new TreeMap<>();
        if (!knowledge.documents().isEmpty()) {
            PassageTexts texts = new PassageTexts(knowledge.documents());
            for (Claim claim : knowledge.claims()) {
                List<Passage> passages = new ArrayList<>(claim.said().contextIn());
                passages.add(claim.said().statedIn());
                for (Passage passage : passages) {
                    texts.of(passage)
                            .ifPresent(found ->
                                    words.put(GraphFlow.IRIS.passage(passage).getURI(), found));
                }
            }
        }
        return words;
    }
}
