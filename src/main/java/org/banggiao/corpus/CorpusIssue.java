package org.banggiao.corpus;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the files of a corpus. */
public enum CorpusIssue implements Issue {
    /** There is no file or directory of that name. */
    FILE_MISSING("corpus-file-missing"),
    /** The file is there, but reading it failed. */
    FILE_UNREADABLE("corpus-file-unreadable"),
    /** The file has no bytes, or no text in it. */
    FILE_EMPTY("corpus-file-empty"),
    /** The file holds zero bytes, as no text does. */
    FILE_BINARY("corpus-file-binary"),
    /** The file is larger than the limit in force. */
    FILE_TOO_LARGE("corpus-file-too-large"),
    /** The bytes are not UTF-8. */
    NOT_UTF8("corpus-not-utf8"),
    /** No reader for files of this type. */
    TYPE_UNSUPPORTED("corpus-type-unsupported"),
    /** The file says what it is, but cannot be read as that. */
    FILE_DAMAGED("corpus-file-damaged"),
    /** A directory without a single text. */
    DIRECTORY_WITHOUT_TEXTS("corpus-directory-without-texts"),
    /** Two files would have one id. */
    ID_DUPLICATE("corpus-id-duplicate");

    private final String code;

    CorpusIssue(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
