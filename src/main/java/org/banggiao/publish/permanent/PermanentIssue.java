package org.banggiao.publish.permanent;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the queries that are kept. */
public enum PermanentIssue implements Issue {
    /** The file of permanent queries is not what this program wrote, or cannot be read. */
    QUERIES_DAMAGED("publish-queries-damaged");

    private final String code;

    PermanentIssue(String code) {
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
