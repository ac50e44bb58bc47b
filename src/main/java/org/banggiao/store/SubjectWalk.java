package org.banggiao.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the quads of two releases side by side, subject by subject. Both are sorted in the same manner, so that neither is
 * held in memory; subjects without an address are passed over, since their labels mean nothing beyond their file.
 */
public final class SubjectWalk {
    private final Visitor visitor;
    private final Iterator<Quad> before;
    private @Nullable Quad ahead;

    private SubjectWalk(Iterator<Quad> before, Visitor visitor) {
        this.before = before;
        this.visitor = visitor;
    }

    /** Is shown each subject once. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * A subject.
         *
         * @param before its quads in the release before; empty where it was not there
         * @param now its quads in the new release; empty where it is there no more
         */
        void visit(Node subject, List<Quad> before, List<Quad> now);
    }

    /** Shows all subjects of two releases, in the order of their addresses. */
    public static void over(KeptRelease before, ReleasePart.Quads now, Visitor visitor) throws IOException {
        var old = before.quads();
        try {
            new SubjectWalk(old, visitor).go(now);
        } finally {
            old.close();
        }
    }

    private void go(ReleasePart.Quads now) throws IOException {
        advance();
        var group = new ArrayList<Quad>();
        now.forEach(quad -> {
            if (!group.isEmpty() && !group.getFirst().getSubject().equals(quad.getSubject())) {
                visit(group);
                group.clear();
            }
            if (quad.getSubject().isURI()) {
                group.add(quad);
            }
        });
        if (!group.isEmpty()) {
            visit(group);
        }
        while (ahead != null) {
            visitor.visit(ahead.getSubject(), nextGroup(), List.of());
        }
    }

    private void visit(List<Quad> now) {
        var subject = now.getFirst().getSubject();
        while (ahead != null && order(ahead.getSubject(), subject) < 0) {
            visitor.visit(ahead.getSubject(), nextGroup(), List.of());
        }
        boolean isOld = ahead != null && ahead.getSubject().equals(subject);
        visitor.visit(subject, isOld ? nextGroup() : List.of(), List.copyOf(now));
    }

    /** The order of lines that begin with these subjects. */
    private static int order(Node one, Node other) {
        return SortedQuads.compareUtf8("<" + one.getURI() + ">", "<" + other.getURI() + ">");
    }

    private List<Quad> nextGroup() {
        var group = new ArrayList<Quad>();
        while (ahead != null
                && (group.isEmpty() || group.getFirst().getSubject().equals(ahead.getSubject()))) {
            group.add(ahead);
            advance();
        }
        return group;
    }

    private void advance() {
        do {
            ahead = before.hasNext() ? before.next() : null;
        } while (ahead != null && !ahead.getSubject().isURI());
    }
}
