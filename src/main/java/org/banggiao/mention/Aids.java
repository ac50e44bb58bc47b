package org.banggiao.mention;

import java.util.List;

/** Reads words of giving and receiving: class {@code aid}, value {@link Aid}. */
final class Aids {
    private final RuleSet rules;

    // By the order of the rules.
    private final List<Aid> aids;

    Aids(Tokenizer tokenizer) {
        rules = RuleSet.load(Aids.class, "rules/aid.rules", tokenizer);
        aids = rules.rules().stream().map(Aids::aid).toList();
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        rules.readLists(reading);
        rules.apply(reading, (rule, captures) -> aids.get(rule.order()));
    }

    private static Aid aid(Rule rule) {
        return new Aid(
                rule.option("direction", "give").equals("receive"),
                rule.option("category", ""),
                rule.option("needs", ""),
                rule.option("thing", ""),
                rule.option("terms", ""),
                rule.option("direction", "give").equals("noun"));
    }
}
