package org.banggiao.text;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.corpus.SourceText;

/** Reads a source text into a {@link Document}. */
public final class DocumentReader {
    /** The document that a text holds. */
    public Document read(SourceText source) {
        String text = source.text();
        CodePoints codePoints = CodePoints.of(text);
        List<Sentence> sentences = new ArrayList<>();
        NormalText.Builder builder = new NormalText.Builder();
        int paragraph = 1;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isWhitespace(c)) {
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                if (builder.length() > 0) {
                    builder.append(' ', codePoints.at(i), codePoints.at(next));
                }
            } else {
                builder.append(text.substring(i, next), codePoints.at(i), codePoints.at(next));
            }
            i = next;
        }
        NormalText all = builder.build();
        int start = 0;
        for (int k = 0; k < all.length(); k++) {
            boolean end = k + 1 == all.length()
                    || (".!?".indexOf(all.value().charAt(k)) >= 0
                            && all.value().charAt(k + 1) == ' '
                            && k + 2 < all.length()
                            && Character.isUpperCase(all.value().charAt(k + 2)));
            if (end) {
                NormalText sentence = all.slice(start, k + 1);
                sentences.add(new Sentence(
                        sentences.size() + 1, paragraph, Kind.BODY, sentence, null, null, null, false, List.of()));
                start = Math.min(k + 2, all.length());
            }
        }
        return new Document(source, List.of(), sentences, List.of(), List.of(), List.of());
    }
}
