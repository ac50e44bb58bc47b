package org.banggiao.app.evaluate;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with records that are to be measured. */
public enum EvaluateIssue implements Issue {
    /** A file of records, or a folder of such files, is missing or cannot be read. */
    FILE_UNREADABLE("evaluate-file-unreadable"),
    /** A line is not in the record format. */
    BAD_RECORD("evaluate-bad-record"),
    /** The first line of a gold file does not say which range of which document it covers. */
    BAD_RANGE("evaluate-bad-range");

    private final String code;

    EvaluateIssue(String code) {
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
