package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.mention.Pattern.Capture;
import org.banggiao.mention.Pattern.Match;
import org.banggiao.mention.Pattern.Step;
import org.jspecify.annotations.Nullable;

/**
 * Tries patterns in one sentence, one at a time. All ways through a pattern go on side by side: at each token wait threads, each
 * step at most once there, the preferred first. Keeps its room from trial to trial, as most trials end with the first token.
 */
final class PatternRun {
    /** What a way has captured and consumed so far, the latest first. */
    private record Trail(
            @Nullable Trail before,
            @Nullable String open,
            @Nullable String close,
            int at,
            @Nullable Span span) {}

    private final Reading reading;
    private @Nullable PatternRun guards;

    // Of each place, counted from the first token of the trial: its first and latest thread, from 1; the steps seen
    // there.
    private int[] first = new int[8];
    private int[] latest = new int[8];
    private long[] seen = new long[8];

    // Of each thread: the step at which it waits, the thread behind it at its place, its trail.
    private int[] step = new int[16];
    private int[] next = new int[16];
    private @Nullable Trail[] trail = new Trail[16];
    private int threads;

    private Pattern pattern = NONE;
    private int width;
    private int from;
    private int touched;
    private int bestTo;
    private @Nullable Trail bestTrail;

    private static final Pattern NONE = new Pattern(List.of(new Step.Accept()), List.of());

    PatternRun(Reading reading) {
        this.reading = reading;
    }

    /** The match of a pattern that begins at a token, or null. */
    @Nullable
    Match at(Pattern tried, int start) {
        pattern = tried;
        width = (tried.steps.length + 63) >>> 6;
        from = start;
        threads = 0;
        touched = 0;
        bestTo = -1;
        bestTrail = null;
        push(start, 0, null);
        for (int place = 0; place <= touched; place++) {
            for (int thread = first[place]; thread > 0; thread = next[thread]) {
                advance(start + place, step[thread], trail[thread]);
            }
        }
        Arrays.fill(first, 0, touched + 1, 0);
        Arrays.fill(latest, 0, touched + 1, 0);
        Arrays.fill(seen, 0, (touched + 1) * width, 0);
        return bestTo < 0 ? null : new Match(bestTo, captures(bestTrail));
    }

    /** Takes a thread over what its step consumes; that it can is known. */
    private void advance(int at, int step, @Nullable Trail trail) {
        switch (pattern.ops[step]) {
            case ACCEPT -> {
                if (at > from && at > bestTo) {
                    bestTo = at;
                    bestTrail = trail;
                }
            }
            case ONE, WORD -> push(at + 1, step + 1, trail);
            case READ -> {
                var type = ((Step.Read) pattern.steps[step]).type();
                var starting = reading.startingAt(at);
                for (int i = 0; i < starting.size(); i++) {
                    var span = starting.get(i);
                    if (span.is(type)) {
                        push(span.to(), step + 1, pattern.capturing ? new Trail(trail, null, null, at, span) : null);
                    }
                }
            }
            default -> throw new IllegalStateException("waits for nothing: " + pattern.steps[step]);
        }
    }

    /** Brings a way to a step, and on to where it must wait for a token; ends it where the token there is another. */
    private void push(int at, int step, @Nullable Trail trail) {
        if (!consumes(at, step)) {
            return;
        }
        int place = at - from;
        touched = Math.max(touched, place);
        if (place >= first.length || (place + 1) * width > seen.length) {
            int length = Math.max(place + 1, 2 * first.length);
            first = Arrays.copyOf(first, length);
            latest = Arrays.copyOf(latest, length);
            seen = Arrays.copyOf(seen, Math.max(seen.length, length * width));
        }
        int word = place * width + (step >>> 6);
        if ((seen[word] & 1L << step) != 0) {
            return;
        }
        seen[word] |= 1L << step;
        switch (pattern.ops[step]) {
            case FORK -> {
                for (int target : ((Step.Fork) pattern.steps[step]).targets()) {
                    push(at, target, trail);
                }
            }
            case OPEN ->
                push(at, step + 1, new Trail(trail, ((Step.Open) pattern.steps[step]).capture(), null, at, null));
            case CLOSE ->
                push(at, step + 1, new Trail(trail, null, ((Step.Close) pattern.steps[step]).capture(), at, null));
            case NOT -> {
                if (at >= reading.size() || !begins(((Step.Not) pattern.steps[step]).guard(), at)) {
                    push(at, step + 1, trail);
                }
            }
            case FIRST -> {
                if (at == 0) {
                    push(at, step + 1, trail);
                }
            }
            case LAST -> {
                if (at == reading.size()) {
                    push(at, step + 1, trail);
                }
            }
            case ONE, WORD, READ, ACCEPT -> await(place, step, trail);
        }
    }

    /** Whether a step can consume what stands at a token, where it consumes anything. */
    private boolean consumes(int at, int step) {
        return switch (pattern.ops[step]) {
            case WORD -> at < reading.size() && reading.word(at) == pattern.words[step];
            case READ -> at < reading.size() && reading.starts(at, ((Step.Read) pattern.steps[step]).type());
            case ONE ->
                at < reading.size() && ((Step.One) pattern.steps[step]).test().test(reading.token(at));
            default -> true;
        };
    }

    private boolean begins(Pattern guard, int at) {
        if (guards == null) {
            guards = new PatternRun(reading);
        }
        return guards.at(guard, at) != null;
    }

    private void await(int place, int step, @Nullable Trail trail) {
        int thread = ++threads;
        if (thread == this.step.length) {
            this.step = Arrays.copyOf(this.step, 2 * thread);
            next = Arrays.copyOf(next, 2 * thread);
            this.trail = Arrays.copyOf(this.trail, 2 * thread);
        }
        this.step[thread] = step;
        this.trail[thread] = trail;
        next[thread] = 0;
        if (first[place] == 0) {
            first[place] = thread;
        } else {
            next[latest[place]] = thread;
        }
        latest[place] = thread;
    }

    private static Map<String, List<Capture>> captures(@Nullable Trail last) {
        if (last == null) {
            return Map.of();
        }
        var trails = new ArrayList<Trail>();
        for (var t = last; t != null; t = t.before()) {
            trails.add(t);
        }
        var inOrder = trails.reversed();
        var captures = new LinkedHashMap<String, List<Capture>>();
        var open = new HashMap<String, Integer>();
        for (int i = 0; i < inOrder.size(); i++) {
            var trail = inOrder.get(i);
            if (trail.open() != null) {
                open.put(trail.open(), i);
            } else if (trail.close() != null) {
                var start = open.remove(trail.close());
                if (start != null && trail.at() > inOrder.get(start).at()) {
                    int from = inOrder.get(start).at();
                    var capture = new Capture(from, trail.at(), only(inOrder.subList(start, i), from, trail.at()));
                    captures.computeIfAbsent(trail.close(), k -> new ArrayList<>())
                            .add(capture);
                }
            }
        }
        return captures;
    }

    /** The last span of a trail that covers a stretch alone, or null. */
    private static @Nullable Span only(List<Trail> trails, int from, int to) {
        Span only = null;
        for (var trail : trails) {
            var span = trail.span();
            if (span != null && span.from() == from && span.to() == to) {
                only = span;
            }
        }
        return only;
    }
}
