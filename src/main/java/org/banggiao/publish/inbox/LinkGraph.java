package org.banggiao.publish.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.store.Overlay;

/**
 * The graph of the published links: of each record what it is called, who holds it and what it is about, in terms of RiC-O; of each
 * link who sent it and who accepted it when, as a Web Annotation; of each sender a set of links (VoID). A link that was taken back
 * stays as a deprecated address with the reason.
 *
 * @param baseIri what the addresses of resources and graphs start with, ending in a slash
 */
public record LinkGraph(String baseIri) {
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final Node TYPE = RDF.type.asNode();
    private static final Node LABEL = RDFS.label.asNode();

    /** The IRI of the graph. */
    public String name() {
        return baseIri + "graph/records";
    }

    /** The address of a link. */
    public Node link(String id) {
        return NodeFactory.createURI(baseIri + "id/link/" + id);
    }

    /** The graph of what is published of these. */
    public Overlay of(Collection<Entry> entries) {
        var triples = new LinkedHashSet<Triple>();
        var sets = new TreeMap<String, List<Entry>>();
        for (var entry : entries) {
            if (entry.state() == State.ACCEPTED) {
                record(entry.link(), triples);
                link(entry, triples);
                sets.computeIfAbsent(entry.link().holder(), h -> new ArrayList<>())
                        .add(entry);
            } else if (entry.state() == State.REMOVED) {
                removed(entry, triples);
            }
        }
        sets.forEach((holder, links) -> set(holder, links, triples));
        return Overlay.of(name(), triples);
    }

    private void record(RecordLink link, Collection<Triple> triples) {
        var record = NodeFactory.createURI(link.record());
        var about = NodeFactory.createURI(link.about());
        add(triples, record, TYPE, rico("RecordResource"));
        add(triples, record, LABEL, text(link.title()));
        add(triples, record, rico("title"), text(link.title()));
        add(triples, record, rico("hasOrHadHolder"), holder(link.holder()));
        add(triples, record, Relation.SUBJECT.property(), about);
        add(triples, record, link.relation().property(), about);
        if (!link.date().isEmpty()) {
            add(triples, record, rico("date"), text(link.date()));
        }
    }

    private void link(Entry entry, Collection<Triple> triples) {
        var link = link(entry.id());
        add(triples, link, TYPE, oa("Annotation"));
        add(triples, link, LABEL, text(entry.link().title()));
        add(triples, link, oa("hasBody"), NodeFactory.createURI(entry.link().record()));
        add(triples, link, oa("hasTarget"), NodeFactory.createURI(entry.link().about()));
        add(triples, link, oa("motivatedBy"), oa("linking"));
        add(triples, link, DCTerms.creator.asNode(), text(entry.sender().name()));
        add(triples, link, DCTerms.dateSubmitted.asNode(), day(entry.received()));
        add(triples, link, DCTerms.dateAccepted.asNode(), day(entry.decision().at()));
        add(triples, link, DCTerms.isPartOf.asNode(), set(entry.link().holder()));
        if (!entry.link().note().isEmpty()) {
            add(triples, link, DCTerms.description.asNode(), text(entry.link().note()));
        }
    }

    private void set(String holder, List<Entry> links, Collection<Triple> triples) {
        var agent = holder(holder);
        add(triples, agent, TYPE, rico("Agent"));
        add(triples, agent, LABEL, text(holder));
        var set = set(holder);
        add(triples, set, TYPE, NodeFactory.createURI(VOID + "Linkset"));
        add(triples, set, LABEL, text(holder));
        add(triples, set, DCTerms.publisher.asNode(), agent);
        add(triples, set, NodeFactory.createURI(VOID + "linkPredicate"), Relation.SUBJECT.property());
        add(
                triples,
                set,
                NodeFactory.createURI(VOID + "triples"),
                NodeFactory.createLiteralDT(
                        String.valueOf(links.stream()
                                .map(e -> e.link().record() + " " + e.link().about())
                                .distinct()
                                .count()),
                        XSDDatatype.XSDinteger));
    }

    private void removed(Entry entry, Collection<Triple> triples) {
        add(
                triples,
                link(entry.id()),
                Vocabulary.DEPRECATED,
                NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        if (!entry.decision().reason().isEmpty()) {
            add(
                    triples,
                    link(entry.id()),
                    RDFS.comment.asNode(),
                    text(entry.decision().reason()));
        }
    }

    /** Who holds records, by name. */
    public Node holder(String name) {
        return NodeFactory.createURI(baseIri + "id/holder/" + Keys.of(name));
    }

    /** The links of who holds records, by name. */
    public Node set(String holder) {
        return NodeFactory.createURI(baseIri + "id/linkset/" + Keys.of(holder));
    }

    private static void add(Collection<Triple> triples, Node subject, Node property, Node object) {
        triples.add(Triple.create(subject, property, object));
    }

    private static Node rico(String term) {
        return NodeFactory.createURI(Relation.RICO + term);
    }

    private static Node oa(String term) {
        return NodeFactory.createURI(OA + term);
    }

    private static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }

    private static Node day(Instant instant) {
        return NodeFactory.createLiteralDT(
                LocalDate.ofInstant(instant, ZoneOffset.UTC).toString(), XSDDatatype.XSDdate);
    }
}
