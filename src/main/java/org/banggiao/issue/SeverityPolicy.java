package org.banggiao.issue;

import java.util.Map;

/**
 * Which severity each issue has in a given run: strictness is configuration, not code.
 *
 * @param overrides severities by issue code, for those that differ from the issue's own
 */
public record SeverityPolicy(Map<String, Severity> overrides) {
    /** Every issue has its own severity. */
    public static final SeverityPolicy DEFAULT = new SeverityPolicy(Map.of());

    public SeverityPolicy {
        overrides = Map.copyOf(overrides);
    }

    /** The same finding, with the severity that this policy gives its issue. */
    public Finding apply(Finding finding) {
        var severity = overrides.getOrDefault(finding.issue().code(), finding.severity());
        return new Finding(finding.issue(), severity, finding.location(), finding.message());
    }
}
