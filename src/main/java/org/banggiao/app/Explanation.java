package org.banggiao.app;

import java.io.PrintWriter;
import java.util.Comparator;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Passage;
import org.banggiao.claim.Said;
import org.banggiao.claim.curation.Blocks;
import org.banggiao.mention.Derivation;
import org.banggiao.text.Document;
import org.banggiao.text.NormalText;

/** Prints claims for people: what each says and where, and how it was read. */
final class Explanation {
    /** Characters of the text that are shown at a step. */
    private static final int LONGEST = 90;

    private final Labels labels;
    private final PrintWriter out;

    Explanation(Labels labels, PrintWriter out) {
        this.labels = labels;
        this.out = out;
    }

    /** A claim whose text is at hand. */
    void print(Claim claim, Document document, Derivation derivation) {
        head(claim);
        Passage passage = claim.said().statedIn();
        out.println("  text: " + words(document, passage.startInclusive(), passage.endExclusive()));
        values(claim);
        context(claim.said());
        out.println("  how it was read:");
        tree(derivation, document, derivation, "    ");
    }

    /** A frozen claim. */
    void print(Claim claim) {
        head(claim);
        values(claim);
        Said said = claim.said();
        out.println("  rules: " + String.join(" > ", said.rule()));
        context(said);
        for (Passage passage : said.contextIn()) {
            out.println("  context: " + place(passage));
        }
        out.println("  confidence: " + said.confidence().toPlainString());
    }

    private void head(Claim claim) {
        out.println(claim.kind() + " " + claim.said().id() + ": " + labels.en(claim));
        out.println("  where: " + place(claim.said().statedIn()));
    }

    private static String place(Passage passage) {
        return passage.document() + " " + passage.startInclusive() + "-" + passage.endExclusive() + ", sentence "
                + passage.sentence()
                + (passage.note() == null ? "" : ", note " + (passage.note() == 0 ? "?" : passage.note()))
                + (passage.page() == null ? "" : ", page " + passage.page());
    }

    private void values(Claim claim) {
        out.println("  says:");
        Blocks.values(claim).forEach((name, value) -> out.println("    " + name + ": " + value));
    }

    private void context(Said said) {
        if (!said.derivedFromContext().isEmpty()) {
            out.println("  from context: " + String.join(", ", said.derivedFromContext()));
        }
    }

    /** A step with what it is made of; rules that only hand on what another read at the same place stand in its line. */
    private void tree(Derivation step, Document document, Derivation whole, String indent) {
        StringBuilder line = new StringBuilder(indent + step.rule());
        Derivation innermost = step;
        while (innermost.parts().size() == 1
                && isSame(innermost, innermost.parts().getFirst())) {
            innermost = innermost.parts().getFirst();
            line.append(" > ").append(innermost.rule());
        }
        boolean isWhole =
                step.startInclusive() == whole.startInclusive() && step.endExclusive() == whole.endExclusive();
        if (!isWhole || step == whole) {
            line.append(' ').append(step.startInclusive()).append('-').append(step.endExclusive());
        }
        String words = isWhole ? "" : shortened(words(document, step.startInclusive(), step.endExclusive()));
        out.println(line
                + (words.isEmpty() ? "" : " \u201c" + words + "\u201d")
                + (step.says().isEmpty() ? "" : ": " + step.says()));
        innermost.parts().forEach(part -> tree(part, document, whole, indent + "  "));
    }

    private static boolean isSame(Derivation step, Derivation part) {
        return step.startInclusive() == part.startInclusive()
                && step.endExclusive() == part.endExclusive()
                && (part.says().equals(step.says()) || step.says().endsWith("said as " + part.says()));
    }

    private static String shortened(String words) {
        if (words.codePointCount(0, words.length()) <= LONGEST) {
            return words;
        }
        String start = words.substring(0, words.offsetByCodePoints(0, LONGEST));
        int space = start.lastIndexOf(' ');
        return (space < 0 ? start : start.substring(0, space)) + " \u2026";
    }

    /** The repaired words at a range, of the smallest sentence around it: a note can stand inside a sentence of the body. */
    private static String words(Document document, int start, int end) {
        return document.sentences().stream()
                .filter(sentence -> sentence.range().startInclusive() <= start
                        && end <= sentence.range().endExclusive())
                .min(Comparator.comparingInt(sentence -> sentence.range().length()))
                .map(sentence -> {
                    NormalText text = sentence.text();
                    int from = text.indexAt(start);
                    return text.value()
                            .substring(from, Math.max(from, text.indexAt(end)))
                            .strip();
                })
                .orElse("");
    }
}
