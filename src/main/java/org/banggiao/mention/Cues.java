package org.banggiao.mention;

/** Reads the words that say in what mode something is told: classes below {@code cue}. */
final class Cues {
    private final RuleSet rules;

    Cues(Tokenizer tokenizer) {
        rules = RuleSet.load(Cues.class, "rules/cues.rules", tokenizer);
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        rules.readLists(reading);
        rules.apply(reading, (rule, captures) -> rule.type());
    }
}
