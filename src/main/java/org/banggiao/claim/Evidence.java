package org.banggiao.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.banggiao.mention.Reading;
import org.banggiao.text.Document;
import org.banggiao.text.Sentence;

/** Passages and ids of claims of one document. */
final class Evidence {
    private static final int ID_DIGITS = 16;
    private static final int LONG = 700;
    private static final int MOST_AROUND = 30;

    private final Document document;
    private final Map<Integer, Passage> passages = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final MessageDigest sha256 = sha256();

    Evidence(Document document) {
        this.document = document;
    }

    /** The passage that a sentence is. */
    Passage passage(Sentence sentence) {
        return passages.computeIfAbsent(sentence.number(), n -> {
            var range = sentence.range();
            var note = sentence.note();
            return new Passage(
                    document.source().id(),
                    document.source().sha256(),
                    range.startInclusive(),
                    range.endExclusive(),
                    sentence.page(),
                    sentence.section(),
                    note == null ? null : document.note(note).number(),
                    sentence.number(),
                    digest(Normalizer.normalize(sentence.text().value(), Normalizer.Form.NFC)));
        });
    }

    /**
     * The tokens of the passage that says something in a sentence: the whole sentence, or of a long one the stretch between
     * semicolons or commas around the tokens from {@code from} to {@code to}.
     */
    static Clause stretch(Reading reading, int from, int to) {
        if (reading.sentence().range().length() <= LONG) {
            return new Clause(0, reading.size());
        }
        int first = from;
        while (first > 0 && from - first < MOST_AROUND && !isPart(reading.key(first - 1))) {
            first--;
        }
        int last = to;
        while (last < reading.size() && last - to < MOST_AROUND && !isPart(reading.key(last))) {
            last++;
        }
        return new Clause(first, last);
    }

    /** The passage that a stretch of tokens is. */
    Passage passage(Reading reading, Clause stretch) {
        var sentence = reading.sentence();
        if (stretch.from() == 0 && stretch.to() == reading.size()) {
            return passage(sentence);
        }
        int start = reading.token(stretch.from()).start();
        int end = reading.token(stretch.to() - 1).end();
        var range = sentence.text().source(start, end);
        var note = sentence.note();
        return new Passage(
                document.source().id(),
                document.source().sha256(),
                range.startInclusive(),
                range.endExclusive(),
                sentence.page(),
                sentence.section(),
                note == null ? null : document.note(note).number(),
                sentence.number(),
                digest(Normalizer.normalize(sentence.text().value().substring(start, end), Normalizer.Form.NFC)));
    }

    private static boolean isPart(String key) {
        return key.equals(";") || key.equals(",") || key.equals(":");
    }

    /** An id for a claim: the same for the same words at the same place, kind and type; a second one there is counted. */
    String id(Sentence sentence, String kind, String what) {
        var passage = passage(sentence);
        var base = String.join(
                "|", passage.document(), String.valueOf(passage.startInclusive()), passage.digest(), kind, what);
        int count = used.merge(base, 1, Integer::sum);
        return digest(base + "|" + count).substring(0, ID_DIGITS);
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
