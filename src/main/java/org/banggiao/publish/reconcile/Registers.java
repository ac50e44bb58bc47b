package org.banggiao.publish.reconcile;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.search.SearchIndexes;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;

/** The register of each release that is in use, made when it is first asked. */
public final class Registers {
    private static final class Slot {
        private volatile @Nullable Register register;
    }

    private final Map<Store, Slot> slots = Collections.synchronizedMap(new WeakHashMap<>());
    private final ReleaseViews views;
    private final SearchIndexes indexes;
    private final String baseIri;

    Registers(ReleaseViews views, SearchIndexes indexes, String baseIri) {
        this.views = views;
        this.indexes = indexes;
        this.baseIri = baseIri;
    }

    /** The register of a store's release; empty where it has no search index. The first to ask waits until it is made. */
    public Optional<Register> of(Store store) {
        var index = indexes.of(store);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        var slot = slots.computeIfAbsent(store, s -> new Slot());
        var register = slot.register;
        if (register == null) {
            synchronized (slot) {
                register = slot.register;
                if (register == null) {
                    register = Register.of(views.of(store), index.get(), baseIri);
                    slot.register = register;
                }
            }
        }
        return Optional.of(register);
    }
}
