package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.Query;
import org.banggiao.publish.http.ClientProbe;
import org.banggiao.publish.settings.PublishSettings.Limits;
import org.banggiao.publish.sparql.ResultFormat.Offer;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.ServiceCaller;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;

/** Sends what queries give: as it was given before, or by running them within the limits. */
public final class QueryAnswers implements AutoCloseable {
    private final Limits limits;
    private final ServiceCaller services;
    private final Admission admission;
    private final AnswerCache cache;
    private final MemoryGuard memory;
    private final ExecutorService workers;

    public QueryAnswers(
            Limits limits, ServiceCaller services, Admission admission, AnswerCache cache, MemoryGuard memory) {
        this.limits = limits;
        this.services = services;
        this.admission = admission;
        this.cache = cache;
        this.memory = memory;
        var number = new AtomicInteger();
        this.workers = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "query-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Sends the body of an answer whose head has been set.
     *
     * @return whether the answer was there already
     */
    boolean send(CheckedQuery query, Offer offer, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var facts = query.facts();
        var key = facts.isSame()
                ? Optional.of(new AnswerCache.Key(store.state(), offer.mediaType(), facts.text()))
                : Optional.<AnswerCache.Key>empty();
        var known = key.flatMap(cache::get);
        if (known.isPresent()) {
            response.setContentLength(known.get().length);
            response.getOutputStream().write(known.get());
            return true;
        }
        if (WholeAnswer.isNeeded(request)) {
            var whole = new WholeAnswer();
            run(query.query(), offer, store, request, whole);
            whole.sendTo(response);
            return false;
        }
        var copy = new Copy(response.getOutputStream(), key.isPresent() ? cache.mostBytesOfOne() : 0);
        run(query.query(), offer, store, request, copy);
        key.ifPresent(k -> copy.whole().ifPresent(answer -> cache.put(k, answer)));
        return false;
    }

    private void run(Query query, Offer offer, Store store, HttpServletRequest request, OutputStream out)
            throws IOException {
        var place = admission.query();
        long deadline = System.nanoTime() + limits.queryTime().toNanos();
        var relay = new Relay(limits.resultSize());
        try {
            workers.execute(() -> {
                try (place;
                        var guarded = memory.guard(() -> relay.stop(Refusal.memory()))) {
                    relay.work(chunks -> write(query, offer, store, relay, chunks));
                }
            });
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
        relay.handOn(out, deadline, Refusal.timeOver(limits.queryTime().toSeconds()), ClientProbe.of(request));
    }

    private void write(Query query, Offer offer, Store store, Relay relay, OutputStream out) {
        try (var exec = store.query(query, new QueryLimits(limits.queryTime(), services))) {
            relay.abortBy(exec::abort);
            ResultWriter.write(exec, query, offer.format(), limits.resultRows(), out);
        }
    }

    /** Lets what runs come to its end within its time. */
    @Override
    public void close() {
        workers.shutdown();
    }

    /** Keeps what passes, up to a size. */
    private static final class Copy extends FilterOutputStream {
        private final int most;
        private @Nullable ByteArrayOutputStream copy;

        Copy(OutputStream out, int most) {
            super(out);
            this.most = most;
            this.copy = most > 0 ? new ByteArrayOutputStream() : null;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            if (copy != null) {
                if (copy.size() + length > most) {
                    copy = null;
                } else {
                    copy.write(bytes, offset, length);
                }
            }
        }

        /** All that has passed; empty where it was too much. */
        Optional<byte[]> whole() {
            return Optional.ofNullable(copy).map(ByteArrayOutputStream::toByteArray);
        }
    }
}
