package org.banggiao.text;

import java.util.List;
import org.banggiao.corpus.SourceText;

/** Reads texts of tests. */
final class Texts {
    private Texts() {}

    static Document read(String text) {
        return new DocumentReader().read(SourceText.of("test", text));
    }

    /** The words of the sentences of a kind. */
    static List<String> words(Document document, Kind kind) {
        return document.sentences().stream()
                .filter(s -> s.kind() == kind)
                .map(s -> s.text().value())
                .toList();
    }

    /** The marks of a document, as {@code number@words before}. */
    static List<String> marks(Document document) {
        return document.sentences().stream()
                .flatMap(s -> s.marks().stream()
                        .map(m -> m.number() + "@" + lastWord(s.text().value().substring(0, m.position()))))
                .toList();
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** What stands at a range of the source. */
    static String at(Document document, Range range) {
        return document.source().slice(range.startInclusive(), range.endExclusive());
    }
}
