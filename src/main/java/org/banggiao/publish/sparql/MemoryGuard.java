package org.banggiao.publish.sparql;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the hungriest query when memory gets scarce: when the garbage collector has run and more than a share of the heap is
 * still taken. The hungriest is the one whose thread has allocated most.
 */
public final class MemoryGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryGuard.class);

    private final double share;
    private final Set<Guarded> running = ConcurrentHashMap.newKeySet();
    private final List<NotificationEmitter> collectors = new ArrayList<>();
    private final NotificationListener listener = (notification, handback) -> {
        if (notification.getUserData() instanceof CompositeData data) {
            look(
                    usedAfter(GarbageCollectionNotificationInfo.from(data)),
                    Runtime.getRuntime().maxMemory());
        }
    };

    /**
     * A guard.
     *
     * @param share of the heap that may be taken after a collection, more than 0 and at most 1
     */
    public MemoryGuard(double share) {
        this.share = share;
    }

    /** Looks after each collection from now on. */
    public MemoryGuard watch() {
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                collectors.add(emitter);
            }
        }
        return this;
    }

    private static long usedAfter(GarbageCollectionNotificationInfo info) {
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pool.getName())
                .collect(Collectors.toSet());
        return info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** Acts on how much of the heap is taken after a collection. */
    void look(long usedBytes, long mostBytes) {
        if (usedBytes > share * mostBytes) {
            running.stream().max(Comparator.comparingLong(Guarded::allocated)).ifPresent(hungriest -> {
                if (running.remove(hungriest)) {
                    LOG.warn(
                            "Memory is scarce ({} of {} MiB): a query that allocated {} MiB is stopped",
                            usedBytes >> 20,
                            mostBytes >> 20,
                            hungriest.allocated() >> 20);
                    hungriest.stop.run();
                }
            });
        }
    }

    /** Puts the work of the calling thread under guard until it is closed. */
    Guarded guard(Runnable stop) {
        var thread = Thread.currentThread().threadId();
        var beans = ManagementFactory.getThreadMXBean();
        if (beans instanceof com.sun.management.ThreadMXBean allocations) {
            long before = allocations.getThreadAllocatedBytes(thread);
            return guard(stop, () -> allocations.getThreadAllocatedBytes(thread) - before);
        }
        return guard(stop, () -> 0);
    }

    Guarded guard(Runnable stop, LongSupplier allocatedBytes) {
        var guarded = new Guarded(stop, allocatedBytes);
        running.add(guarded);
        return guarded;
    }

    /** Work that may be stopped. */
    final class Guarded implements AutoCloseable {
        private final Runnable stop;
        private final LongSupplier allocatedBytes;

        Guarded(Runnable stop, LongSupplier allocatedBytes) {
            this.stop = stop;
            this.allocatedBytes = allocatedBytes;
        }

        private long allocated() {
            return allocatedBytes.getAsLong();
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }

    @Override
    public void close() {
        for (var emitter : collectors) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                LOG.debug("The listener was gone already", e);
            }
        }
        collectors.clear();
    }
}
