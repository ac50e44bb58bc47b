package org.banggiao.publish.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.entity.Prefixes;

/** Terms of the vocabularies in which services and datasets are described, and statements with them. */
final class Terms {
    private static final Map<String, String> NAMESPACES = new LinkedHashMap<>();

    static {
        NAMESPACES.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        NAMESPACES.put("void", "http://rdfs.org/ns/void#");
        NAMESPACES.put("void-ext", "http://ldf.fi/void-ext#");
        NAMESPACES.put("format", "http://www.w3.org/ns/formats/");
        NAMESPACES.put("ent", "http://www.w3.org/ns/entailment/");
        NAMESPACES.put("foaf", "http://xmlns.com/foaf/0.1/");
        NAMESPACES.put("sh", "http://www.w3.org/ns/shacl#");
        NAMESPACES.put("schema", "https://schema.org/");
        NAMESPACES.put("earl", "http://www.w3.org/ns/earl#");
        NAMESPACES.put("dcat", "http://www.w3.org/ns/dcat#");
        NAMESPACES.put("spdx", "http://spdx.org/rdf/terms#");
        NAMESPACES.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        NAMESPACES.put("doap", "http://usefulinc.com/ns/doap#");
    }

    private final Prefixes prefixes;
    private final List<Triple> triples;

    /** Statements that are added to a list. */
    Terms(Prefixes prefixes, List<Triple> triples) {
        this.prefixes = prefixes;
        this.triples = triples;
    }

    /** The prefixes of the data with those of these vocabularies. */
    static Prefixes prefixes(String baseIri) {
        var all = new LinkedHashMap<>(NAMESPACES);
        all.put("part", baseIri + VoidDocument.PATH + "#");
        return Prefixes.of(baseIri).with(all);
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node text(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }

    /** The term of a short name, such as {@code void:triples}. */
    Node term(String name) {
        int colon = name.indexOf(':');
        var namespace = prefixes.namespaces().get(name.substring(0, colon));
        if (namespace == null) {
            throw new IllegalArgumentException("no such prefix: " + name);
        }
        return iri(namespace + name.substring(colon + 1));
    }

    void type(Node subject, String type) {
        add(subject, "rdf:type", term(type));
    }

    void add(Node subject, String property, Node object) {
        triples.add(Triple.create(subject, term(property), object));
    }
}
