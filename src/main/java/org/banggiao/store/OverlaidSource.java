package org.banggiao.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the current release with an overlay over it, which may be changed at any time: who holds a store keeps the one it
 * began with. A release that is asked by its id comes alone, as it was made.
 */
public final class OverlaidSource implements StoreSource {
    private final StoreSource releases;
    private volatile Overlay overlay = Overlay.NONE;
    private volatile @Nullable OverlaidStore last;

    /** Nothing is laid over the releases yet. They are closed with this. */
    public OverlaidSource(StoreSource releases) {
        this.releases = releases;
    }

    /** Lays this over the release from now on, in the place of what was there before. */
    public void lay(Overlay next) {
        overlay = next;
    }

    @Override
    public Lease lease() {
        var lease = releases.lease();
        var laid = overlay;
        if (laid.isEmpty()) {
            return lease;
        }
        var store = over(lease.store(), laid);
        return new Lease() {
            @Override
            public Store store() {
                return store;
            }

            @Override
            public void close() {
                lease.close();
            }
        };
    }

    private OverlaidStore over(Store release, Overlay laid) {
        var known = last;
        if (known == null || known.released() != release || known.overlay() != laid) {
            known = new OverlaidStore(release, laid);
            last = known;
        }
        return known;
    }

    @Override
    public Optional<Lease> lease(String release, int mostOlder) {
        return releases.lease(release, mostOlder);
    }

    @Override
    public List<KeptRelease> releases() {
        return releases.releases();
    }

    @Override
    public void close() {
        releases.close();
    }
}
