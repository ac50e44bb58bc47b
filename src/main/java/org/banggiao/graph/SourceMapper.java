package org.banggiao.graph;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Descriptions of sources as quads of the graph of each document: from Turtle where one describes the file (by document id
 * and hash), else the least that is known.
 */
final class SourceMapper {
    private final Iris iris;
    private final Graph descriptions;
    private final QuadSink sink;

    SourceMapper(Iris iris, Graph descriptions, QuadSink sink) {
        this.iris = iris;
        this.descriptions = descriptions;
        this.sink = sink;
    }

    /** The documents that were read, with the SHA-256 of their files. */
    void describe(Map<String, String> documents) {
        documents.forEach((document, sha256) -> {
            var into = sink.into(iris.sourceGraph(document));
            var file = iris.sourceFile(sha256);
            boolean isDescribed =
                    descriptions.contains(file, Vocabulary.SHA256, NodeFactory.createLiteralString(sha256));
            if (isDescribed) {
                copy(file, into);
                descriptions
                        .find(Node.ANY, Vocabulary.HAS_FILE, file)
                        .forEachRemaining(t -> copy(t.getSubject(), into));
            } else {
                least(document, sha256, file, into);
            }
        });
    }

    private void least(String document, String sha256, Node file, QuadSink into) {
        var source = iris.id("source", "x-" + Iris.slug(document));
        into.add(file, Vocabulary.TYPE, Vocabulary.SOURCE_FILE);
        into.text(file, Vocabulary.DOCUMENT_ID, document);
        into.text(file, Vocabulary.SHA256, sha256);
        into.label(file, "Tệp " + document, "File " + document);
        into.add(source, Vocabulary.TYPE, Vocabulary.SOURCE);
        into.add(source, Vocabulary.HAS_FILE, file);
        into.text(source, Vocabulary.TITLE, document, "vi");
        into.label(source, document, document);
        into.add(source, Vocabulary.LICENCE, Iris.code("licence", "unknown"));
        into.yes(source, Vocabulary.PROVISIONAL);
    }

    /** A resource and its parts: what lies under its address. */
    private void copy(Node resource, QuadSink into) {
        Set<Node> seen = new HashSet<>();
        var open = new ArrayDeque<Node>();
        open.add(resource);
        while (!open.isEmpty()) {
            var node = open.poll();
            if (!seen.add(node)) {
                continue;
            }
            descriptions.find(node, Node.ANY, Node.ANY).forEachRemaining(t -> {
                into.add(t.getSubject(), t.getPredicate(), t.getObject());
                if (t.getObject().isURI() && t.getObject().getURI().startsWith(resource.getURI() + "/")) {
                    open.add(t.getObject());
                }
            });
        }
    }
}
