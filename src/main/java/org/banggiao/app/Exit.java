package org.banggiao.app;

import org.banggiao.graph.GraphIssue;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.PublishIssue;
import org.banggiao.publish.inbox.InboxIssue;
import org.banggiao.publish.permanent.PermanentIssue;
import org.banggiao.store.StoreIssue;

/** With which code a command ends. */
enum Exit {
    /** All was done. */
    DONE(0),
    /** The data was read, and is not as it ought to be. */
    DATA_FAULTS(1),
    /** The command line is wrong. */
    USAGE(2),
    /** An input is missing or cannot be read. */
    INPUT(3),
    /** The surroundings do not allow it: a port in use, a folder that cannot be written. */
    ENVIRONMENT(4),
    /** A fault of Banggiao itself. */
    INTERNAL(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The number that the operating system sees. */
    int code() {
        return code;
    }

    /** The exit that goes with what stopped a command: that of its first finding. */
    static Exit of(FaultException fault) {
        return switch (fault.findings().getFirst().issue()) {
            case AppIssue.HOME_MISSING, AppIssue.OUTPUT_UNWRITABLE -> ENVIRONMENT;
            case PublishIssue unused -> ENVIRONMENT;
            case PermanentIssue unused -> ENVIRONMENT;
            case InboxIssue.INBOX_UNUSABLE -> ENVIRONMENT;
            case InboxIssue.LINKS_FAULTY -> DATA_FAULTS;
            case GraphIssue.SHAPE_BROKEN, GraphIssue.CHECK_FAILED -> DATA_FAULTS;
            case GraphIssue.UNWRITABLE -> ENVIRONMENT;
            case StoreIssue.RELEASE_BUSY,
                    StoreIssue.RELEASE_UNWRITABLE,
                    StoreIssue.STORAGE_UNUSABLE,
                    StoreIssue.REMOTE_FAILS -> ENVIRONMENT;
            default -> INPUT;
        };
    }
}
