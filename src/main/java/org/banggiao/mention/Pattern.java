package org.banggiao.mention;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        /** Consumes one token of the form. */
        record One(Form form) implements Step {}

        /** Consumes a word with this key, given by its {@link Tokenizer#number}. */
        record Word(int number) implements Step {}

        /** Consumes a span of the class. */
        record Read(SpanType type) implements Step {}

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

    /** What a step is, to branch on. */
    enum Op {
        ONE,
        WORD,
        READ,
        FORK,
        OPEN,
        CLOSE,
        NOT,
        FIRST,
        LAST,
        ACCEPT
    }

    /** Stands for any number in {@link #firsts} and {@link #needs}. */
    static final Step.Read NUMBER = new Step.Read(SpanType.of("#number"));

    /**
     * A match.
     *
     * @param to the token after the last
     * @param captures stretches of tokens by name, and the span that was consumed where it was exactly one
     */
    public record Match(int to, Map<String, List<Capture>> captures) {}

    /** A captured stretch; {@code span} is what was consumed there where it was one span, else null. */
    public record Capture(int from, int to, @Nullable Span span) {}

    final Step[] steps;

    // By step, as the machine runs them: what it is, and for each kind of step what it asks for.
    final Op[] ops;
    final int[] number;
    final @Nullable SpanType[] kind;
    final int[][] targets;

    /** Whether anything is captured. */
    final boolean capturing;

    private static final int[] NOWHERE = {};

    private final @Nullable Set<Step> firsts;
    private final Step[] firstSteps;
    private final List<Set<Step>> needs;

    /**
     * @param steps the machine; it begins at the first
     * @param needs sets of words and classes, of each of which every match holds one
     */
    Pattern(List<Step> steps, List<Set<Step>> needs) {
        this.steps = steps.toArray(new Step[0]);
        this.needs = List.copyOf(needs);
        ops = new Op[this.steps.length];
        number = new int[ops.length];
        kind = new SpanType[ops.length];
        targets = new int[ops.length][];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = op(this.steps[i]);
            number[i] = number(this.steps[i]);
            kind[i] = this.steps[i] instanceof Step.Read read ? read.type() : null;
            targets[i] = this.steps[i] instanceof Step.Fork fork ? fork.targets() : NOWHERE;
        }
        capturing = List.of(ops).contains(Op.OPEN);
        var found = new HashSet<Step>();
        firsts = firsts(0, found, new BitSet()) ? Set.copyOf(found) : null;
        firstSteps = found.toArray(new Step[0]);
    }

    /** Whether a step consumes a span. */
    boolean reads(int step, Span span) {
        var wanted = kind[step];
        return wanted != null && span.is(wanted);
    }

    /** The number of a word, the bit of a form. */
    private static int number(Step step) {
        return switch (step) {
            case Step.Word word -> word.number();
            case Step.One one -> one.form().bit();
            default -> 0;
        };
    }

    private static Op op(Step step) {
        return switch (step) {
            case Step.One o -> Op.ONE;
            case Step.Word w -> Op.WORD;
            case Step.Read r -> Op.READ;
            case Step.Fork f -> Op.FORK;
            case Step.Open o -> Op.OPEN;
            case Step.Close c -> Op.CLOSE;
            case Step.Not n -> Op.NOT;
            case Step.First f -> Op.FIRST;
            case Step.Last l -> Op.LAST;
            case Step.Accept a -> Op.ACCEPT;
        };
    }

    /** Words and classes with which a match can begin, or null where it can begin with anything. */
    @Nullable
    Set<Step> firsts() {
        return firsts;
    }

    /** Sets of words and classes, of each of which every match holds one. */
    List<Set<Step>> needs() {
        return needs;
    }

    /** Whether a match can begin at a token, by what stands there alone. */
    boolean mayBegin(Reading reading, int token) {
        if (firsts == null) {
            return true;
        }
        for (var step : firstSteps) {
            boolean may = switch (step) {
                case Step.Word word -> word.number() == reading.word(token);
                case Step.Read read ->
                    read == NUMBER
                            ? reading.token(token).kind() == Token.Kind.NUMBER
                            : reading.starts(token, read.type().name());
                default -> true;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    private boolean firsts(int step, Set<Step> found, BitSet seen) {
        if (seen.get(step)) {
            return true;
        }
        seen.set(step);
        return switch (steps[step]) {
            case Step.One o -> o.form().isNumeric() && (found.add(NUMBER) || true);
            case Step.Word w -> found.add(w) || true;
            case Step.Read r -> found.add(r) || true;
            case Step.Fork f -> {
                boolean known = true;
                for (int target : f.targets()) {
                    known &= firsts(target, found, seen);
                }
                yield known;
            }
            case Step.Accept a -> false;
            case Step.Open o -> firsts(step + 1, found, seen);
            case Step.Close c -> firsts(step + 1, found, seen);
            case Step.Not n -> firsts(step + 1, found, seen);
            case Step.First f -> firsts(step + 1, found, seen);
            case Step.Last l -> firsts(step + 1, found, seen);
        };
    }

    /** The match that begins at a token, or null. */
    public @Nullable Match at(Reading reading, int from) {
        return new PatternRun(reading).at(this, from);
    }
}
