package org.banggiao.claim.curation;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with corrections. */
public enum CurationIssue implements Issue {
    /** A curation file cannot be read. */
    UNREADABLE("curation-unreadable", Severity.ERROR),
    /** A block of a curation file is not a correction. */
    BAD_BLOCK("curation-bad-block", Severity.ERROR),
    /** A correction is of a document that is not there. */
    DOCUMENT_UNKNOWN("curation-document-unknown", Severity.WARNING),
    /** The words that a correction rests on no longer stand in the text. */
    EVIDENCE_GONE("curation-evidence-gone", Severity.WARNING),
    /** Nothing is read any more that a correction is about. */
    CLAIM_GONE("curation-claim-gone", Severity.WARNING),
    /** Several readings fit a correction equally well. */
    AMBIGUOUS("curation-ambiguous", Severity.WARNING);

    private final String code;
    private final Severity severity;

    CurationIssue(String code, Severity severity) {
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
