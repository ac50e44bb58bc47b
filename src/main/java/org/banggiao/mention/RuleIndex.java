package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private record Use(long[] met, long[] begun) {}

    private final List<Trial> trials = new ArrayList<>();
    private final long[] anywhere;
    private final long[][] needed;
    private final int needs;

    // By the number of a word; and by the class that a pattern names.
    private final @Nullable Use[] byWord;
    private final Map<SpanType, Use> byType = new HashMap<>();

    // By the number of a span's class, which may lie below what patterns name; of classes met so far.
    private volatile @Nullable Use[] byClass = new Use[0];
    private final boolean beginsAnywhere;

    RuleIndex(List<Rule> rules) {
        for (var rule : rules) {
            rule.patterns().forEach(p -> trials.add(new Trial(rule, p)));
        }
        var numbers = new HashMap<Set<Step>, Integer>();
        for (var trial : trials) {
            trial.pattern().needs().forEach(any -> numbers.putIfAbsent(any, numbers.size()));
        }
        needs = numbers.size();
        anywhere = bits(trials.size());
        needed = new long[trials.size()][];
        var uses = new HashMap<Step, Use>();
        numbers.forEach((any, number) -> any.forEach(step -> set(use(uses, step).met(), number)));
        for (int i = 0; i < trials.size(); i++) {
            var pattern = trials.get(i).pattern();
            needed[i] = bits(needs);
            for (var any : pattern.needs()) {
                set(needed[i], numbers.getOrDefault(any, 0));
            }
            var firsts = pattern.firsts();
            if (firsts == null) {
                set(anywhere, i);
            } else {
                int trial = i;
                firsts.forEach(step -> set(use(uses, step).begun(), trial));
            }
        }
        beginsAnywhere = Arrays.stream(anywhere).anyMatch(bits -> bits != 0);
        int last = uses.keySet().stream().mapToInt(RuleIndex::number).max().orElse(0);
        byWord = new Use[last + 1];
        uses.forEach((step, use) -> {
            if (step instanceof Step.Read read) {
                byType.put(read.type(), use);
            } else {
                byWord[number(step)] = use;
            }
        });
    }

    private Use use(Map<Step, Use> uses, Step step) {
        return uses.computeIfAbsent(step, s -> new Use(bits(needs), bits(trials.size())));
    }

    private static int number(Step step) {
        return step instanceof Step.Word word ? word.number() : 0;
    }

    Trial trial(int number) {
        return trials.get(number);
    }

    /** The trials that can match somewhere in the sentence, as bits; null where there are none. */
    long @Nullable [] worth(Reading reading) {
        var met = bits(needs);
        for (int i = 0; i < reading.size(); i++) {
            var use = ofWord(reading.word(i));
            if (use != null) {
                add(met, use.met());
            }
        }
        if (reading.hasNumber()) {
            add(met, ofClass(Pattern.NUMBER.type()).met());
        }
        reading.classes().forEach(read -> add(met, ofClass(read.type()).met()));
        var worth = bits(trials.size());
        boolean any = false;
        for (int i = 0; i < needed.length; i++) {
            if (holds(met, needed[i])) {
                set(worth, i);
                any = true;
            }
        }
        return any ? worth : null;
    }

    /** Leaves of some trials those in {@code here} that can begin at a token; whether there are any. */
    boolean beginning(Reading reading, int token, long[] some, long[] here) {
        var use = ofWord(reading.word(token));
        boolean number = reading.token(token).kind() == Token.Kind.NUMBER;
        var spans = reading.startingAt(token);
        if (use == null && !number && spans.isEmpty() && !beginsAnywhere) {
            return false;
        }
        System.arraycopy(anywhere, 0, here, 0, here.length);
        if (use != null) {
            add(here, use.begun());
        }
        if (number) {
            add(here, ofClass(Pattern.NUMBER.type()).begun());
        }
        for (int i = 0; i < spans.size(); i++) {
            add(here, ofClass(spans.get(i).of()).begun());
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
        var met = byClass;
        var known = type.number() < met.length ? met[type.number()] : null;
        return known != null ? known : gather(type);
    }

    private synchronized Use gather(SpanType type) {
        var all = new Use(bits(needs), bits(trials.size()));
        byType.forEach((named, use) -> {
            if (type.is(named)) {
                add(all.met(), use.met());
                add(all.begun(), use.begun());
            }
        });
        var more = Arrays.copyOf(byClass, Math.max(byClass.length, type.number() + 1));
        more[type.number()] = all;
        byClass = more;
        return all;
    }

    private static long[] bits(int size) {
        return new long[(size + 63) >>> 6];
    }

    private static void set(long[] bits, int bit) {
        bits[bit >>> 6] |= 1L << bit;
    }

    private static void add(long[] bits, long[] more) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= more[i];
        }
    }

    private static boolean holds(long[] bits, long[] wanted) {
        for (int i = 0; i < bits.length; i++) {
            if ((wanted[i] & ~bits[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
