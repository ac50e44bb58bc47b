package org.banggiao.issue;

/** How bad a finding is, from least to worst. */
public enum Severity {
    /** Worth knowing; nothing needs to be done. */
    INFO,
    /** Doubtful: somebody ought to look. */
    WARNING,
    /** Wrong: what it concerns was not used, or the work was refused. */
    ERROR
}
