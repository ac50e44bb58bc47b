package org.banggiao.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a folder of releases: leases the current one, and turns to a new one when it appears. A request that has begun
 * keeps the release it began with; a release is closed when its last request is done.
 */
public final class CurrentRelease implements StoreSource {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentRelease.class);

    private final Releases releases;
    private final UnaryOperator<Store> storage;
    private Path folder;
    private SharedStore held;
    private @Nullable Path refused;
    private final ScheduledExecutorService watcher;
    /** Releases that were current before, by folder, that have been asked and may be asked again. */
    private final Map<Path, SharedStore> older = new LinkedHashMap<>();

    /** What folders told of themselves: a release never changes. */
    private final Map<Path, Optional<KeptRelease>> known = new ConcurrentHashMap<>();

    private final ReentrantLock opening = new ReentrantLock();

    private CurrentRelease(Releases releases, Path folder, UnaryOperator<Store> storage) {
        this.releases = releases;
        this.folder = folder;
        this.storage = storage;
        this.held = open(folder);
        this.watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "release-watcher");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the current release of a folder and looks for a new one from time to time.
     *
     * @param interval between two looks
     * @throws FaultException if there is no release, or it cannot be used
     */
    public static CurrentRelease follow(Path root, Duration interval) {
        return follow(root, interval, UnaryOperator.identity());
    }

    /**
     * As {@link #follow(Path, Duration)}, with the quads of each release in another storage.
     *
     * @param storage gives a store of the same release that closes the one it is made from; where it fails, that one is closed here
     */
    public static CurrentRelease follow(Path root, Duration interval, UnaryOperator<Store> storage) {
        var releases = Releases.in(root);
        var folder = releases.current();
        var current = new CurrentRelease(releases, folder, storage);
        current.watcher.scheduleWithFixedDelay(
                current::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return current;
    }

    private SharedStore open(Path release) {
        var store = ReleaseFolder.open(release);
        try {
            return new SharedStore(storage.apply(store));
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    /** Turns to the release that is current now. Where that cannot be used, the old one stays and the log says why. */
    public void refresh() {
        try {
            var now = releases.current();
            synchronized (this) {
                if (now.equals(folder) || now.equals(refused)) {
                    return;
                }
            }
            turnTo(now);
        } catch (RuntimeException e) {
            LOG.error("The release in service stays: {}", e.getMessage());
        }
    }

    private void turnTo(Path now) {
        SharedStore next;
        try {
            next = open(now);
        } catch (RuntimeException e) {
            synchronized (this) {
                refused = now;
            }
            throw e;
        }
        SharedStore old;
        synchronized (this) {
            old = held;
            held = next;
            folder = now;
        }
        LOG.info("Now serving release {}", next.store().release().id());
        old.release();
    }

    @Override
    public Optional<Lease> lease(String release, int mostOlder) {
        synchronized (this) {
            if (held.store().release().id().equals(release)) {
                return Optional.of(lease());
            }
        }
        // Opening reads every file; who waits for that does not keep others from the current release.
        opening.lock();
        try {
            var allowed = releases.older().stream().limit(mostOlder).toList();
            closeAllBut(allowed);
            var found = allowed.stream().filter(f -> isOf(f, release)).findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            synchronized (this) {
                var known = older.get(found.get());
                if (known != null) {
                    return Optional.of(known.lease());
                }
            }
            var opened = open(found.get());
            synchronized (this) {
                older.put(found.get(), opened);
                return Optional.of(opened.lease());
            }
        } finally {
            opening.unlock();
        }
    }

    @Override
    public List<KeptRelease> releases() {
        Path now;
        synchronized (this) {
            now = folder;
        }
        // The one that is served, which need not be the one that is named current yet.
        return Stream.concat(Stream.of(now), releases.folders().stream().filter(f -> !f.equals(now)))
                .flatMap(f -> known.computeIfAbsent(f, KeptRelease::in).stream())
                .toList();
    }

    private static boolean isOf(Path folder, String release) {
        var name = folder.getFileName().toString();
        return name.equals(release) || name.startsWith(release + "-");
    }

    /** Lets go of the older releases that may be asked no longer. */
    private void closeAllBut(List<Path> allowed) {
        var gone = new ArrayList<SharedStore>();
        synchronized (this) {
            older.entrySet().removeIf(e -> !allowed.contains(e.getKey()) && gone.add(e.getValue()));
        }
        gone.forEach(SharedStore::release);
    }

    @Override
    public Lease lease() {
        synchronized (this) {
            return held.lease();
        }
    }

    @Override
    public void close() {
        // Not interrupted: an interrupt closes the files that the thread is reading.
        watcher.close();
        SharedStore last;
        synchronized (this) {
            last = held;
        }
        last.release();
        opening.lock();
        try {
            closeAllBut(List.of());
        } finally {
            opening.unlock();
        }
    }
}
