package org.banggiao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Merger;
import org.banggiao.claim.Thing;
import org.banggiao.claim.Ties;
import org.banggiao.claim.curation.Correction;
import org.banggiao.claim.curation.CorrectionFile;
import org.banggiao.claim.curation.Curated;
import org.banggiao.claim.curation.Curation;
import org.banggiao.graph.Check;
import org.banggiao.graph.GraphBuilder;
import org.banggiao.graph.Identifiers;
import org.banggiao.graph.Iris;
import org.banggiao.graph.Ontology;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Severity;

/** The second part of the flow: from claims, freshly read or frozen, to a graph that has been checked. */
final class GraphFlow {
    /** Where all addresses lie. */
    static final Iris IRIS = Iris.DEFAULT;

    /** The file with the released graph, in {@code data/graph/}. */
    static final String DATASET = "dataset.nq";

    private final Home home;
    private final Steps steps;
    private final Ahead<Ontology> ontology;

    private GraphFlow(Home home, Steps steps, Ahead<Ontology> ontology) {
        this.home = home;
        this.steps = steps;
        this.ontology = ontology;
    }

    /** A flow that reads the ontology while something else is done first. */
    static GraphFlow readingOntology(Home home, Steps steps) {
        return new GraphFlow(home, steps, Ahead.of(() -> Ontology.load(home.ontology())));
    }

    /** The claims after the corrections of {@code data/curation/}; what of these could not be carried out is said. */
    Curated curate(Authority authority, Knowledge knowledge) {
        List<Correction> corrections = CorrectionFile.read(home.curation());
        if (corrections.isEmpty()) {
            return Curated.untouched(knowledge.claims());
        }
        Curated curated = steps.run(
                "carrying out corrections",
                () -> Curation.apply(corrections, knowledge.claims(), knowledge.sentences(), authority));
        curated.findings().forEach(finding -> steps.say(finding.toString()));
        return curated;
    }

    /** The things that the claims speak of. */
    List<Thing> merge(Curated curated) {
        return steps.run(
                "merging " + curated.claims().size() + " claims", () -> Merger.merge(curated.claims(), curated.ties()));
    }

    /** The graph of things, with the sources described beside the texts and in {@code data/}. */
    GraphBuilder.Built graph(
            Authority authority, Knowledge knowledge, List<Thing> things, Ties ties, List<Path> corpus) {
        return steps.run(
                "building the graph of " + things.size() + " things",
                () -> GraphBuilder.build(new GraphBuilder.Inputs(
                        things,
                        ties,
                        authority,
                        sources(corpus),
                        identifiers(),
                        ontology.get(),
                        knowledge.runs(),
                        IRIS)));
    }

    /** From claims to a graph that has been checked. */
    GraphBuilder.Built checkedGraph(Knowledge knowledge, List<Path> corpus) {
        Authority authority = Authority.load(home.authority());
        Curated curated = curate(authority, knowledge);
        GraphBuilder.Built built = graph(authority, knowledge, merge(curated), curated.ties(), corpus);
        List<Finding> faults = steps.run(
                "checking " + built.quads().size() + " quads", () -> Check.check(built.dataset(), ontology.get()));
        List<Finding> errors = faults.stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new FaultException(errors);
        }
        return built;
    }

    /** The keys given out so far; none where {@code mint} has never run. */
    Identifiers identifiers() {
        return Files.exists(home.identifiers()) ? Identifiers.load(home.identifiers()) : Identifiers.empty();
    }

    private Graph sources(List<Path> corpus) {
        Graph all = GraphFactory.createGraphMem();
        home.sourceDescriptions(corpus.stream())
                .forEach(file -> Ontology.readTurtle(file).find().forEachRemaining(all::add));
        return all;
    }
}
