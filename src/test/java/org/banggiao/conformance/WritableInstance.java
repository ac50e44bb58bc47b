package org.banggiao.conformance;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.banggiao.store.MemoryStore;

/**
 * Takes what writes, by the operations of Fuseki that the service leaves out, on the same paths as the service. What is
 * written, the service reads from {@link #store}.
 */
final class WritableInstance implements AutoCloseable {
    private static final Node DEFAULT = NodeFactory.createURI("urn:x-banggiao:default");

    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final Tomcat tomcat = new Tomcat();

    WritableInstance() {
        try {
            Path work = Files.createTempDirectory("writable");
            tomcat.setBaseDir(work.toString());
            tomcat.setPort(0);
            var context = tomcat.addContext("", work.toString());
            var operations = OperationRegistry.createStd();
            var service = DataService.newBuilder(dataset)
                    .addEndpoint(Operation.Update)
                    .addEndpoint(Operation.GSP_RW)
                    .build();
            service.setEndpointProcessors(operations);
            service.goActive();
            var registry = new DataAccessPointRegistry();
            registry.register(new DataAccessPoint("/sparql", service));
            context.addServletContainerInitializer(
                    (classes, servletContext) -> {
                        OperationRegistry.set(servletContext, operations);
                        DataAccessPointRegistry.set(servletContext, registry);
                    },
                    null);
            var filter = new FilterDef();
            filter.setFilterName("fuseki");
            filter.setFilter(new FusekiFilter());
            context.addFilterDef(filter);
            var mapping = new FilterMap();
            mapping.setFilterName("fuseki");
            mapping.addURLPattern("/*");
            context.addFilterMap(mapping);
            Tomcat.addServlet(context, "none", new HttpServlet() {});
            context.addServletMappingDecoded("/", "none");
            tomcat.start();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort();
    }

    /** Forgets everything. */
    void clear() {
        dataset.executeWrite(dataset::clear);
    }

    /** What has been written, as the service reads it: the default graph is the union of all graphs. */
    MemoryStore store() {
        var quads = new ArrayList<Quad>();
        dataset.executeRead(() -> dataset.find()
                .forEachRemaining(q -> quads.add(q.isDefaultGraph() ? Quad.create(DEFAULT, q.asTriple()) : q)));
        return MemoryStore.of(quads);
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
