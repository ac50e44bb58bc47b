package org.banggiao.publish.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.banggiao.store.Store;

/**
 * Keeps whole answers, packed, to give them again: descriptions, pages and lists of a release, which never changes. What an
 * answer depends on besides is its address as the client reached it, its parameters, and the headers by which it is chosen.
 * Bounded in bytes; what was asked for seldom and long ago goes first.
 *
 * <p>An answer comes here from {@link Representation#send}, in the request for which it was made; failures and what is not sent
 * in that way are never kept.
 */
public final class KeptAnswers extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = KeptAnswers.class.getName();
    /** Characters of what an answer depends on; no honest client sends more. */
    private static final int LONGEST_KEY = 1_000;

    private static final int MOST_OF_ONE = 1 << 20;
    private static final int OVERHEAD = 600;

    private final transient Predicate<String> paths;
    private final transient Cache<Key, PackedAnswer> answers;
    /** A number for each store, so that an answer never outlives the one it was made from. */
    private final transient Cache<Store, Long> stores =
            Caffeine.newBuilder().weakKeys().build();

    private final transient AtomicLong lastStore = new AtomicLong();
    private final boolean isOff;

    /**
     * Nothing is kept yet.
     *
     * @param paths whose answers depend on nothing else than said above
     * @param mostBytes of all answers; 0 keeps none
     */
    public KeptAnswers(Predicate<String> paths, long mostBytes) {
        this.paths = paths;
        this.isOff = mostBytes == 0;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, PackedAnswer answer) -> answer.size() + 2 * key.length() + OVERHEAD)
                .recordStats()
                .build();
    }

    /**
     * What an answer depends on.
     *
     * @param store the number of the store that it is made from
     * @param address as the client reached it, with the parameters
     * @param accept which forms the client accepts
     * @param languages which languages the client accepts
     * @param profiles which vocabularies the client accepts
     */
    private record Key(long store, String address, String accept, String languages, String profiles) {
        int length() {
            return address.length() + accept.length() + languages.length() + profiles.length();
        }
    }

    /**
     * The place of the answer to a request.
     *
     * @param before the headers that every response has: these are not kept
     */
    private record Place(Key key, Set<String> before, Cache<Key, PackedAnswer> answers) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var key = key(request);
        var kept = key.map(answers::getIfPresent);
        if (kept.isPresent()) {
            kept.get().send(request, response);
            return;
        }
        key.ifPresent(
                k -> request.setAttribute(ATTRIBUTE, new Place(k, Set.copyOf(response.getHeaderNames()), answers)));
        chain.doFilter(request, response);
    }

    private Optional<Key> key(HttpServletRequest request) {
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (isOff || !isRead || !paths.test(path)) {
            return Optional.empty();
        }
        var query = request.getQueryString();
        var key = new Key(
                Objects.requireNonNull(stores.get(StoreLease.storeOf(request), s -> lastStore.incrementAndGet())),
                RequestAddress.of(request) + (query == null ? "" : "?" + query),
                all(request, "Accept"),
                all(request, "Accept-Language"),
                all(request, "Accept-Profile"));
        return key.length() > LONGEST_KEY ? Optional.empty() : Optional.of(key);
    }

    private static String all(HttpServletRequest request, String header) {
        return String.join(",", Collections.list(request.getHeaders(header)));
    }

    /** Keeps the answer to a request, where one is kept; its headers are those of the response so far. */
    static Optional<PackedAnswer> keep(
            byte[] body, String contentType, EntityTag tag, HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(ATTRIBUTE) instanceof Place place) || body.length > MOST_OF_ONE) {
            return Optional.empty();
        }
        var answer = PackedAnswer.of(body, contentType, tag, response, place.before);
        place.answers.put(place.key, answer);
        return Optional.of(answer);
    }

    /** The kept answers, to be measured. */
    public Cache<?, ?> measured() {
        return answers;
    }
}
