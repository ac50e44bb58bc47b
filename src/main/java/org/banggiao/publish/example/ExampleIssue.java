package org.banggiao.publish.example;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the example queries. */
public enum ExampleIssue implements Issue {
    /** A file cannot be read, or is no example query. */
    UNREADABLE("publish-example-unreadable"),
    /** A query takes longer than a query may. */
    TOO_SLOW("publish-example-too-slow");

    private final String code;

    ExampleIssue(String code) {
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
