package org.banggiao.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.graph.Ontology;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.ServeSettings;
import org.banggiao.publish.Service;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.StoreSource;

/**
 * The partners of {@code data/partners/}, each served by a service of its own on a free port that this machine alone reaches, and
 * what makes another service ask them together with its own data.
 */
final class ExampleFederation implements AutoCloseable {
    private static final String ENDING = ".ttl";

    private final List<Service> services = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();

    private ExampleFederation() {}

    /** A partner: its id in the federation, the name of its file, and its title. */
    private record Partner(String id, String file, String title) {}

    private static final List<Partner> PARTNERS = List.of(
            new Partner("encyclopaedia", "encyclopaedia", "Encyclopaedia (example)"),
            new Partner("archive", "archive", "Archive (example, invented)"),
            new Partner("aid", "aid-database", "Aid database (example, invented)"));

    /**
     * Starts the partners.
     *
     * @param folder {@code data/partners/}
     * @throws FaultException if the data are not there
     */
    static ExampleFederation start(Path folder) {
        var federation = new ExampleFederation();
        try {
            federation.member("ours", "Banggiao", "own");
            for (Partner partner : PARTNERS) {
                Service service = serve(partner, folder.resolve(partner.file() + ENDING));
                federation.services.add(service);
                federation.member(partner.id(), partner.title(), service.url() + "/sparql");
            }
            return federation;
        } catch (RuntimeException e) {
            federation.close();
            throw e;
        }
    }

    private static Service serve(Partner partner, Path file) {
        String base = "https://" + partner.id() + ".example.org/";
        Node graph = NodeFactory.createURI(base + "graph");
        MemoryStore store = MemoryStore.of(Ontology.readTurtle(file).stream()
                .map(triple -> Quad.create(graph, triple))
                .toList());
        return Service.start(
                StoreSource.of(store),
                ServeSettings.onPort(0),
                Map.of(
                        "banggiao.base-iri", base,
                        "banggiao.title", partner.title(),
                        "banggiao.permanent-queries.enabled", "false",
                        "banggiao.inbox.enabled", "false",
                        "banggiao.federation.members", ""));
    }

    private void member(String id, String title, String endpoint) {
        String name = "banggiao.federation.members[" + settings.size() / 4 + "].";
        settings.put(name + "id", id);
        settings.put(name + "title", title);
        settings.put(name + "endpoint", endpoint);
        settings.put(name + "local", "true");
    }

    /** Settings of a service that is to ask these partners. */
    Map<String, String> settings() {
        return settings;
    }

    /** Where the partners answer queries. */
    List<String> endpoints() {
        return services.stream().map(service -> service.url() + "/sparql").toList();
    }

    @Override
    public void close() {
        services.forEach(Service::close);
    }
}
