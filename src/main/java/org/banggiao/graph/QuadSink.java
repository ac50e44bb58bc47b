package org.banggiao.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** Collects the quads of one named graph. An absent value adds nothing. */
final class QuadSink {
    private static final RDFDatatype EDTF =
            TypeMapper.getInstance().getSafeTypeByName("http://id.loc.gov/datatypes/edtf/EDTF");

    private static final RDFDatatype WKT =
            TypeMapper.getInstance().getSafeTypeByName("http://www.opengis.net/ont/geosparql#wktLiteral");

    private final Node graph;
    private final List<Quad> quads;

    private QuadSink(Node graph, List<Quad> quads) {
        this.graph = graph;
        this.quads = quads;
    }

    static QuadSink of(Node graph) {
        return new QuadSink(graph, new ArrayList<>());
    }

    /** A sink for another graph that collects into the same list. */
    QuadSink into(Node otherGraph) {
        return new QuadSink(otherGraph, quads);
    }

    List<Quad> quads() {
        return quads;
    }

    void add(Node subject, Node property, @Nullable Node object) {
        if (object != null) {
            quads.add(new Quad(graph, subject, property, object));
        }
    }

    void text(Node subject, Node property, @Nullable String value) {
        if (value != null) {
            add(subject, property, NodeFactory.createLiteralString(value));
        }
    }

    void text(Node subject, Node property, @Nullable String value, String language) {
        if (value != null) {
            add(subject, property, NodeFactory.createLiteralLang(value, language));
        }
    }

    void label(Node subject, String vi, String en) {
        text(subject, Vocabulary.LABEL, vi, "vi");
        text(subject, Vocabulary.LABEL, en, "en");
    }

    void whole(Node subject, Node property, @Nullable Integer value) {
        if (value != null) {
            add(subject, property, NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDinteger));
        }
    }

    void decimal(Node subject, Node property, @Nullable BigDecimal value) {
        if (value != null) {
            add(subject, property, NodeFactory.createLiteralDT(canonical(value), XSDDatatype.XSDdecimal));
        }
    }

    void day(Node subject, Node property, @Nullable LocalDate value) {
        if (value != null) {
            add(subject, property, NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDdate));
        }
    }

    void edtf(Node subject, Node property, @Nullable String value) {
        if (value != null) {
            add(subject, property, NodeFactory.createLiteralDT(value, EDTF));
        }
    }

    void wkt(Node subject, Node property, String value) {
        add(subject, property, NodeFactory.createLiteralDT(value, WKT));
    }

    void yes(Node subject, Node property) {
        add(subject, property, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    }

    // The form that a store keeps where it keeps values and not their spelling (TDB2 does): 1000, 12.5.
    private static String canonical(BigDecimal value) {
        var plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return plain.toPlainString();
    }
}
