package org.banggiao.publish.page;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/** The vocabularies as a release has them, read once for each. */
final class Vocabularies {
    private final PublishSettings settings;
    private final Map<Store, Map<String, Optional<Description>>> known =
            Collections.synchronizedMap(new WeakHashMap<>());

    Vocabularies(PublishSettings settings) {
        this.settings = settings;
    }

    /** The vocabulary of an address without fragment; empty where the release has none. */
    Optional<Description> of(String iri, Store store) {
        return known.computeIfAbsent(store.released(), s -> new java.util.concurrent.ConcurrentHashMap<>())
                .computeIfAbsent(
                        iri,
                        i -> Descriptions.of(store.released(), settings.limits().forQuery())
                                .ofVocabulary(
                                        NodeFactory.createURI(i),
                                        NodeFactory.createURI(settings.baseIri() + "graph/ontology")));
    }
}
