package org.banggiao.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a remote store: looks from time to time whether its data have changed, and then takes it as another release, so that nothing
 * that was kept of the old one is given as an answer of the new one. Between two looks, what has changed is not noticed.
 */
public final class RemoteSource implements StoreSource {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteSource.class);

    private final RemoteEndpoint endpoint;
    private final RemoteOpening opening;
    private final Optional<CurrentRelease> companion;
    private final ScheduledExecutorService watcher;
    private String version;
    private String beside;
    private SharedStore held;

    private RemoteSource(RemoteSettings settings, RemoteEndpoint endpoint, Optional<CurrentRelease> companion) {
        this.endpoint = endpoint;
        this.opening = new RemoteOpening(endpoint, settings);
        this.companion = companion;
        opening.greet();
        this.version = opening.version();
        this.beside = besideNow();
        this.held = open(version, true);
        this.watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "remote-watcher");
            thread.setDaemon(true);
            return thread;
        });
        if (settings.look().isPositive()) {
            watcher.scheduleWithFixedDelay(
                    this::refresh, settings.look().toMillis(), settings.look().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Opens a remote store and looks from time to time whether it has changed.
     *
     * @param companion the release that the store holds: gives the search index, statistics, files and passages, and older releases;
     *     closed with this source
     * @throws FaultException if the store does not answer, holds nothing that can be served, or something else than the release
     */
    public static RemoteSource follow(RemoteSettings settings, Optional<CurrentRelease> companion) {
        var endpoint = new RemoteEndpoint(settings);
        boolean isOpen = false;
        try {
            var source = new RemoteSource(settings, endpoint, companion);
            isOpen = true;
            return source;
        } catch (RemoteFailure e) {
            throw fault(endpoint, String.valueOf(e.getMessage()), e);
        } catch (QueryCancelledException e) {
            throw fault(
                    endpoint,
                    "The store " + endpoint.shown() + " takes longer than an hour to count what it holds.",
                    e);
        } catch (LimitExceededException e) {
            throw fault(
                    endpoint,
                    "The store " + endpoint.shown() + " gives only a part of an answer: " + e.getMessage(),
                    e);
        } finally {
            if (!isOpen) {
                companion.ifPresent(CurrentRelease::close);
                endpoint.close();
            }
        }
    }

    private static FaultException fault(RemoteEndpoint endpoint, String sentence, Exception cause) {
        return new FaultException(StoreIssue.REMOTE_FAILS, Location.of(endpoint.shown()), sentence, cause);
    }

    private String besideNow() {
        return companion
                .map(releases -> {
                    try (var lease = releases.lease()) {
                        return lease.store().release().id();
                    }
                })
                .orElse("");
    }

    private SharedStore open(String version, boolean isFirst) {
        @Nullable Lease lease = companion.map(CurrentRelease::lease).orElse(null);
        try {
            return new SharedStore(opening.open(
                    version,
                    Optional.ofNullable(lease).map(Lease::store),
                    isFirst,
                    () -> Optional.ofNullable(lease).ifPresent(Lease::close)));
        } catch (RuntimeException | Error e) {
            if (lease != null) {
                lease.close();
            }
            throw e;
        }
    }

    /** Looks whether the data have changed. Where the store does not answer, all stays as it is and the log says why. */
    public void refresh() {
        try {
            var now = opening.version();
            var besideNow = besideNow();
            synchronized (this) {
                if (now.equals(version) && besideNow.equals(beside)) {
                    return;
                }
            }
            var next = open(now, false);
            SharedStore old;
            synchronized (this) {
                old = held;
                held = next;
                version = now;
                beside = besideNow;
            }
            LOG.info(
                    "The remote store has changed: now serving it as release {}",
                    next.store().release().id());
            old.release();
        } catch (RuntimeException e) {
            LOG.error("The remote store could not be looked at, and is served as it was: {}", e.getMessage());
        }
    }

    @Override
    public Lease lease() {
        synchronized (this) {
            return held.lease();
        }
    }

    @Override
    public Optional<Lease> lease(String release, int mostOlder) {
        synchronized (this) {
            if (held.store().release().id().equals(release)) {
                return Optional.of(held.lease());
            }
        }
        // Older releases lie in the folder, each with its own database.
        return companion.flatMap(releases -> releases.lease(release, mostOlder));
    }

    @Override
    public List<KeptRelease> releases() {
        return companion.map(CurrentRelease::releases).orElse(List.of());
    }

    @Override
    public void close() {
        watcher.shutdownNow();
        SharedStore last;
        synchronized (this) {
            last = held;
        }
        last.release();
        companion.ifPresent(CurrentRelease::close);
        endpoint.close();
    }
}
