package org.banggiao.corpus;

import java.nio.file.Path;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/** A text cannot be read; the message says in a sentence which, why, and what to do. */
public final class CorpusException extends FaultException {
    private static final long serialVersionUID = 1L;

    CorpusException(CorpusIssue issue, Path file, String message) {
        super(issue, Location.of(file.toString()), message);
    }

    CorpusException(CorpusIssue issue, Path file, String message, Throwable cause) {
        super(issue, Location.of(file.toString()), message, cause);
    }
}
