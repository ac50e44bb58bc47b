package org.banggiao.corpus;

import java.nio.file.Path;

/** The text inside files of formats that are not plain text. */
final class FormattedText {
    private FormattedText() {}

    static String extract(Path file, byte[] bytes, String mediaType) {
        throw new CorpusException(
                CorpusIssue.TYPE_UNSUPPORTED,
                file,
                file + " is " + mediaType + " (" + bytes.length + " bytes), which is not read yet: give UTF-8 text.");
    }
}
