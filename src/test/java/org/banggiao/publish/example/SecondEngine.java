package org.banggiao.publish.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.banggiao.publish.entity.Prefixes;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** The example queries asked in RDF4J, whose default graph is the union of all graphs by itself. */
public final class SecondEngine implements AutoCloseable {
    private final SailRepository repository = new SailRepository(new MemoryStore());

    private SecondEngine() {}

    /** An engine with the quads of a file. */
    public static SecondEngine of(Path nquads) {
        var engine = new SecondEngine();
        try (var connection = engine.repository.getConnection();
                var in = Files.newInputStream(nquads)) {
            connection.add(in, RDFFormat.NQUADS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return engine;
    }

    /** What a query gives here. */
    public ExampleAnswer ask(ExampleQuery example, Prefixes prefixes) {
        var query = example.query();
        try (var connection = repository.getConnection()) {
            return switch (query.queryType()) {
                case ASK ->
                    ExampleAnswer.of(
                            connection.prepareBooleanQuery(example.text()).evaluate());
                case CONSTRUCT, DESCRIBE -> {
                    try (var result =
                            connection.prepareGraphQuery(example.text()).evaluate()) {
                        var triples = new ArrayList<Triple>();
                        result.forEach(s -> triples.add(
                                Triple.create(node(s.getSubject()), node(s.getPredicate()), node(s.getObject()))));
                        yield ExampleAnswer.ofTriples(triples, prefixes);
                    }
                }
                default -> {
                    try (var result =
                            connection.prepareTupleQuery(example.text()).evaluate()) {
                        var rows = new ArrayList<Binding>();
                        result.forEach(row -> {
                            var binding = BindingFactory.builder();
                            row.forEach(cell -> binding.add(Var.alloc(cell.getName()), node(cell.getValue())));
                            rows.add(binding.build());
                        });
                        yield ExampleAnswer.of(query, result.getBindingNames(), rows, prefixes);
                    }
                }
            };
        }
    }

    private static Node node(Value value) {
        if (!(value instanceof Literal literal)) {
            return NodeFactory.createURI(value.stringValue());
        }
        if (literal.getDatatype().equals(RDF.LANGSTRING)) {
            return NodeFactory.createLiteralLang(
                    literal.getLabel(), literal.getLanguage().orElseThrow());
        }
        var type =
                TypeMapper.getInstance().getSafeTypeByName(literal.getDatatype().stringValue());
        return NodeFactory.createLiteralDT(literal.getLabel(), type);
    }

    @Override
    public void close() {
        repository.shutDown();
    }
}
