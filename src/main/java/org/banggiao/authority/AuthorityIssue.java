package org.banggiao.authority;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the authority data. */
public enum AuthorityIssue implements Issue {
    /** A table is missing or cannot be read. */
    TABLE_UNREADABLE("authority-table-unreadable"),
    /** A row has the wrong number of columns, a bad key or a bad year. */
    BAD_ROW("authority-bad-row"),
    /** Two rows bear one key. */
    DOUBLE_KEY("authority-double-key"),
    /** A row names a key that no row bears. */
    UNKNOWN_KEY("authority-unknown-key"),
    /** Two persons hold one post of one country at one time. */
    TWO_HOLDERS("authority-two-holders");

    private final String code;

    AuthorityIssue(String code) {
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
