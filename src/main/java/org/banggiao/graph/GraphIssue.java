package org.banggiao.graph;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the graph, its ontology files and its table of keys. */
public enum GraphIssue implements Issue {
    /** A file of the ontology is missing or cannot be read. */
    ONTOLOGY_UNREADABLE("graph-ontology-unreadable", Severity.ERROR),
    /** A file to be checked or a source description is no RDF. */
    RDF_UNREADABLE("graph-rdf-unreadable", Severity.ERROR),
    /** A line of the table of keys is not right. */
    IDENTIFIERS_BAD_ROW("graph-identifiers-bad-row", Severity.ERROR),
    /** The table of keys cannot be read or written. */
    IDENTIFIERS_UNREADABLE("graph-identifiers-unreadable", Severity.ERROR),
    /** A claim names a key that the authority data do not have. */
    UNKNOWN_AUTHORITY_KEY("graph-unknown-authority-key", Severity.WARNING),
    /** A claim names a state or body at a date when it did not exist. */
    ACTOR_OUTSIDE_LIFE("graph-actor-outside-life", Severity.WARNING),
    /** No claim of a flow says who gives, or none says who receives. */
    INCOMPLETE_FLOW("graph-incomplete-flow", Severity.WARNING),
    /** A shape of the ontology is broken. */
    SHAPE_BROKEN("graph-shape-broken", Severity.ERROR),
    /** A check of the ontology found a row. */
    CHECK_FAILED("graph-check-failed", Severity.ERROR),
    /** The graph cannot be written. */
    UNWRITABLE("graph-unwritable", Severity.ERROR);

    private final String code;
    private final Severity severity;

    GraphIssue(String code, Severity severity) {
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
