package org.banggiao.federated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;

/** This service over the released data and a service for each partner, on loopback, each behind a proxy that counts. */
final class Members implements AutoCloseable {
    private final Map<Member, TestService> services = new LinkedHashMap<>();
    private final Map<Member, CountingProxy> proxies = new LinkedHashMap<>();

    /** Starts them all. */
    static Members start() {
        var members = new Members();
        try {
            Member.ALL.forEach(members::add);
            return members;
        } catch (RuntimeException e) {
            members.close();
            throw e;
        }
    }

    private void add(Member member) {
        // Engines send several requests at once, all of them from this machine.
        var service = TestService.of(store(member), Map.of("banggiao.proxies", "127.0.0.1"));
        services.put(member, service);
        proxies.put(member, CountingProxy.before("http://127.0.0.1:" + service.port()));
    }

    private static MemoryStore store(Member member) {
        var data = RDFDataMgr.loadDatasetGraph(member.data().toString());
        if (member.equals(Member.OURS)) {
            return MemoryStore.copyOf(data);
        }
        var graph = NodeFactory.createURI(member.address().replace("/sparql", "/graph"));
        return MemoryStore.of(data.getDefaultGraph()
                .find()
                .mapWith(triple -> Quad.create(graph, triple))
                .toList());
    }

    /** Where each of them is asked. */
    Map<Member, String> endpoints() {
        var endpoints = new LinkedHashMap<Member, String>();
        proxies.forEach((member, proxy) -> endpoints.put(member, proxy.endpoint()));
        return endpoints;
    }

    /** What each of them has been asked since the last call. */
    Map<Member, List<CountingProxy.Seen>> take() {
        var seen = new LinkedHashMap<Member, List<CountingProxy.Seen>>();
        proxies.forEach((member, proxy) -> seen.put(member, proxy.take()));
        return seen;
    }

    @Override
    public void close() {
        proxies.values().forEach(CountingProxy::close);
        services.values().forEach(TestService::close);
    }
}
