package org.banggiao.mention;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banggiao.mention.Pattern.Step;
import org.jspecify.annotations.Nullable;

/**
 * Tells which patterns of a set of rules are worth a trial in a sentence, and at which token: those of which the sentence holds
 * every word and class that a match needs, where it has one with which a match can begin. Passes over no match.
 */
final class RuleIndex {
    /** A pattern of a rule; they are numbered in the order of the rules, and of the patterns in each. */
    record Trial(Rule rule, Pattern pattern) {}

    /** What a word or class does: the sets of needs that it meets, and the trials that can begin with it. */
    private record Use(Bits met, Bits begun) {}

    private final Trial[] trials;
    private final long[] anywhere;
    private final boolean beginsAnywhere;
    private final Bits[] needed;
    private final int needs;

    // By the number of a word; and by the class that a pattern names.
    private final @Nullable Use[] byWord;
    private final Map<SpanType, Use> byType = new HashMap<>();
    private final Use byDigits;

    // By the number of a span's class, which may lie below what patterns name; of classes met so far. Not changed but
    // replaced.
    private volatile @Nullable Use[] byClass = new Use[0];

    RuleIndex(List<Rule> rules) {
        trials = rules.stream()
                .flatMap(rule -> rule.patterns().stream().map(p -> new Trial(rule, p)))
                .toArray(Trial[]::new);
        var numbers = new HashMap<Set<Step>, Integer>();
        for (var trial : trials) {
            trial.pattern().needs().forEach(any -> numbers.putIfAbsent(any, numbers.size()));
        }
        needs = numbers.size();
        anywhere = bits(trials.length);
        needed = new Bits[trials.length];
        var met = new HashMap<Step, long[]>();
        var begun = new HashMap<Step, long[]>();
        numbers.forEach((any, number) -> any.forEach(step -> set(met.computeIfAbsent(step, s -> bits(needs)), number)));
        for (int i = 0; i < trials.length; i++) {
            var pattern = trials[i].pattern();
            var wanted = bits(needs);
            for (var any : pattern.needs()) {
                set(wanted, numbers.getOrDefault(any, 0));
            }
            needed[i] = Bits.of(wanted);
            var firsts = pattern.firsts();
            if (firsts == null) {
                set(anywhere, i);
            } else {
                int trial = i;
                firsts.forEach(step -> set(begun.computeIfAbsent(step, s -> bits(trials.length)), trial));
            }
        }
        beginsAnywhere = !Bits.of(anywhere).isEmpty();
        var steps = new HashSet<>(met.keySet());
        steps.addAll(begun.keySet());
        byWord = new Use[steps.stream().mapToInt(RuleIndex::number).max().orElse(0) + 1];
        for (var step : steps) {
            var use = new Use(
                    Bits.of(met.getOrDefault(step, bits(needs))),
                    Bits.of(begun.getOrDefault(step, bits(trials.length))));
            if (step instanceof Step.Read read) {
                byType.put(read.type(), use);
            } else {
                byWord[number(step)] = use;
            }
        }
        byDigits = gather(Pattern.NUMBER.type());
    }

    private static int number(Step step) {
        return step instanceof Step.Word word ? word.number() : 0;
    }

    Trial trial(int number) {
        return trials[number];
    }

    /** The trials that can match somewhere in the sentence, as bits; null where there are none. */
    long @Nullable [] worth(Reading reading) {
        var met = bits(needs);
        var begun = anywhere.clone();
        for (int i = 0; i < reading.size(); i++) {
            var use = ofWord(reading.word(i));
            if (use != null) {
                use.met().addTo(met);
                use.begun().addTo(begun);
            }
        }
        if (reading.hasNumbers()) {
            byDigits.met().addTo(met);
            byDigits.begun().addTo(begun);
        }
        var types = reading.types();
        for (int i = 0; i < types.size(); i++) {
            var use = ofClass(types.get(i));
            use.met().addTo(met);
            use.begun().addTo(begun);
        }
        long any = 0;
        for (int word = 0; word < begun.length; word++) {
            for (long bits = begun[word]; bits != 0; bits &= bits - 1) {
                int trial = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (!needed[trial].isIn(met)) {
                    begun[word] &= ~(1L << trial);
                }
            }
            any |= begun[word];
        }
        return any == 0 ? null : begun;
    }

    /** Leaves of some trials those in {@code here} that can begin at a token; whether there are any. */
    boolean beginning(Reading reading, int token, long[] some, long[] here) {
        boolean begins = beginsAnywhere;
        System.arraycopy(anywhere, 0, here, 0, here.length);
        var ofWord = ofWord(reading.word(token));
        if (ofWord != null) {
            begins |= ofWord.begun().addTo(here);
        }
        if (!byDigits.begun().isEmpty() && reading.token(token).kind() == Token.Kind.NUMBER) {
            begins |= byDigits.begun().addTo(here);
        }
        for (var span : reading.spansAt(token)) {
            begins |= ofClass(span.of()).begun().addTo(here);
        }
        if (!begins) {
            return false;
        }
        long any = 0;
        for (int i = 0; i < here.length; i++) {
            here[i] &= some[i];
            any |= here[i];
        }
        return any != 0;
    }

    private @Nullable Use ofWord(int number) {
        return number < byWord.length ? byWord[number] : null;
    }

    /** What a class does, with all above it: {@code actor.country} is of {@code actor}. */
    private Use ofClass(SpanType type) {
        var known = byClass;
        var use = type.number() < known.length ? known[type.number()] : null;
        return use == null ? meet(type) : use;
    }

    private synchronized Use meet(SpanType type) {
        var use = gather(type);
        var more = Arrays.copyOf(byClass, Math.max(byClass.length, type.number() + 1));
        more[type.number()] = use;
        byClass = more;
        return use;
    }

    private Use gather(SpanType type) {
        var met = bits(needs);
        var begun = bits(trials.length);
        byType.forEach((named, use) -> {
            if (type.is(named)) {
                use.met().addTo(met);
                use.begun().addTo(begun);
            }
        });
        return new Use(Bits.of(met), Bits.of(begun));
    }

    private static long[] bits(int size) {
        return new long[(size + 63) >>> 6];
    }

    private static void set(long[] bits, int bit) {
        bits[bit >>> 6] |= 1L << bit;
    }
}
