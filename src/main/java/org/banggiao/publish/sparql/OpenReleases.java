package org.banggiao.publish.sparql;

import java.util.List;
import java.util.stream.Stream;
import org.banggiao.publish.settings.PublishSettings.KeptReleases;
import org.banggiao.store.KeptRelease;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;

/** The releases that may be asked by their id: the current one, and the newest before it that are kept open. */
public final class OpenReleases {
    private final StoreSource source;
    private final KeptReleases settings;

    public OpenReleases(StoreSource source, KeptReleases settings) {
        this.source = source;
        this.settings = settings;
    }

    /** Their ids, that of the current one first, then the newest first. */
    public List<String> ids(Store current) {
        var kept = source.releases().stream().limit(1L + settings.open()).map(KeptRelease::id);
        return Stream.concat(Stream.of(current.release().id()), kept).distinct().toList();
    }

    /**
     * The store of a release, alone and as it was made, until the lease is closed.
     *
     * @param current what is asked where no release is named
     * @throws Refusal if it is not open here, or never was
     */
    StoreSource.Lease lease(String id, Store current) {
        return source.lease(id, settings.open()).orElseThrow(() -> refusal(id, current));
    }

    private Refusal refusal(String id, Store current) {
        boolean isKept = source.releases().stream().map(KeptRelease::id).anyMatch(id::equals);
        return isKept
                ? Refusal.releaseGone(id, ids(current), settings.archiveOf(id))
                : Refusal.noSuchRelease(id, ids(current));
    }
}
