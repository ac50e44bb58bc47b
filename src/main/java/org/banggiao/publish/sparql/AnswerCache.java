package org.banggiao.publish.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Whole answers that were given before: by release, query as the engine writes it, and format. A release never changes, so
 * they stay right for as long as it is served. Bounded in bytes; what was asked for seldom and long ago goes first.
 */
public final class AnswerCache {
    private static final int OVERHEAD = 200;

    private final Cache<Key, byte[]> answers;
    private final int mostBytesOfOne;

    /**
     * An empty cache.
     *
     * @param mostBytes of all answers and their queries; 0 keeps nothing
     */
    public AnswerCache(long mostBytes) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, byte[] answer) -> answer.length + 2 * key.query.length() + OVERHEAD)
                .recordStats()
                .build();
        this.mostBytesOfOne = (int) Math.min(mostBytes / 16, 4 << 20);
    }

    /** What an answer depends on. */
    record Key(String release, String mediaType, String query) {}

    Optional<byte[]> get(Key key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    void put(Key key, byte[] answer) {
        answers.put(key, answer);
    }

    /** How large an answer may be to be kept, in bytes. */
    int mostBytesOfOne() {
        return mostBytesOfOne;
    }

    /** The cache itself, to be measured. */
    public Cache<?, ?> measured() {
        return answers;
    }
}
