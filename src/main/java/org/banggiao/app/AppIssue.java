package org.banggiao.app;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What the surroundings of a command can lack. */
enum AppIssue implements Issue {
    /** The folder with Banggiao's own data and ontology is not found. */
    HOME_MISSING("app-home-missing"),
    /** A folder or file cannot be written. */
    OUTPUT_UNWRITABLE("app-output-unwritable"),
    /** There is no such document, or nothing at the position that was asked for. */
    POSITION_UNKNOWN("app-position-unknown");

    private final String code;

    AppIssue(String code) {
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
