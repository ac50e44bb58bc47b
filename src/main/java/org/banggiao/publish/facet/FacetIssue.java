package org.banggiao.publish.facet;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the shapes that lists and facets are made from. */
public enum FacetIssue implements Issue {
    /** The file is not there, is no Turtle, or describes no list or facet that can be made. */
    BAD_FACETS("publish-bad-facets");

    private final String code;

    FacetIssue(String code) {
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
