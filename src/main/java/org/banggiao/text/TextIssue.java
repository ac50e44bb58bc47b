package org.banggiao.text;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be doubtful in a text. */
public enum TextIssue implements Issue {
    /** Digits may be a number alone or a number and the mark of a note; they are left alone. */
    MARK_AMBIGUOUS("text-mark-ambiguous", Severity.WARNING),
    /** A note to which no mark points. */
    NOTE_UNTIED("text-note-untied", Severity.WARNING),
    /** A mark whose note is not in the text. */
    MARK_WITHOUT_NOTE("text-mark-without-note", Severity.INFO),
    /** A line in another encoding that could not be decoded. */
    ENCODING_UNKNOWN("text-encoding-unknown", Severity.WARNING),
    /** A space that was lost between two words was put in. */
    SPACE_RESTORED("text-space-restored", Severity.INFO),
    /** A sentence was longer than any is, and was cut. */
    SENTENCE_CUT("text-sentence-cut", Severity.WARNING),
    /** A stretch in another language was not read. */
    OTHER_LANGUAGE("text-other-language", Severity.INFO);

    private final String code;
    private final Severity severity;

    TextIssue(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
