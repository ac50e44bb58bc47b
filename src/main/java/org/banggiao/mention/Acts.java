package org.banggiao.mention;

import java.util.List;

/** Reads acts: class {@code act}, value {@link Act}. Lists of Roman numerals are read with them. */
final class Acts {
    private final RuleSet rules;

    // By the order of the rules.
    private final List<Act> acts;

    Acts(Tokenizer tokenizer) {
        rules = RuleSet.load(Acts.class, "rules/acts.rules", tokenizer);
        acts = rules.rules().stream().map(Acts::act).toList();
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        rules.readLists(reading);
        for (int i = 0; i < reading.size(); i++) {
            if (reading.token(i).word().is(Form.ROMAN)) {
                var text = reading.token(i).text();
                reading.add(Span.of(i, i + 1, "%roman", text, "token.roman"));
            }
        }
        rules.apply(reading, (rule, captures) -> acts.get(rule.order()));
    }

    private static Act act(Rule rule) {
        return new Act(
                rule.option("type", "other"),
                rule.option("date", "own").equals("context"),
                rule.option("speech", "no").equals("yes"),
                rule.option("noun", "no").equals("yes"),
                rule.option("weak", "no").equals("yes"),
                rule.option("actors", "subject").equals("both"));
    }
}
