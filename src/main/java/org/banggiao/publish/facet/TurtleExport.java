package org.banggiao.publish.facet;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** A list as Turtle: a collection (Hydra), and what the data say of each of its members itself. */
public final class TurtleExport {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    private TurtleExport() {}

    /**
     * The text of a part of a list.
     *
     * @param address of the list
     * @param next the address of the next part, where there is one
     * @param limits of each of the queries
     */
    public static String of(
            ListPart part, String address, Optional<String> next, Store store, Prefixes prefixes, QueryLimits limits) {
        var triples = new ArrayList<Triple>();
        var list = NodeFactory.createURI(address);
        triples.add(Triple.create(list, RDF.type.asNode(), hydra("Collection")));
        triples.add(Triple.create(
                list,
                hydra("totalItems"),
                NodeFactory.createLiteralDT(String.valueOf(part.selection().size()), XSDDatatype.XSDinteger)));
        next.ifPresent(n -> triples.add(Triple.create(list, hydra("next"), NodeFactory.createURI(n))));
        var members =
                part.members().mapToObj(m -> part.selection().index().member(m)).toList();
        members.forEach(m -> triples.add(Triple.create(list, hydra("member"), m)));
        var values = new ValueLabels(store, limits);
        values.all(members, (member, property, value) -> triples.add(Triple.create(member, property, value)));
        return new RdfText(prefixes.with(Map.of("hydra", HYDRA))).turtle(triples);
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
