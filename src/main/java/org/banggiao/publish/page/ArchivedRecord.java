package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.inbox.Relation;

/**
 * A record of an archive as pages show it.
 *
 * @param title what it is called
 * @param href its address
 * @param host where that leads
 * @param holder who holds it
 * @param date as the archive writes it; empty where it does not
 * @param about what it is about, where that is not what the page is about
 * @param link the page that says who told of it and when
 */
public record ArchivedRecord(
        String title, String href, String host, String holder, String date, Optional<Value> about, String link) {
    private static final Node BODY = NodeFactory.createURI("http://www.w3.org/ns/oa#hasBody");
    private static final Node TARGET = NodeFactory.createURI("http://www.w3.org/ns/oa#hasTarget");
    private static final Node HOLDER = NodeFactory.createURI(Relation.RICO + "hasOrHadHolder");
    private static final Node DATE = NodeFactory.createURI(Relation.RICO + "date");

    /** The records that are about what is described. */
    static List<ArchivedRecord> of(Description description, Links links) {
        var graph = description.graph();
        var found = new ArrayList<ArchivedRecord>();
        if (!graph.graphs().stream().anyMatch(g -> g.isURI() && g.getURI().endsWith("graph/records"))) {
            return found;
        }
        for (var link : graph.subjects(TARGET, description.subject())) {
            graph.object(link, BODY)
                    .filter(Node::isURI)
                    .filter(r -> Links.isWeb(r.getURI()))
                    .ifPresent(record -> found.add(of(record, link, graph, links)));
        }
        return found;
    }

    private static ArchivedRecord of(Node record, Node link, Subgraph graph, Links links) {
        return new ArchivedRecord(
                graph.text(link, Vocabulary.LABEL).orElse(record.getURI()),
                record.getURI(),
                host(record.getURI()),
                graph.object(link, DCTerms.isPartOf.asNode())
                        .flatMap(set -> graph.text(set, Vocabulary.LABEL))
                        .or(() -> graph.object(record, HOLDER).flatMap(h -> graph.text(h, Vocabulary.LABEL)))
                        .orElse(""),
                graph.text(record, DATE).orElse(""),
                Optional.empty(),
                links.resource(link).orElse(""));
    }

    /** The host of an address. */
    static String host(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("[/?#].*$", "");
    }
}
