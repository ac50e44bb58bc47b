package org.banggiao.store;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with RDF to load, and with releases. */
public enum StoreIssue implements Issue {
    /** There is no RDF file at the path, or it cannot be read. */
    RDF_MISSING("store-rdf-missing", Severity.ERROR),
    /** The name of the file does not say which RDF syntax it has. */
    RDF_FORMAT("store-rdf-format", Severity.ERROR),
    /** The file is not in its syntax. */
    RDF_SYNTAX("store-rdf-syntax", Severity.ERROR),
    /** The file reads, but something in it is odd. */
    RDF_DOUBTFUL("store-rdf-doubtful", Severity.WARNING),
    /** There is nothing to publish. */
    RDF_EMPTY("store-rdf-empty", Severity.ERROR),
    /** The folder holds no release. */
    RELEASE_MISSING("store-release-missing", Severity.ERROR),
    /** A file of the release is not what it was when the release was made. */
    RELEASE_DAMAGED("store-release-damaged", Severity.ERROR),
    /** The release was made by another version of this program. */
    RELEASE_VERSION("store-release-version", Severity.ERROR),
    /** Another process is making a release in the folder. */
    RELEASE_BUSY("store-release-busy", Severity.ERROR),
    /** The release could not be written. */
    RELEASE_UNWRITABLE("store-release-unwritable", Severity.ERROR),
    /** The storage beside the release cannot be used. */
    STORAGE_UNUSABLE("store-storage-unusable", Severity.ERROR),
    /** The settings of a remote store cannot be used. */
    REMOTE_SETTING("store-remote-setting", Severity.ERROR),
    /** The remote store does not answer as a SPARQL 1.1 endpoint does. */
    REMOTE_FAILS("store-remote-fails", Severity.ERROR),
    /** The remote store holds nothing that can be served, or something else than the release beside it. */
    REMOTE_CONTENT("store-remote-content", Severity.ERROR);

    private final String code;
    private final Severity severity;

    StoreIssue(String code, Severity severity) {
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
