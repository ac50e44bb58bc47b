package org.banggiao.publish.entity;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterNT;

/** A description in a format of data. */
public final class RdfText {
    private final Prefixes prefixes;

    public RdfText(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Writes a description; the same one gives the same text.
     *
     * @throws IllegalArgumentException for the format of pages
     */
    public String of(Description description, Format format) {
        return of((Arranged) description, format);
    }

    /**
     * Writes a document; the same one gives the same text.
     *
     * @throws IllegalArgumentException for the format of pages
     */
    public String of(RdfDocument document, Format format) {
        return of((Arranged) document, format);
    }

    private String of(Arranged description, Format format) {
        return switch (format) {
            case TURTLE -> new TurtleLayout(prefixes).turtle(description);
            case TRIG -> new TurtleLayout(prefixes).trig(description);
            case JSONLD -> new JsonLdLayout(prefixes).json(description);
            case RDFXML -> new RdfXmlLayout(prefixes).xml(description);
            case NTRIPLES -> lines(description);
            case HTML -> throw new IllegalArgumentException("a page is not data: " + format);
        };
    }

    /** Triples as Turtle, in one order. */
    public String turtle(Collection<Triple> triples) {
        return new TurtleLayout(prefixes).turtle(triples);
    }

    private static String lines(Arranged description) {
        var graph = description.graph();
        var formatter = new NodeFormatterNT();
        var lines = new TreeSet<String>();
        for (var subject : graph.subjects()) {
            for (var property : graph.properties(subject)) {
                for (var object : graph.objects(subject, property)) {
                    var out = new IndentedLineBuffer();
                    for (var node : List.of(subject, property, object)) {
                        formatter.format(out, node);
                        out.print(" ");
                    }
                    lines.add(out.asString() + ".");
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
