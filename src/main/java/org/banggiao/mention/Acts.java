package org.banggiao.mention;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads acts: class {@code act}, value {@link Act}. Lists of Roman numerals are read with them. */
final class Acts {
    private final RuleSet rules;

    Acts(Tokenizer tokenizer) {
        rules = RuleSet.load(Acts.class, "rules/acts.rules", tokenizer);
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        rules.readLists(reading);
        for (int i = 0; i < reading.size(); i++) {
            if (reading.token(i).word().isRoman()) {
                var text = reading.token(i).text();
                reading.add(Span.of(i, i + 1, "%roman", text, "token.roman"));
            }
        }
        rules.apply(reading, Acts::act);
    }

    private static @Nullable Object act(Rule rule, Map<String, java.util.List<Span>> captures) {
        return new Act(
                rule.option("type", "other"),
                rule.option("date", "own").equals("context"),
                rule.option("speech", "no").equals("yes"),
                rule.option("noun", "no").equals("yes"),
                rule.option("weak", "no").equals("yes"),
                rule.option("actors", "subject").equals("both"));
    }
}
