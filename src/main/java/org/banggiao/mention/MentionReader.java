package org.banggiao.mention;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.text.Sentence;

/**
 * Reads sentences: dates, quantities, names, instruments, acts, aid, words that point back and words of mode, in this order, each
 * grammar on what those before it have read. Serves any number of threads.
 */
public final class MentionReader {
    private final Tokenizer tokenizer = new Tokenizer();
    private final Quantities quantities;
    private final DateReader dates;
    private final Names names;
    private final Instruments instruments;
    private final Acts acts;
    private final Aids aids;
    private final Anaphors anaphors;
    private final Cues cues;

    /** A reader that knows the names of the authority data. */
    public MentionReader(Authority authority) {
        quantities = new Quantities(tokenizer);
        dates = new DateReader(tokenizer, quantities.smallNumbers());
        names = new Names(authority, tokenizer);
        instruments = new Instruments(tokenizer, quantities.smallNumbers());
        acts = new Acts(tokenizer);
        aids = new Aids(tokenizer);
        anaphors = new Anaphors(tokenizer);
        cues = new Cues(tokenizer);
    }

    /** Everything that the rules read in the sentence. */
    public Reading read(Sentence sentence) {
        var reading = new Reading(sentence, tokenizer.tokens(sentence.text().value()));
        dates.read(reading);
        quantities.read(reading);
        names.read(reading);
        instruments.read(reading);
        acts.read(reading);
        aids.read(reading);
        anaphors.read(reading);
        cues.read(reading);
        reading.done();
        return reading;
    }

    /** All rules, in the order in which they are applied. */
    public List<Rule> rules() {
        return ruleSets().stream().flatMap(s -> s.rules().stream()).toList();
    }

    /** The sets of rules, in the order in which they are applied. */
    List<RuleSet> ruleSets() {
        var sets = new ArrayList<>(dates.ruleSets());
        sets.add(names.rules());
        sets.addAll(instruments.ruleSets());
        sets.addAll(List.of(acts.rules(), aids.rules(), anaphors.rules(), cues.rules()));
        return sets;
    }
}
