package org.banggiao.issue;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where work cannot go on; its message is what a user reads, its findings say what, where and what to do. */
public class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public FaultException(List<Finding> findings) {
        super(findings.stream().map(Finding::message).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    public FaultException(Issue issue, Location location, String message) {
        this(List.of(Finding.of(issue, location, message)));
    }

    public FaultException(Issue issue, Location location, String message, Throwable cause) {
        this(issue, location, message);
        initCause(cause);
    }

    /** What is wrong, at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
