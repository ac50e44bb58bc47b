package org.banggiao.claim;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be doubtful or wrong when claims are read from texts or files. */
public enum ClaimIssue implements Issue {
    /** A sentence gives a date and an act, and no claim came of it. */
    DATED_SENTENCE_UNREAD("claim-dated-sentence-unread", Severity.INFO),
    /** A sentence gives a month or day, and no act was found in it. */
    DATE_WITHOUT_ACT("claim-date-without-act", Severity.INFO),
    /** A date leaves out what nothing before it says. */
    DATE_UNRESOLVED("claim-date-unresolved", Severity.INFO),
    /** A date's words name no day of the calendar. */
    DATE_IMPOSSIBLE("claim-date-impossible", Severity.WARNING),
    /** A line of a claims file is not a claim. */
    FILE_BAD_LINE("claim-file-bad-line", Severity.ERROR),
    /** A claims file cannot be read or written. */
    FILE_UNREADABLE("claim-file-unreadable", Severity.ERROR);

    private final String code;
    private final Severity severity;

    ClaimIssue(String code, Severity severity) {
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
