package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.http.EntityTag;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.ResultFormat.Kind;
import org.banggiao.store.Store;

/** Sends whole graphs: those of the release by their names, and the default graph, which is their union. */
final class GraphReader {
    private final PublishSettings settings;
    private final Admission admission;
    private final PrefixMap prefixes;

    GraphReader(PublishSettings settings, Admission admission) {
        this.admission = admission;
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri()).map();
    }

    /**
     * Sends a graph.
     *
     * @throws Refusal if it is not here, or not in the format that is asked for
     */
    void send(GraphRequest asked, String accept, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var graph = asked.graph();
        if (graph.isPresent() && !store.graphs().contains(graph.get())) {
            throw Refusal.noSuchGraph(graph.get());
        }
        var offer = ResultFormat.chosen(asked.format(), accept, Kind.GRAPH);
        var tag = EntityTag.of(
                store.state(),
                "graph",
                offer.mediaType(),
                graph.map(g -> "<" + g + ">").orElse("default"));
        if (!AnswerHead.send(Optional.of(tag), offer, asked.release().isPresent(), request, response)) {
            return;
        }
        long size = graph.map(g -> store.release().graphs().get(g))
                .orElse(store.release().quads());
        try (var place = admission.query();
                var exec = store.query(query(graph), settings.limits().forQuery())) {
            var name = graph.map(NodeFactory::createURI);
            if (WholeAnswer.isNeeded(request)) {
                var whole = new WholeAnswer();
                write(exec, name, offer.format(), size, whole);
                whole.sendTo(response);
            } else {
                write(exec, name, offer.format(), size, new HeldBack(response.getOutputStream()));
            }
        }
    }

    private static Query query(Optional<String> graph) {
        var query = QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }");
        graph.ifPresent(query::addGraphURI);
        return query;
    }

    private void write(QueryExec exec, Optional<Node> graph, ResultFormat format, long size, OutputStream out) {
        boolean asQuads = graph.isPresent() && format.hasGraphs();
        if (!asQuads && (size <= ResultWriter.PRETTY || !StreamRDFWriter.registered(format.lang()))) {
            ResultWriter.write(exec.construct(), prefixes.getMapping(), format, out);
            return;
        }
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, format.lang(), Context.emptyContext());
        stream.start();
        prefixes.getMapping().forEach(stream::prefix);
        var triples = exec.constructTriples();
        while (triples.hasNext()) {
            var triple = triples.next();
            if (asQuads) {
                stream.quad(Quad.create(graph.get(), triple));
            } else {
                stream.triple(triple);
            }
        }
        stream.finish();
    }
}
