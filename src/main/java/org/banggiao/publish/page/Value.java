package org.banggiao.publish.page;

import java.util.Optional;

/**
 * A value as a page shows it.
 *
 * @param text in words
 * @param quoted what stands after it in the words of a source, which are Vietnamese
 * @param href where it leads, if anywhere
 * @param language of the text, where it is another than the page's (BCP 47)
 * @param note what stands after it, less prominent
 * @param code its exact form in the data, where the words are another
 */
public record Value(
        String text,
        Optional<String> quoted,
        Optional<String> href,
        Optional<String> language,
        Optional<String> note,
        Optional<String> code) {
    static Value of(String text) {
        return new Value(
                text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Value withHref(Optional<String> to) {
        return new Value(text, quoted, to, language, note, code);
    }

    Value withQuoted(String words) {
        return words.isEmpty() ? this : new Value(text, Optional.of(words), href, language, note, code);
    }

    /** All its words in a line. */
    String words() {
        return (text + quoted.map(q -> " “" + q + "”").orElse("")).strip();
    }

    Value withNote(String after) {
        return after.isEmpty() ? this : new Value(text, quoted, href, language, Optional.of(after), code);
    }

    Value withCode(String exact) {
        return exact.equals(text) ? this : new Value(text, quoted, href, language, note, Optional.of(exact));
    }

    Value in(String otherLanguage) {
        return new Value(text, quoted, href, Optional.of(otherLanguage), note, code);
    }
}
