package org.banggiao.app;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.banggiao.claim.Passage;
import org.banggiao.text.Document;
import org.banggiao.text.NormalText;
import org.banggiao.text.Sentence;

/** The repaired words of passages, where their document is at hand. For the private part of a release, never for its RDF. */
final class PassageTexts {
    private final Map<String, Document> documents = new HashMap<>();

    /** Passages of these documents, known by the SHA-256 of their text. */
    PassageTexts(Iterable<Document> documents) {
        documents.forEach(document -> this.documents.put(document.source().sha256(), document));
    }

    /** The words of a passage with single spaces; empty where its text is not at hand. */
    String of(Passage passage) {
        Document document = documents.get(passage.fileSha256());
        if (document == null) {
            return "";
        }
        boolean isInNote = passage.note() != null;
        // A note at the foot of a page can stand inside a sentence of the body: only one of the two is meant.
        return document.sentences().stream()
                .filter(sentence -> (sentence.note() != null) == isInNote)
                .filter(sentence -> sentence.range().startInclusive() < passage.endExclusive()
                        && passage.startInclusive() < sentence.range().endExclusive())
                .map(sentence -> part(sentence, passage))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(Sentence sentence, Passage passage) {
        NormalText text = sentence.text();
        int from = text.indexAt(passage.startInclusive());
        return text.value()
                .substring(from, Math.max(from, text.indexAt(passage.endExclusive())))
                .strip();
    }
}
