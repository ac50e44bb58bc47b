package org.banggiao.publish.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
        try (var connection = repository.getConnection();
                var result = connection.prepareTupleQuery(example.text()).evaluate()) {
            var variables = result.getBindingNames();
            var rows = new ArrayList<List<Optional<Node>>>();
            result.forEach(row -> rows.add(variables.stream()
                    .map(v -> Optional.ofNullable(row.getValue(v)).map(SecondEngine::node))
                    .toList()));
            return ExampleAnswer.of(variables, rows, prefixes);
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
