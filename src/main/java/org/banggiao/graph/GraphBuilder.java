package org.banggiao.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Thing;
import org.banggiao.claim.Ties;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;

/**
 * Builds the graph: the same inputs give the same quads, in the same order. Claims and passages lie in a graph for each
 * document, things in the top graph, authority data, links and ontology in one each; there is no blank node.
 */
public final class GraphBuilder {
    /**
     * What a graph is built from.
     *
     * @param things every thing with its claims
     * @param ties what people decided on which claims speak of one thing
     * @param authority who and what the names stand for
     * @param sources descriptions of sources and files, as RDF; those of documents that were not read are left out
     * @param identifiers the permanent keys
     * @param ontology the ontology's files
     * @param runs the extractions, one for each document that was read
     * @param iris where the data live
     */
    public record Inputs(
            List<Thing> things,
            Ties ties,
            Authority authority,
            Graph sources,
            Identifiers identifiers,
            Ontology ontology,
            List<Run> runs,
            Iris iris) {
        public Inputs {
            things = List.copyOf(things);
            runs = List.copyOf(runs);
        }

        /** Of claims on whose things nobody has decided. */
        public Inputs(
                List<Thing> things,
                Authority authority,
                Graph sources,
                Identifiers identifiers,
                Ontology ontology,
                List<Run> runs,
                Iris iris) {
            this(things, Ties.NONE, authority, sources, identifiers, ontology, runs, iris);
        }
    }

    /**
     * A graph.
     *
     * @param quads sorted, each once
     * @param findings what is doubtful
     * @param claims the address of each claim, by its id
     */
    public record Built(List<Quad> quads, List<Finding> findings, Map<String, Node> claims) {
        public Built {
            quads = List.copyOf(quads);
            claims = Collections.unmodifiableMap(new TreeMap<>(claims));
            findings = List.copyOf(findings);
        }

        /** The quads as a dataset in memory. */
        public DatasetGraph dataset() {
            var dataset = DatasetGraphFactory.createGeneral();
            quads.forEach(dataset::add);
            return dataset;
        }
    }

    private GraphBuilder() {}

    /** Builds the graph. */
    public static Built build(Inputs in) {
        var iris = in.iris();
        var top = QuadSink.of(iris.topGraph());
        var actors = new Actors(in.authority(), iris);
        var currencies = Currencies.from(in.ontology().schema());
        var labels = new Labels(in.authority());
        var subjects = in.things().stream().flatMap(t -> Subject.of(t).stream()).toList();
        var claims = in.things().stream().flatMap(t -> t.claims().stream()).toList();
        var keys = in.identifiers().keys(subjects, claims);

        describeSources(in, claims, top);
        describeClaims(in, claims, keys, new ClaimMapper(iris, actors, currencies, labels), top);
        new TopLayer(iris, keys, actors, in.authority(), in.ontology().schema(), top).describe(subjects);
        actors.describeUnknown(top);
        new AuthorityMapper(iris, top).describe(in.authority());
        new Materialiser(in.ontology().schema()).extend(top.quads());
        var ontology = top.into(iris.ontologyGraph());
        in.ontology().published().forEach(t -> ontology.add(t.getSubject(), t.getPredicate(), t.getObject()));
        var findings = new ArrayList<>(actors.findings());
        in.things().stream()
                .filter(t -> Subject.isIncomplete(t.claims()))
                .forEach(t -> findings.add(incomplete(t.claims().get(0))));
        Map<String, Node> addresses = new HashMap<>();
        claims.forEach(claim ->
                addresses.put(claim.said().id(), iris.id("claim", keys.of(claim).value())));
        ReviewMapper.describe(in.ties(), addresses, top.into(iris.curationGraph()));
        return new Built(NQuads.sorted(top.quads()), findings, addresses);
    }

    private static Finding incomplete(Claim claim) {
        var passage = claim.said().statedIn();
        return Finding.of(
                GraphIssue.INCOMPLETE_FLOW,
                new Location(passage.document(), passage.startInclusive(), passage.endExclusive()),
                "Nobody is named who gives, or nobody who receives, so that the claim stands without an aid flow: see why with"
                        + " explain, and mend the rule or leave it.");
    }

    private static void describeSources(Inputs in, List<Claim> claims, QuadSink sink) {
        Map<String, String> documents = new TreeMap<>();
        in.runs().forEach(r -> documents.put(r.document(), r.fileSha256()));
        for (var claim : claims) {
            var passage = claim.said().statedIn();
            documents.put(passage.document(), passage.fileSha256());
        }
        new SourceMapper(in.iris(), in.sources(), sink).describe(documents);
        for (var run : in.runs()) {
            var into = sink.into(in.iris().sourceGraph(run.document()));
            var node = in.iris().run(run);
            into.add(node, Vocabulary.TYPE, Vocabulary.RUN);
            into.add(node, Vocabulary.USED, in.iris().sourceFile(run.fileSha256()));
            into.text(node, Vocabulary.RULES_DIGEST, run.rulesSha256());
            into.text(node, Vocabulary.LEXICA_DIGEST, run.lexicaSha256());
            into.text(node, Vocabulary.SOFTWARE_VERSION, run.version());
            into.label(node, "Trích xuất " + run.document(), "Extraction of " + run.document());
        }
    }

    private static void describeClaims(Inputs in, List<Claim> claims, Keys keys, ClaimMapper mapper, QuadSink sink) {
        Map<String, Node> runs = new HashMap<>();
        in.runs().forEach(r -> runs.put(r.document(), in.iris().run(r)));
        for (var claim : claims) {
            var key = keys.of(claim);
            var document = claim.said().statedIn().document();
            mapper.describe(
                    claim,
                    in.iris().id("claim", key.value()),
                    key.isProvisional(),
                    runs.get(document),
                    sink.into(in.iris().sourceGraph(document)));
            ReviewMapper.describe(
                    claim.said().review(),
                    in.iris().id("claim", key.value()),
                    sink.into(in.iris().curationGraph()));
        }
    }
}
