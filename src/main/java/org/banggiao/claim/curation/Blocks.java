package org.banggiao.claim.curation;

import java.util.List;
import java.util.Map;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Passage;

/** Writes the beginning of a correction for an editor, who chooses the action and adds who, when and why. */
public final class Blocks {
    private static final String DECISION = "by: \non: \nwhy: \n";

    private Blocks() {}

    /**
     * The block that accepts a claim as it stands.
     *
     * @param claim what was read
     * @param sentences of its document
     */
    public static String accepting(Claim claim, List<Passage> sentences) {
        var block = new StringBuilder("accept: " + claim.kind() + "\npassage: " + anchor(claim, sentences) + "\n");
        ValueForms.of(claim)
                .forEach((name, value) ->
                        block.append(name).append(": ").append(value).append('\n'));
        return block.append(DECISION).toString();
    }

    /** What a claim says, by name, as an editor reads and writes it. */
    public static Map<String, String> values(Claim claim) {
        return ValueForms.of(claim);
    }

    /** The block that adds an event to a sentence; another kind can be put for it. */
    public static String adding(Passage sentence) {
        return "add: event\npassage: " + Anchor.of(sentence) + "\ntype: \ndate: \nactors: \n" + DECISION;
    }

    private static Anchor anchor(Claim claim, List<Passage> sentences) {
        var passage = claim.said().statedIn();
        return sentences.stream()
                .filter(s -> s.document().equals(passage.document()) && s.sentence() == passage.sentence())
                .findFirst()
                .map(Anchor::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no sentence " + passage.sentence() + " in " + passage.document()));
    }
}
