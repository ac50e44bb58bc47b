package org.banggiao.conformance;

/**
 * What came of one case of a suite.
 *
 * @param test the IRI of the case
 * @param name what the suite calls it
 * @param subject what was tested
 * @param outcome how it went
 * @param note why, where it did not simply pass; or empty
 */
record Verdict(String test, String name, Subject subject, Outcome outcome, String note) {
    /** What is tested. */
    enum Subject {
        /** The service as anybody runs it. */
        SERVICE,
        /** The same, reading from a dataset that tests can write to. */
        WRITABLE
    }

    /** Results of EARL. */
    enum Outcome {
        PASSED,
        FAILED,
        INAPPLICABLE
    }

    /** Folder and name of the case: the last two parts of its address. */
    String key() {
        var parts = test.replace("manifest#", "").split("[/#]");
        return parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    static Verdict passed(Case test, Subject subject) {
        return new Verdict(test.iri(), test.name(), subject, Outcome.PASSED, "");
    }

    static Verdict failed(Case test, Subject subject, String why) {
        return new Verdict(test.iri(), test.name(), subject, Outcome.FAILED, why);
    }

    static Verdict inapplicable(Case test, Subject subject, String why) {
        return new Verdict(test.iri(), test.name(), subject, Outcome.INAPPLICABLE, why);
    }

    Verdict withOutcome(Outcome other, String why) {
        return new Verdict(test, name, subject, other, why);
    }

    Verdict withNote(String text) {
        return new Verdict(test, name, subject, outcome, text);
    }
}
