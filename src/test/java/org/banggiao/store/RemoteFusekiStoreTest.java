package org.banggiao.store;

import java.net.URI;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterEach;

/** A real Fuseki over TDB2 as it comes: its default graph is empty, and the union is asked under the name that Jena has for it. */
class RemoteFusekiStoreTest extends StoreContract {
    private FusekiServer server;
    private RemoteSource source;

    @Override
    Store open(DatasetGraph dataset) {
        server = serve(dataset, false);
        source = RemoteSource.follow(settings(URI.create(server.datasetURL("/ds") + "/sparql")), Optional.empty());
        return source.lease().store();
    }

    RemoteSettings settings(URI address) {
        return RemoteSettings.of(address);
    }

    static FusekiServer serve(DatasetGraph dataset, boolean isUnion) {
        var data = DatabaseMgr.createDatasetGraph();
        data.executeWrite(() -> dataset.find().forEachRemaining(data::add));
        if (isUnion) {
            data.getContext().set(org.apache.jena.tdb2.TDB2.symUnionDefaultGraph, true);
        }
        return FusekiServer.create()
                .port(0)
                .loopback(true)
                .verbose(false)
                .add("/ds", data)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        source.close();
        server.stop();
    }
}
