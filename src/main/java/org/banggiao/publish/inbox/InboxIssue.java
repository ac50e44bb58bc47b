package org.banggiao.publish.inbox;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can be wrong with the links that archives have sent. */
public enum InboxIssue implements Issue {
    /** The file of the inbox is not what this program wrote, cannot be read, or belongs to another process. */
    INBOX_UNUSABLE("publish-inbox-unusable"),
    /** A table of links has faults. */
    LINKS_FAULTY("publish-links-faulty");

    private final String code;

    InboxIssue(String code) {
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
