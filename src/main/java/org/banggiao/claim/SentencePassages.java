package org.banggiao.claim;

import java.util.List;
import org.banggiao.text.Document;

/** The sentences of a document as passages: where each stands, and a digest of its words. */
public final class SentencePassages {
    private SentencePassages() {}

    /** A passage for each sentence, in the order of the document. */
    public static List<Passage> of(Document document) {
        var evidence = new Evidence(document);
        return document.sentences().stream().map(evidence::passage).toList();
    }
}
