package org.banggiao.publish.reconcile;

import org.banggiao.publish.http.Problem;

/** A request that is answered by a problem. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static Refused bad(String detail) {
        return new Refused(new Problem(400, "bad-request", "Bad request", detail));
    }

    static Refused tooLarge(String detail) {
        return new Refused(new Problem(413, "request-too-large", "The request is too large", detail));
    }
}
