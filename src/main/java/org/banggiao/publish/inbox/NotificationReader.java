package org.banggiao.publish.inbox;

import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.publish.http.Problem;

/**
 * Reads a notification: an {@code Announce} of ActivityStreams 2.0 whose object is the record and whose target is a resource here, or
 * whose object is a {@code Relationship} between the two (as COAR Notify has it); or a Web Annotation whose body is one and whose target
 * is the other. Which of the two is ours is told by the address, whatever the direction.
 */
final class NotificationReader {
    private static final String AS = "https://www.w3.org/ns/activitystreams#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SCHEMA = "http://schema.org/";
    private static final int MOST_NESTING = 24;
    private static final int MOST_TRIPLES = 400;
    private static final String BASE = "https://notification.invalid/";

    private static final List<Node> NAMES = Stream.of(
                    AS + "name",
                    RDFS.label.getURI(),
                    Relation.RICO + "title",
                    Relation.RICO + "name",
                    DCTerms.title.getURI(),
                    "http://purl.org/dc/elements/1.1/title",
                    FOAF + "name",
                    SCHEMA + "name",
                    "https://schema.org/name",
                    AS + "summary")
            .map(NodeFactory::createURI)
            .toList();

    /** Whether an address is that of a resource here. */
    interface Ours {
        /** The IRI of the resource that an address stands for; empty where it is no address of this service. */
        Optional<String> iri(String address);
    }

    /**
     * What a notification says.
     *
     * @param record the address of the record
     * @param title what it is called
     * @param about the IRI of the resource here
     * @param actor the address of who sends it, as it says itself, or empty
     * @param name what that calls itself
     */
    record Said(
            String record,
            String title,
            String about,
            Relation relation,
            String date,
            String note,
            String actor,
            String name) {
        RecordLink link(String holder) {
            return new RecordLink(record, title, about, relation, holder, date, note);
        }
    }

    /** What is refused, and why. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        RefusedException(int status, String kind, String title, String detail) {
            super(detail);
            this.problem = new Problem(status, kind, title, detail);
        }

        Problem problem() {
            return problem;
        }
    }

    private final Ours ours;

    NotificationReader(Ours ours) {
        this.ours = ours;
    }

    /**
     * Reads a body.
     *
     * @throws RefusedException if it is no JSON-LD, names a context that is not known, or says nothing of the kind
     */
    Said read(byte[] body) throws RefusedException {
        var text = text(body);
        if (nesting(text) > MOST_NESTING) {
            throw bad("It is nested deeper than " + MOST_NESTING + " levels.");
        }
        var graph = parse(text);
        var announces = subjects(graph, AS + "Announce");
        var annotations = subjects(graph, OA + "Annotation");
        if (announces.size() + annotations.size() != 1) {
            throw shape(
                    "It has one object of the type Announce (ActivityStreams) or Annotation (Web Annotation); this one has "
                            + (announces.size() + annotations.size()) + ".");
        }
        return announces.isEmpty() ? annotation(graph, annotations.getFirst()) : announce(graph, announces.getFirst());
    }

    private static RefusedException bad(String detail) {
        return new RefusedException(400, "notification-unreadable", "The notification cannot be read", detail);
    }

    private static RefusedException shape(String detail) {
        return new RefusedException(
                422, "notification-shape", "The notification does not say which record is about what", detail);
    }

    private static String text(byte[] body) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad("It is not in UTF-8.");
        }
    }

    private static int nesting(String text) {
        int depth = 0;
        int most = 0;
        boolean isText = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isText) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    isText = false;
                }
            } else if (c == '"') {
                isText = true;
            } else if (c == '{' || c == '[') {
                most = Math.max(most, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return most;
    }

    private static Graph parse(String text) throws RefusedException {
        var graph = GraphMemFactory.createDefaultGraph();
        var contexts = new Contexts();
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .forceLang(Lang.JSONLD11)
                    .base(BASE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(contexts))
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            if (graph.size() >= MOST_TRIPLES) {
                                throw new IllegalStateException("It says more than " + MOST_TRIPLES + " things.");
                            }
                            graph.add(triple);
                        }
                    });
            return graph;
        } catch (RuntimeException | StackOverflowError e) {
            throw bad(contexts.refused().isEmpty() ? why(e) : contexts.refused());
        }
    }

    /** The innermost reason that is known to be fit for clients; of others the first line. */
    private static String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException) {
                return String.valueOf(cause.getMessage());
            }
        }
        var message = Objects.requireNonNullElse(failure.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return "It is no JSON-LD 1.1"
                + (failure instanceof StackOverflowError || message.isEmpty()
                        ? "."
                        : ": " + RecordLink.text(message, 200));
    }

    private static List<Node> subjects(Graph graph, String type) {
        return graph.find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(type))
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static List<Node> objects(Graph graph, Node subject, String... properties) {
        var found = new ArrayList<Node>();
        for (var property : properties) {
            graph.find(subject, NodeFactory.createURI(property), Node.ANY)
                    .mapWith(Triple::getObject)
                    .forEachRemaining(found::add);
        }
        return found;
    }

    private Said announce(Graph graph, Node announce) throws RefusedException {
        var objects = objects(graph, announce, AS + "object");
        if (objects.size() != 1) {
            throw shape(
                    "An Announce has one object: the record, or a Relationship; this one has " + objects.size() + ".");
        }
        var object = objects.getFirst();
        var relation = Relation.SUBJECT;
        List<Node> ends;
        if (subjects(graph, AS + "Relationship").contains(object)) {
            ends = objects(graph, object, AS + "subject", AS + "object");
            relation = relation(objects(graph, object, AS + "relationship"));
        } else {
            ends = new ArrayList<>(List.of(object));
            objects(graph, announce, AS + "target", AS + "context", AS + "inReplyTo").stream()
                    .filter(n -> ourIri(n).isPresent())
                    .distinct()
                    .forEach(ends::add);
        }
        return said(graph, announce, ends, relation, objects(graph, announce, AS + "actor", AS + "attributedTo"));
    }

    private Said annotation(Graph graph, Node annotation) throws RefusedException {
        var ends = new ArrayList<Node>();
        for (var end : objects(graph, annotation, OA + "hasBody", OA + "hasTarget")) {
            var sources = objects(graph, end, OA + "hasSource");
            ends.add(sources.isEmpty() ? end : sources.getFirst());
        }
        return said(
                graph,
                annotation,
                ends,
                Relation.SUBJECT,
                objects(graph, annotation, DCTerms.creator.getURI(), AS + "actor"));
    }

    private static Relation relation(List<Node> named) throws RefusedException {
        if (named.isEmpty()) {
            return Relation.SUBJECT;
        }
        var name = named.getFirst();
        return Optional.of(name)
                .filter(Node::isURI)
                .flatMap(n -> Relation.of(n.getURI()))
                .orElseThrow(() -> shape("The relationship " + RecordLink.text(name.toString(), 200)
                        + " is not known here; use "
                        + Relation.SUBJECT.property().getURI() + " or "
                        + Relation.MAIN_SUBJECT.property().getURI() + "."));
    }

    private Optional<String> ourIri(Node node) {
        return node.isURI() ? ours.iri(node.getURI()) : Optional.empty();
    }

    private Said said(Graph graph, Node notification, List<Node> ends, Relation relation, List<Node> actors)
            throws RefusedException {
        var here = ends.stream().flatMap(n -> ourIri(n).stream()).distinct().toList();
        var there = ends.stream().filter(n -> ourIri(n).isEmpty()).distinct().toList();
        if (here.size() != 1 || there.size() != 1 || !there.getFirst().isURI()) {
            throw shape(
                    "It names one record of yours, by its address, and one resource of this service; this one names "
                            + there.stream().filter(Node::isURI).count() + " of others and " + here.size()
                            + " of this service. Send one notification for each link.");
        }
        var record = there.getFirst().getURI();
        var wrong =
                record.startsWith(BASE) ? "the address of the record is not whole" : RecordLink.wrongAddress(record);
        if (!wrong.isEmpty()) {
            throw shape(wrong.substring(0, 1).toUpperCase(Locale.ROOT) + wrong.substring(1) + ".");
        }
        var actor = actors.stream().findFirst();
        var actorIri = actor.filter(Node::isURI)
                .map(Node::getURI)
                .filter(a -> !a.startsWith(BASE))
                .orElse("");
        return new Said(
                record,
                name(graph, there.getFirst())
                        .or(() -> name(graph, notification))
                        .orElse(record),
                here.getFirst(),
                relation,
                literal(objects(
                                graph,
                                there.getFirst(),
                                Relation.RICO + "date",
                                DCTerms.date.getURI(),
                                "http://purl.org/dc/elements/1.1/date"))
                        .orElse(""),
                literal(objects(graph, notification, AS + "summary", DCTerms.description.getURI()))
                        .orElse(""),
                actorIri,
                actor.flatMap(a -> a.isLiteral() ? Optional.of(a.getLiteralLexicalForm()) : name(graph, a))
                        .orElseGet(() -> RecordLink.host(actorIri.isEmpty() ? record : actorIri)));
    }

    private static Optional<String> name(Graph graph, Node node) {
        return NAMES.stream()
                .flatMap(p -> literal(objects(graph, node, p.getURI())).stream())
                .findFirst();
    }

    /** The first text, whatever the order in which they were read. */
    private static Optional<String> literal(List<Node> nodes) {
        return nodes.stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .map(t -> RecordLink.text(t, RecordLink.MOST_OF_TEXT))
                .filter(t -> !t.isEmpty())
                .sorted()
                .findFirst();
    }
}
