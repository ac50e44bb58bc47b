package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.mention.Pattern.Capture;
import org.banggiao.mention.Pattern.Match;
import org.banggiao.mention.Pattern.Op;
import org.banggiao.mention.Pattern.Step;
import org.jspecify.annotations.Nullable;

/**
 * Tries patterns in one sentence, one at a time. All ways through a pattern go on side by side: at each token wait threads that
 * it suits, each step at most once there, the preferred first. Keeps its room from trial to trial, as most trials end with the
 * first token.
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
    private final int size;
    private @Nullable PatternRun guards;

    // Of each place, counted from the first token of the trial: its first and latest thread, from 1; the steps seen
    // there.
    private int[] first = new int[32];
    private int[] latest = new int[32];
    private long[] seen = new long[32];

    // Of each thread: the step at which it waits, the thread behind it at its place, its trail.
    private int[] step = new int[64];
    private int[] next = new int[64];
    private @Nullable Trail[] trail = new Trail[64];
    private int threads;

    private Pattern pattern = NONE;
    private int words;
    private int from;
    private int touched;
    private int bestTo;
    private @Nullable Trail bestTrail;

    private static final Pattern NONE = new Pattern(List.of(new Step.Accept()), List.of());

    PatternRun(Reading reading) {
        this.reading = reading;
        size = reading.size();
    }

    /** The match of a pattern that begins at a token, or null. */
    @Nullable
    Match at(Pattern tried, int start) {
        int ahead = 0;
        while (tried.ops[ahead] == Op.WORD) {
            if (start + ahead >= size || tried.number[ahead] != reading.word(start + ahead)) {
                return null;
            }
            ahead++;
        }
        pattern = tried;
        words = (tried.steps.length + 63) >>> 6;
        from = start;
        threads = 0;
        touched = 0;
        bestTo = -1;
        bestTrail = null;
        push(start + ahead, ahead, null);
        for (int place = ahead; place <= touched; place++) {
            for (int thread = first[place]; thread > 0; thread = next[thread]) {
                advance(start + place, step[thread], trail[thread]);
            }
        }
        Arrays.fill(first, 0, touched + 1, 0);
        Arrays.fill(seen, 0, (touched + 1) * words, 0);
        return bestTo < 0 ? null : new Match(bestTo, captures(bestTrail));
    }

    /** Takes a thread over what its step consumes, which is there. */
    private void advance(int at, int step, @Nullable Trail trail) {
        if (pattern.ops[step] != Op.READ) {
            push(at + 1, step + 1, trail);
            return;
        }
        for (var span : reading.spansAt(at)) {
            if (pattern.reads(step, span)) {
                push(span.to(), step + 1, pattern.capturing ? new Trail(trail, null, null, at, span) : null);
            }
        }
    }

    /** Brings a way to a step, and on to where it waits for a token; a way that the token there does not suit ends. */
    private void push(int at, int start, @Nullable Trail before) {
        int place = at - from;
        if (place > touched) {
            touched = place;
        }
        if (place >= first.length || (place + 1) * words > seen.length) {
            int length = Math.max(place + 1, 2 * first.length);
            first = Arrays.copyOf(first, length);
            latest = Arrays.copyOf(latest, length);
            seen = Arrays.copyOf(seen, Math.max(seen.length, length * words));
        }
        int step = start;
        var trail = before;
        while (true) {
            int word = place * words + (step >>> 6);
            if ((seen[word] & 1L << step) != 0) {
                return;
            }
            seen[word] |= 1L << step;
            switch (pattern.ops[step]) {
                case FORK -> {
                    var targets = pattern.targets[step];
                    int last = targets.length - 1;
                    for (int i = 0; i < last; i++) {
                        push(at, targets[i], trail);
                    }
                    step = targets[last];
                }
                case OPEN -> {
                    trail = new Trail(trail, ((Step.Open) pattern.steps[step]).capture(), null, at, null);
                    step++;
                }
                case CLOSE -> {
                    trail = new Trail(trail, null, ((Step.Close) pattern.steps[step]).capture(), at, null);
                    step++;
                }
                case NOT -> {
                    if (at < size && begins(((Step.Not) pattern.steps[step]).guard(), at)) {
                        return;
                    }
                    step++;
                }
                case FIRST -> {
                    if (at != 0) {
                        return;
                    }
                    step++;
                }
                case LAST -> {
                    if (at != size) {
                        return;
                    }
                    step++;
                }
                case ACCEPT -> {
                    if (at > from && at > bestTo) {
                        bestTo = at;
                        bestTrail = trail;
                    }
                    return;
                }
                case ONE -> {
                    if (at < size && (reading.token(at).word().forms() & pattern.number[step]) != 0) {
                        await(place, step, trail);
                    }
                    return;
                }
                case WORD -> {
                    if (at < size && pattern.number[step] == reading.word(at)) {
                        await(place, step, trail);
                    }
                    return;
                }
                case READ -> {
                    if (at < size && reads(at, step)) {
                        await(place, step, trail);
                    }
                    return;
                }
            }
        }
    }

    private boolean reads(int at, int step) {
        for (var span : reading.spansAt(at)) {
            if (pattern.reads(step, span)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(Pattern guard, int at) {
        if (!guard.mayBegin(reading, at)) {
            return false;
        }
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
