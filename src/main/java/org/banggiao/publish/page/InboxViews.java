package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.inbox.Entry;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.inbox.Inbox;
import org.banggiao.publish.inbox.LinkGraph;
import org.banggiao.publish.inbox.Targets;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/** What the inbox shows of what was accepted: as a container of notifications, each notification, and the page for people. */
final class InboxViews {
    private static final String LDP = "http://www.w3.org/ns/ldp#";
    private static final String AS = "https://www.w3.org/ns/activitystreams#";
    private static final int MOST_RECORDS = 30;

    private final PublishSettings settings;
    private final Inbox inbox;
    private final Targets targets;
    private final LinkGraph graph;
    private final Frames frames;
    private final Templates templates;

    InboxViews(
            PublishSettings settings,
            Inbox inbox,
            Targets targets,
            LinkGraph graph,
            Frames frames,
            Templates templates) {
        this.settings = settings;
        this.inbox = inbox;
        this.targets = targets;
        this.graph = graph;
        this.frames = frames;
        this.templates = templates;
    }

    String language(HttpServletRequest request) {
        return frames.language(request).code();
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** The inbox as a container. */
    RdfDocument listing(List<Entry> accepted, String root) {
        var self = node(root + "inbox");
        var triples = new ArrayList<Triple>();
        triples.add(Triple.create(self, RDF.type.asNode(), node(LDP + "Container")));
        triples.add(Triple.create(self, RDF.type.asNode(), node(LDP + "BasicContainer")));
        triples.add(Triple.create(self, node(LDP + "constrainedBy"), node(root + "inbox.html#send")));
        accepted.forEach(e -> triples.add(Triple.create(self, node(LDP + "contains"), node(root + "inbox/" + e.id()))));
        return RdfDocument.of(self, triples);
    }

    /** An accepted notification, as far as it was kept. */
    RdfDocument notification(Entry entry, String root) {
        var self = node(root + "inbox/" + entry.id());
        var record = node(entry.link().record());
        var triples = new ArrayList<Triple>();
        triples.add(Triple.create(self, RDF.type.asNode(), node(AS + "Announce")));
        triples.add(Triple.create(self, node(AS + "object"), record));
        triples.add(Triple.create(self, node(AS + "target"), node(entry.link().about())));
        triples.add(Triple.create(
                self,
                node(AS + "published"),
                NodeFactory.createLiteralDT(entry.received().toString(), XSDDatatype.XSDdateTime)));
        triples.add(Triple.create(self, node(AS + "result"), graph.link(entry.id())));
        if (!entry.sender().actor().isEmpty()) {
            var actor = node(entry.sender().actor());
            triples.add(Triple.create(self, node(AS + "actor"), actor));
            triples.add(Triple.create(
                    actor,
                    node(AS + "name"),
                    NodeFactory.createLiteralString(entry.sender().name())));
        }
        triples.add(Triple.create(
                record,
                node(AS + "name"),
                NodeFactory.createLiteralString(entry.link().title())));
        triples.add(Triple.create(
                record, entry.link().relation().property(), node(entry.link().about())));
        return RdfDocument.of(self, triples);
    }

    void page(Store store, String root, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var accepted = inbox.all(State.ACCEPTED);
        var holders = new TreeMap<String, Long>();
        accepted.forEach(e -> holders.merge(e.link().holder(), 1L, Long::sum));
        var asked = Optional.ofNullable(request.getParameter("about"))
                .flatMap(a -> targets.iri(a, root))
                .flatMap(iri -> targets.find(iri, store));
        var about = asked.map(t -> Value.of(t.label(texts.language().code()))
                .withHref(links.resource(node(t.iri())))
                .withCode(t.iri()));
        var example = example(asked.map(Targets.Target::iri).orElse(settings.baseIri() + "id/event/…"));
        var page = new InboxPage(
                root + "inbox",
                example,
                "curl -i " + root + "inbox -H 'Content-Type: application/ld+json' --data-binary @notification.json",
                about,
                holders.entrySet().stream()
                        .map(h -> new InboxPage.Holder(h.getKey(), h.getValue()))
                        .toList(),
                accepted.stream()
                        .limit(MOST_RECORDS)
                        .map(e -> record(e, store, texts, links))
                        .toList(),
                accepted.size(),
                exports(links, ""),
                settings.inbox().perHour(),
                settings.inbox().bodySize());
        var frame = frames.of(request, texts.get("inbox.title"), "inbox");
        var html = templates.render("inbox", Map.of("frame", frame, "page", page));
        response.setHeader("Content-Language", frame.language());
        new Representation(html, "text/html;charset=utf-8", "Accept, Accept-Language").send(request, response);
    }

    /** The links as files. */
    static List<Frame.Alternate> exports(Links links, String query) {
        return List.of(
                new Frame.Alternate("CSV", "text/csv", links.file("/inbox/links.csv" + query)),
                new Frame.Alternate("EAD 3", "application/xml", links.file("/inbox/links.ead" + query)),
                new Frame.Alternate("EAC-CPF", "application/xml", links.file("/inbox/links.eac" + query)));
    }

    private ArchivedRecord record(Entry entry, Store store, Texts texts, Links links) {
        var link = entry.link();
        return new ArchivedRecord(
                link.title(),
                link.record(),
                ArchivedRecord.host(link.record()),
                link.holder(),
                link.date(),
                Optional.of(Value.of(targets.find(link.about(), store)
                                .map(t -> t.label(texts.language().code()))
                                .orElse(link.about()))
                        .withHref(links.resource(node(link.about())))),
                links.resource(graph.link(entry.id())).orElse(""));
    }

    private static String example(String about) {
        return """
                {
                  "@context": "https://www.w3.org/ns/activitystreams",
                  "type": "Announce",
                  "actor": {
                    "id": "https://archive.example/",
                    "type": "Organization",
                    "name": "Example Archive"
                  },
                  "object": {
                    "id": "https://archive.example/record/123",
                    "name": "Minutes of the negotiations"
                  },
                  "target": "%s"
                }
                """.formatted(about);
    }
}
