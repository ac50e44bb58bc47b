package org.banggiao.publish;

import org.banggiao.issue.Issue;
import org.banggiao.issue.Severity;

/** What can keep the service from starting. */
public enum PublishIssue implements Issue {
    /** Another program listens on the port. */
    PORT_IN_USE("publish-port-in-use"),
    /** The address or a setting cannot be used. */
    BAD_SETTING("publish-bad-setting");

    private final String code;

    PublishIssue(String code) {
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
