package org.banggiao.publish.federation;

import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.syntax.Template;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;

/** Terms of RDF4J as those of Jena. */
final class Terms {
    private Terms() {}

    static Node node(Value value) {
        if (value instanceof IRI iri) {
            return NodeFactory.createURI(iri.stringValue());
        }
        if (value instanceof Literal literal) {
            return literal.getLanguage()
                    .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                    .orElseGet(() -> NodeFactory.createLiteralDT(
                            literal.getLabel(),
                            TypeMapper.getInstance()
                                    .getSafeTypeByName(literal.getDatatype().stringValue())));
        }
        return NodeFactory.createBlankNode(value.stringValue());
    }

    /** What a template makes of rows; what would be no triple is left out (SPARQL 1.1 Query Language, section 16.2). */
    static List<Triple> triples(Template template, List<BindingSet> rows) {
        var bindings = rows.stream()
                .map(row -> {
                    var builder = Binding.builder();
                    row.forEach(b -> builder.add(Var.alloc(b.getName()), node(b.getValue())));
                    return builder.build();
                })
                .iterator();
        return Iter.toList(TemplateLib.calcTriples(template.getTriples(), bindings));
    }

    static Graph graph(List<Triple> triples) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }
}
