package org.banggiao.mention;

import java.util.List;
import java.util.Map;

/** Reads words that point back to an occasion: class {@code anaphor}, value {@link Anaphor}. */
final class Anaphors {
    private final RuleSet rules;

    Anaphors(Tokenizer tokenizer) {
        rules = RuleSet.load(Anaphors.class, "rules/anaphors.rules", tokenizer);
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        rules.readLists(reading);
        rules.apply(reading, Anaphors::anaphor);
    }

    private static Object anaphor(Rule rule, Map<String, List<Span>> captures) {
        var types = rule.option("of", "any");
        var numeral = captures.get("n");
        return new Anaphor(
                types.equals("any") ? List.of() : List.of(types.split(" ")),
                rule.option("end", "no").equals("yes"),
                numeral == null ? null : String.valueOf(numeral.get(0).value()));
    }
}
