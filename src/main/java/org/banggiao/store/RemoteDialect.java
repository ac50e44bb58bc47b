package org.banggiao.store;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeIdInline;

/** What kinds of stores differ in beyond SPARQL: how they are told a time, what they make of literals, what they get wrong. */
public enum RemoteDialect {
    /** Keeps to SPARQL 1.1, and is told times in seconds, as Fuseki and RDF4J are. */
    STANDARD {
        @Override
        String time(Duration time) {
            return String.valueOf(Math.max(1, time.plusMillis(999).toSeconds()));
        }

        @Override
        Node read(Node node) {
            return node;
        }
    },

    /**
     * Virtuoso 7: is told times in milliseconds, and takes less than a second for two; keeps the values of numbers and dates, not their
     * forms, and points as floats in a type of its own; a good part of SPARQL is answered in its own way.
     */
    VIRTUOSO {
        @Override
        String time(Duration time) {
            return String.valueOf(Math.max(1000, time.toMillis()));
        }

        /** Values get the form that the embedded database gives them. */
        @Override
        Node read(Node node) {
            if (!node.isLiteral()) {
                return node;
            }
            if (GEOMETRY.equals(node.getLiteralDatatypeURI())) {
                var text = COORDINATE
                        .matcher(node.getLiteralLexicalForm())
                        .replaceAll(number -> coordinate(number.group()));
                return NodeFactory.createLiteralDT(text, WKT);
            }
            var value = NodeIdInline.inline(node);
            return value == null ? node : NodeIdInline.extract(value);
        }
    };

    private static final String GEOMETRY = "http://www.openlinksw.com/schemas/virtrdf#Geometry";
    private static final RDFDatatype WKT =
            TypeMapper.getInstance().getSafeTypeByName("http://www.opengis.net/ont/geosparql#wktLiteral");
    private static final Pattern COORDINATE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** The shortest number that is this float, with five decimals at least, as a build writes coordinates. */
    private static String coordinate(String number) {
        var shortest = new BigDecimal(Float.toString(Float.parseFloat(number)));
        return shortest.setScale(Math.max(shortest.scale(), 5)).toPlainString();
    }

    /** The value of the parameter {@code timeout}. */
    abstract String time(Duration time);

    /** A term of an answer as we know it. */
    abstract Node read(Node node);

    /** The name in a file of settings. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** That of a name in a file of settings. */
    static Optional<RemoteDialect> of(String key) {
        return Arrays.stream(values()).filter(d -> d.key().equals(key)).findFirst();
    }

    /** That of a server by how it presents itself (RFC 9110, section 10.2.4). */
    static RemoteDialect of(HttpHeaders headers) {
        return headers.firstValue("Server").orElse("").startsWith("Virtuoso/") ? VIRTUOSO : STANDARD;
    }
}
