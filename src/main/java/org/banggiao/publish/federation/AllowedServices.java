package org.banggiao.publish.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.banggiao.publish.settings.ServiceSettings;
import org.banggiao.store.ServiceCaller;
import org.banggiao.store.ServiceFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the endpoints that the settings allow, as members of a federation are called: with bounds, and trusting nothing. */
final class AllowedServices implements ServiceCaller, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AllowedServices.class);

    private final ServiceSettings settings;
    private final Map<String, RemoteTransport> transports = new LinkedHashMap<>();

    AllowedServices(ServiceSettings settings) {
        this.settings = settings;
        for (var endpoint : settings.allowed()) {
            transports.put(
                    endpoint.endpoint(),
                    new RemoteTransport(endpoint.endpoint(), endpoint.local(), settings.callSize()));
        }
    }

    @Override
    public List<String> addresses() {
        return List.copyOf(transports.keySet());
    }

    @Override
    public int mostCalls() {
        return settings.calls();
    }

    @Override
    public int mostRows() {
        return settings.rows();
    }

    @Override
    public List<Binding> rows(String address, Query query) {
        var transport = transports.get(address);
        if (transport == null) {
            throw new IllegalArgumentException("an endpoint that may not be called: " + address);
        }
        try {
            var rows = ResultSetFactory.fromJSON(
                    new ByteArrayInputStream(transport.ask(query.serialize(), settings.callTime())));
            var found = new ArrayList<Binding>();
            while (rows.hasNext()) {
                found.add(rows.nextBinding());
            }
            return found;
        } catch (IOException e) {
            throw new ServiceFailure(address, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // It is JSON, and of results, but what stands in it is not.
            throw new ServiceFailure(address, "its rows cannot be read", e);
        }
    }

    @Override
    public void close() {
        for (var transport : transports.values()) {
            try {
                transport.close();
            } catch (IOException e) {
                LOG.debug("a connection was not closed", e);
            }
        }
    }
}
