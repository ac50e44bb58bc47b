package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over tokens and what was read before, as a machine without backtracking: the time of one trial is at most the
 * length of the pattern times the number of tokens that it can cover.
 *
 * <p>Where several ways lead to a match, the longest match counts, and of these the way whose choices come first in the pattern.
 */
public final class Pattern {
    /** One step: a test that consumes a token or a span, a fork, a capture, a guard, or the end. */
    sealed interface Step {
        /** Consumes one token that passes. */
        record One(String label, boolean numeric, Predicate<Token> test) implements Step {}

        /** Consumes a word with this key. */
        record Word(String key) implements Step {}

        /** Consumes a span of the class. */
        record Read(String type) implements Step {}

        /** Goes on at several places, the preferred first. */
        record Fork(int[] targets) implements Step {}

        record Open(String capture) implements Step {}

        record Close(String capture) implements Step {}

        /** Goes on only where the pattern does not begin here. */
        record Not(Pattern guard) implements Step {}

        /** Goes on at the first token only. */
        record First() implements Step {}

        /** Goes on behind the last token only. */
        record Last() implements Step {}

        record Accept() implements Step {}
    }

    /**
     * A match.
     *
     * @param to the token after the last
     * @param captures stretches of tokens by name, and the span that was consumed where it was exactly one
     */
    public record Match(int to, Map<String, List<Capture>> captures) {}

    /** A captured stretch; {@code span} is what was consumed there where it was one span, else null. */
    public record Capture(int from, int to, @Nullable Span span) {}

    private record Trail(
            @Nullable Trail before,
            @Nullable String open,
            @Nullable String close,
            int at,
            @Nullable Span span) {}

    /** A way through the pattern that waits at a token, and the one that came there after it. */
    private static final class Thread {
        final int step;
        final @Nullable Trail trail;

        @Nullable
        Thread next;

        Thread(int step, @Nullable Trail trail) {
            this.step = step;
            this.trail = trail;
        }
    }

    private final List<Step> steps;
    private final @Nullable Set<String> firstWords;
    private final @Nullable Set<String> firstTypes;

    Pattern(List<Step> steps) {
        this.steps = List.copyOf(steps);
        var words = new HashSet<String>();
        var types = new HashSet<String>();
        boolean known = firsts(0, words, types, new BitSet());
        firstWords = known ? words : null;
        firstTypes = known ? types : null;
    }

    /** Stands in {@link #firstTypes} for any number. */
    static final String NUMBER = "#number";

    /** Words with which a match can begin, or null where it can begin with anything. */
    @Nullable
    Set<String> firstWords() {
        return firstWords;
    }

    /** Classes of spans with which a match can begin, or null where it can begin with anything. */
    @Nullable
    Set<String> firstTypes() {
        return firstTypes;
    }

    private boolean firsts(int step, Set<String> words, Set<String> types, BitSet seen) {
        if (seen.get(step)) {
            return true;
        }
        seen.set(step);
        return switch (steps.get(step)) {
            case Step.One o -> o.numeric() && (types.add(NUMBER) || true);
            case Step.Word w -> words.add(w.key()) || true;
            case Step.Read r -> types.add(r.type()) || true;
            case Step.Fork f -> {
                boolean known = true;
                for (int target : f.targets()) {
                    known &= firsts(target, words, types, seen);
                }
                yield known;
            }
            case Step.Accept a -> false;
            case Step.Open o -> firsts(step + 1, words, types, seen);
            case Step.Close c -> firsts(step + 1, words, types, seen);
            case Step.Not n -> firsts(step + 1, words, types, seen);
            case Step.First f -> firsts(step + 1, words, types, seen);
            case Step.Last l -> firsts(step + 1, words, types, seen);
        };
    }

    /** The match that begins at a token, or null. */
    public @Nullable Match at(Reading reading, int from) {
        var run = new Run(reading, from);
        run.push(from, 0, null);
        for (int at = from; at <= run.last; at++) {
            for (var thread = run.waitingAt(at); thread != null; thread = thread.next) {
                run.step(at, thread);
            }
        }
        return run.bestTo < 0 ? null : new Match(run.bestTo, captures(run.bestTrail));
    }

    /** One trial: the threads that wait at each token, each step at most once there. */
    private final class Run {
        private final Reading reading;
        private final int from;
        private final int words = (steps.size() + 63) >>> 6;
        private @Nullable Thread[] first = new Thread[4];
        private @Nullable Thread[] latest = new Thread[4];
        private long[] seen = new long[4 * words];
        private int last;
        private int bestTo = -1;
        private @Nullable Trail bestTrail;

        Run(Reading reading, int from) {
            this.reading = reading;
            this.from = from;
            last = from;
        }

        @Nullable
        Thread waitingAt(int at) {
            return at - from < first.length ? first[at - from] : null;
        }

        void step(int at, Thread thread) {
            int next = thread.step + 1;
            switch (steps.get(thread.step)) {
                case Step.Accept a -> {
                    if (at > from && at > bestTo) {
                        bestTo = at;
                        bestTrail = thread.trail;
                    }
                }
                case Step.One one -> {
                    if (at < reading.size() && one.test().test(reading.token(at))) {
                        push(at + 1, next, thread.trail);
                    }
                }
                case Step.Word word -> {
                    if (at < reading.size()
                            && word.key().equals(reading.token(at).key())) {
                        push(at + 1, next, thread.trail);
                    }
                }
                case Step.Read read -> {
                    if (at < reading.size()) {
                        for (var span : reading.startingAt(at)) {
                            if (span.is(read.type())) {
                                push(span.to(), next, new Trail(thread.trail, null, null, at, span));
                            }
                        }
                    }
                }
                case Step.Fork f -> throw new IllegalStateException("a fork waits for nothing");
                case Step.Open o -> throw new IllegalStateException("a capture waits for nothing");
                case Step.Close c -> throw new IllegalStateException("a capture waits for nothing");
                case Step.Not n -> throw new IllegalStateException("a guard waits for nothing");
                case Step.First f -> throw new IllegalStateException("an anchor waits for nothing");
                case Step.Last l -> throw new IllegalStateException("an anchor waits for nothing");
            }
        }

        void push(int at, int step, @Nullable Trail trail) {
            int place = at - from;
            if (place >= first.length) {
                int length = Math.max(place + 1, 2 * first.length);
                first = Arrays.copyOf(first, length);
                latest = Arrays.copyOf(latest, length);
                seen = Arrays.copyOf(seen, length * words);
            }
            int word = place * words + (step >>> 6);
            if ((seen[word] & 1L << step) != 0) {
                return;
            }
            seen[word] |= 1L << step;
            switch (steps.get(step)) {
                case Step.Fork f -> {
                    for (int target : f.targets()) {
                        push(at, target, trail);
                    }
                }
                case Step.Open o -> push(at, step + 1, new Trail(trail, o.capture(), null, at, null));
                case Step.Close c -> push(at, step + 1, new Trail(trail, null, c.capture(), at, null));
                case Step.Not n -> {
                    if (at >= reading.size() || n.guard().at(reading, at) == null) {
                        push(at, step + 1, trail);
                    }
                }
                case Step.First f -> {
                    if (at == 0) {
                        push(at, step + 1, trail);
                    }
                }
                case Step.Last l -> {
                    if (at == reading.size()) {
                        push(at, step + 1, trail);
                    }
                }
                case Step.One o -> wait(at, new Thread(step, trail));
                case Step.Word w -> wait(at, new Thread(step, trail));
                case Step.Read r -> wait(at, new Thread(step, trail));
                case Step.Accept a -> wait(at, new Thread(step, trail));
            }
        }

        private void wait(int at, Thread thread) {
            var before = latest[at - from];
            if (before == null) {
                first[at - from] = thread;
            } else {
                before.next = thread;
            }
            latest[at - from] = thread;
            last = Math.max(last, at);
        }
    }

    private static Map<String, List<Capture>> captures(@Nullable Trail last) {
        var trails = new ArrayList<Trail>();
        for (var t = last; t != null; t = t.before()) {
            trails.add(0, t);
        }
        var captures = new LinkedHashMap<String, List<Capture>>();
        var open = new HashMap<String, Integer>();
        for (int i = 0; i < trails.size(); i++) {
            var trail = trails.get(i);
            if (trail.open() != null) {
                open.put(trail.open(), i);
            } else if (trail.close() != null) {
                var start = open.remove(trail.close());
                if (start != null && trail.at() > trails.get(start).at()) {
                    Span only = null;
                    for (var inner : trails.subList(start, i)) {
                        var span = inner.span();
                        if (span != null && span.from() == trails.get(start).at() && span.to() == trail.at()) {
                            only = span;
                        }
                    }
                    captures.computeIfAbsent(trail.close(), k -> new ArrayList<>())
                            .add(new Capture(trails.get(start).at(), trail.at(), only));
                }
            }
        }
        return captures;
    }
}
