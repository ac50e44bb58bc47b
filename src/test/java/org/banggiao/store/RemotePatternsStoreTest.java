package org.banggiao.store;

import java.net.URI;
import java.util.Optional;

/** A store that is asked for matches of patterns only, while queries are evaluated here. */
class RemotePatternsStoreTest extends RemoteFusekiStoreTest {
    @Override
    RemoteSettings settings(URI address) {
        var usual = RemoteSettings.of(address);
        return new RemoteSettings(
                usual.address(),
                usual.credentials(),
                usual.graphs(),
                usual.defaultGraph(),
                usual.version(),
                usual.look(),
                usual.connectTime(),
                usual.mostBytes(),
                usual.tellsTime(),
                usual.dialect(),
                Optional.of(true));
    }
}
