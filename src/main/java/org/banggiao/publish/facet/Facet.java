package org.banggiao.publish.facet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.banggiao.publish.entity.Prefixes;

/**
 * What a list can be narrowed by: the values at the end of a path from each of its members.
 *
 * @param key the name of its parameter in addresses
 * @param as what sort of values it has
 * @param names what it is called, by language (BCP 47); at least one
 * @param path from a member to its values (SHACL, section 2.3.1)
 * @param broader of a hierarchy: the property that leads from a value to the broader one
 * @param within of a hierarchy: only values narrower than this one are counted
 * @param in the only values that are counted; empty where all are
 * @param namespace what the addresses of its usual values start with, so that addresses of lists need the rest only; or empty
 * @param isHidden whether it narrows only by addresses that others link, and shows no values
 */
public record Facet(
        String key,
        As as,
        Map<String, String> names,
        Path path,
        Optional<Node> broader,
        Optional<Node> within,
        List<Node> in,
        String namespace,
        boolean isHidden) {
    /** What sort of values a facet has. */
    public enum As {
        /** Resources or texts, each for itself. */
        TERMS,
        /** Resources of which some are narrower than others: who chooses one, chooses those beneath it too. */
        HIERARCHY,
        /** Years, chosen singly or from one to another. */
        YEARS,
        /** Whether there is any value. */
        YES_NO
    }

    /** Of a facet of yes and no: that there is a value. */
    public static final String YES = "yes";
    /** Of a facet of yes and no: that there is none. */
    public static final String NO = "no";

    public Facet {
        names = Map.copyOf(names);
        in = List.copyOf(in);
        if (names.isEmpty() || (as == As.HIERARCHY) != broader.isPresent()) {
            throw new IllegalArgumentException("a facet has a name, and a hierarchy a broader property: " + key);
        }
    }

    /** What it is called in a language, else in any. */
    public String name(String language) {
        return Names.in(names, language);
    }

    /** The path to its values and, in a hierarchy, on to the broader ones. */
    public Path closedPath() {
        return broader.map(b -> PathFactory.pathSeq(path, PathFactory.pathZeroOrMore1(PathFactory.pathLink(b))))
                .orElse(path);
    }

    /** How addresses of lists name a value: the rest after the namespace, a short name, or the whole. */
    public String text(Node value, Prefixes prefixes) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        var iri = value.getURI();
        if (!namespace.isEmpty() && iri.startsWith(namespace)) {
            var rest = iri.substring(namespace.length());
            if (!rest.isEmpty() && rest.indexOf(':') < 0) {
                return rest;
            }
        }
        return prefixes.shorten(iri).orElse(iri);
    }

    /** What an address of a list names by a text, where that can be a resource. */
    public Optional<Node> node(String text, Prefixes prefixes) {
        int colon = text.indexOf(':');
        String iri;
        if (colon < 0) {
            iri = namespace.isEmpty() ? "" : namespace + text;
        } else {
            var prefix = prefixes.namespaces().get(text.substring(0, colon));
            iri = prefix == null || text.startsWith("//", colon + 1) ? text : prefix + text.substring(colon + 1);
        }
        boolean isAddress = !iri.isEmpty() && iri.codePoints().noneMatch(Facet::isOutsideOfAddresses);
        return isAddress ? Optional.of(NodeFactory.createURI(iri)) : Optional.empty();
    }

    /** What no IRI holds (RFC 3987; SPARQL 1.1, rule IRIREF). */
    private static boolean isOutsideOfAddresses(int c) {
        return c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0;
    }
}
