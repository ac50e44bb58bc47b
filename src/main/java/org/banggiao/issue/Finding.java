package org.banggiao.issue;

/**
 * One occurrence of an issue.
 *
 * @param issue what is wrong
 * @param severity how bad it is here
 * @param location where
 * @param message one sentence: what was met, and what to do about it
 */
public record Finding(Issue issue, Severity severity, Location location, String message) {
    /** A finding of the issue's own severity. */
    public static Finding of(Issue issue, Location location, String message) {
        return new Finding(issue, issue.severity(), location, message);
    }

    /** One line: severity, code, place, message. */
    @Override
    public String toString() {
        return severity + " " + issue.code() + " " + location + ": " + message;
    }
}
