package org.banggiao.mention;

/** Reads words of giving and receiving: class {@code aid}, value {@link Aid}. */
final class Aids {
    private final RuleSet rules;

    Aids(Tokenizer tokenizer) {
        rules = RuleSet.load(Aids.class, "rules/aid.rules", tokenizer);
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        rules.readLists(reading);
        rules.apply(
                reading,
                (rule, captures) -> new Aid(
                        rule.option("direction", "give").equals("receive"),
                        rule.option("category", ""),
                        rule.option("needs", ""),
                        rule.option("thing", ""),
                        rule.option("terms", ""),
                        rule.option("direction", "give").equals("noun")));
    }
}
