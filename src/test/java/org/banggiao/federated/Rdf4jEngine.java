package org.banggiao.federated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J: with the data of the partner and {@code SERVICE}, or as FedX, which finds out by itself whom to ask. */
final class Rdf4jEngine implements CallingEngine {
    private final boolean isFedx;
    private double millis;

    Rdf4jEngine(boolean isFedx) {
        this.isFedx = isFedx;
    }

    @Override
    public String name() {
        return isFedx ? "RDF4J FedX" : "RDF4J, SERVICE";
    }

    @Override
    public List<String> ask(FederatedExample example, Map<Member, String> endpoints) {
        var repository = isFedx ? federation(endpoints) : data(example);
        try (var connection = repository.getConnection()) {
            var text = isFedx ? example.withoutService() : example.text(endpoints);
            long start = System.nanoTime();
            List<BindingSet> rows;
            try (var result = connection.prepareTupleQuery(text).evaluate()) {
                rows = new ArrayList<>(QueryResults.asList(result));
            }
            millis = (System.nanoTime() - start) / 1e6;
            return rows.stream().map(Rdf4jEngine::row).sorted().toList();
        } finally {
            repository.shutDown();
        }
    }

    private static Repository federation(Map<Member, String> endpoints) {
        var federation = FedXFactory.newFederation();
        endpoints.values().forEach(federation::withSparqlEndpoint);
        return federation.create();
    }

    private static Repository data(FederatedExample example) {
        var repository = new SailRepository(new MemoryStore());
        try (var connection = repository.getConnection()) {
            connection.add(example.at().data().toFile());
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(BindingSet bindings) {
        var values = new HashMap<String, String>();
        bindings.forEach(b -> values.put(b.getName(), value(b.getValue())));
        return Values.row(values);
    }

    private static String value(Value value) {
        return switch (value) {
            case IRI iri -> Values.iri(iri.stringValue());
            case Literal literal ->
                Values.literal(
                        literal.getLabel(),
                        literal.getLanguage().orElse(""),
                        literal.getDatatype().stringValue());
            default -> throw new IllegalArgumentException("not in the examples: " + value);
        };
    }

    @Override
    public double millis() {
        return millis;
    }
}
