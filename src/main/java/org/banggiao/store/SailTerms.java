package org.banggiao.store;

import java.util.Optional;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;

/** Terms of RDF from one library to the other, and back, form by form: no value is normalised. */
final class SailTerms {
    private final ValueFactory values;

    SailTerms(ValueFactory values) {
        this.values = values;
    }

    /** The term as RDF4J has it; empty where it cannot be one there, so that nothing is said of it. */
    Optional<Value> value(Node node) {
        try {
            if (node.isURI()) {
                return Optional.of(values.createIRI(node.getURI()));
            }
            if (node.isBlank()) {
                return Optional.of(values.createBNode(node.getBlankNodeLabel()));
            }
            if (!node.isLiteral()) {
                return Optional.empty();
            }
            var form = node.getLiteralLexicalForm();
            return Optional.of(
                    node.getLiteralLanguage().isEmpty()
                            ? values.createLiteral(form, values.createIRI(node.getLiteralDatatypeURI()))
                            : values.createLiteral(form, node.getLiteralLanguage()));
        } catch (IllegalArgumentException notAnIri) {
            return Optional.empty();
        }
    }

    /** The term as Jena has it. */
    Node node(Value value) {
        return switch (value) {
            case IRI iri -> NodeFactory.createURI(iri.stringValue());
            case BNode blank -> NodeFactory.createBlankNode(blank.getID());
            case Literal literal ->
                literal.getLanguage()
                        .map(tag -> NodeFactory.createLiteralLang(literal.getLabel(), tag))
                        .orElseGet(() -> NodeFactory.createLiteralDT(
                                literal.getLabel(),
                                TypeMapper.getInstance()
                                        .getSafeTypeByName(literal.getDatatype().stringValue())));
            default -> throw new IllegalArgumentException("not a term of RDF 1.1: " + value);
        };
    }
}
