package org.banggiao.publish.facet;

import java.util.List;

/** Thrown where an address says no state of a list: its message says what is wrong and what to do, in English. */
public final class BadStateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What can be wrong. */
    public enum Wrong {
        /** The list has no such parameter. */
        PARAMETER("unknown-parameter", "No such parameter"),
        /** What the parameter says is nothing in this release. */
        VALUE("unknown-value", "No such value"),
        /** What the parameter says cannot be one of its values, in any release. */
        FORM("bad-value", "Not a value of this parameter");

        private final String kind;
        private final String title;

        Wrong(String kind, String title) {
            this.kind = kind;
            this.title = title;
        }

        /** The kind of problem, as addresses name it. */
        public String kind() {
            return kind;
        }

        public String title() {
            return title;
        }
    }

    private final Wrong wrong;
    private final String parameter;
    private final String value;
    private final List<String> allowed;

    BadStateException(Wrong wrong, String parameter, String value, List<String> allowed, String message) {
        super(message);
        this.wrong = wrong;
        this.parameter = parameter;
        this.value = value;
        this.allowed = List.copyOf(allowed);
    }

    public Wrong wrong() {
        return wrong;
    }

    /** The parameter, as it was sent. */
    public String parameter() {
        return parameter;
    }

    /** Its value, as it was sent; cut where long. */
    public String value() {
        return value;
    }

    /** What could stand there instead; empty where too much could. */
    public List<String> allowed() {
        return allowed;
    }
}
