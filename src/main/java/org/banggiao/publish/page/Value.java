package org.banggiao.publish.page;

import java.util.Optional;

/**
 * A value as a page shows it.
 *
 * @param text in words
 * @param href where it leads, if anywhere
 * @param language of the text, where it is another than the page's (BCP 47)
 * @param note what stands after it, less prominent
 * @param code its exact form in the data, where the words are another
 */
public record Value(
        String text, Optional<String> href, Optional<String> language, Optional<String> note, Optional<String> code) {
    static Value of(String text) {
        return new Value(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Value withHref(Optional<String> to) {
        return new Value(text, to, language, note, code);
    }

    Value withNote(String after) {
        return after.isEmpty() ? this : new Value(text, href, language, Optional.of(after), code);
    }

    Value withCode(String exact) {
        return exact.equals(text) ? this : new Value(text, href, language, note, Optional.of(exact));
    }

    Value in(String otherLanguage) {
        return new Value(text, href, Optional.of(otherLanguage), note, code);
    }
}
