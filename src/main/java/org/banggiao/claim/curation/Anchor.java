package org.banggiao.claim.curation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.claim.Passage;

/**
 * The sentence that a correction rests on. It is known by its words: where it stands may change with the text around it.
 *
 * @param document the document's id
 * @param startInclusive where it stood when the correction was written, in code points of the source text
 * @param endExclusive the code point after the last
 * @param digest the first 16 hexadecimal digits of the SHA-256 of its normalised words
 */
public record Anchor(String document, int startInclusive, int endExclusive, String digest) {
    private static final int DIGITS = 16;
    private static final Pattern FORM = Pattern.compile("(\\S+) (\\d{1,9})-(\\d{1,9}) ([0-9a-f]{16})");

    /** The anchor of a sentence. */
    public static Anchor of(Passage sentence) {
        return new Anchor(
                sentence.document(),
                sentence.startInclusive(),
                sentence.endExclusive(),
                sentence.digest().substring(0, DIGITS));
    }

    /**
     * Reads {@code document start-end digest}.
     *
     * @throws IllegalArgumentException where it is not of that form
     */
    public static Anchor parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no passage: give document, start-end and sixteen digits of the digest, as review prints them");
        }
        return new Anchor(
                form.group(1), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)), form.group(4));
    }

    /** The sentence as it stands today: of several with the same words the nearest; empty where the words are gone. */
    Optional<Passage> find(List<Passage> sentences) {
        Passage nearest = null;
        for (var sentence : sentences) {
            if (sentence.document().equals(document)
                    && sentence.digest().startsWith(digest)
                    && (nearest == null || distance(sentence) < distance(nearest))) {
                nearest = sentence;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private int distance(Passage sentence) {
        return Math.abs(sentence.startInclusive() - startInclusive);
    }

    /** {@code document start-end digest}; {@link #parse} reads it. */
    @Override
    public String toString() {
        return document + " " + startInclusive + "-" + endExclusive + " " + digest;
    }
}
