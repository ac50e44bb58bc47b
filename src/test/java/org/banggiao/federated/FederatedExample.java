package org.banggiao.federated;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.graph.Ontology;
import org.banggiao.publish.example.ExampleFolder;

/**
 * A query of {@code sparql-examples/federated/service/}: asked at a partner, which asks this service and perhaps others.
 *
 * @param at where it is asked
 * @param text with {@code SERVICE} and the addresses of the examples
 */
record FederatedExample(String name, Member at, String text) {
    private static final Path FOLDER = Path.of("sparql-examples/federated/service");
    private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");

    static List<FederatedExample> all() {
        return ExampleFolder.read(FOLDER).stream()
                .map(example -> new FederatedExample(example.name(), target(example.name()), example.text()))
                .toList();
    }

    static FederatedExample named(String name) {
        return all().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Member target(String name) {
        return Member.at(Ontology.readTurtle(FOLDER.resolve(name + ".ttl"))
                .find(Node.ANY, TARGET, Node.ANY)
                .next()
                .getObject()
                .getURI());
    }

    /** The query with where the members are. */
    String text(Map<Member, String> endpoints) {
        var text = text();
        for (var member : endpoints.keySet()) {
            text = text.replace("<" + member.address() + ">", "<" + endpoints.get(member) + ">");
        }
        return text;
    }

    /** The query for an engine that finds out by itself whom to ask. */
    String withoutService() {
        return text.replaceAll("SERVICE\\s+<[^>]*>\\s*", "");
    }
}
