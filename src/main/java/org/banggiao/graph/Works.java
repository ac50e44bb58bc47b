package org.banggiao.graph;

import java.util.List;
import java.util.Locale;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.EventType;

/** Ties aid to the works that it pays for: what a passage gives and, in the same sentence, begins, completes or hands over. */
final class Works {
    private Works() {}

    /** Whether a flow funds what an event says was begun, completed or handed over. */
    static boolean funds(Subject flow, Subject event) {
        return flow.claims().stream()
                .anyMatch(a -> event.claims().stream().anyMatch(b -> isSentence(a, b) && isSameWork(a, b)));
    }

    private static boolean isSentence(Claim a, Claim b) {
        var x = a.said().statedIn();
        var y = b.said().statedIn();
        return x.document().equals(y.document()) && x.sentence() == y.sentence();
    }

    private static boolean isSameWork(Claim a, Claim b) {
        if (!(a instanceof AidFlow flow && b instanceof DiplomaticEvent event)
                || event.type() != EventType.PROJECT
                || event.about() == null) {
            return false;
        }
        var about = " " + event.about().toLowerCase(Locale.ROOT) + " ";
        return flow.items().stream()
                .map(AidFlow.Item::what)
                .map(w -> " " + w.toLowerCase(Locale.ROOT) + " ")
                .anyMatch(w -> about.contains(w) || w.contains(about));
    }

    /** Subjects of projects. */
    static List<Subject> projects(List<Subject> subjects) {
        return subjects.stream()
                .filter(s -> s.resourceClass() == Subject.Class.EVENT
                        && s.claims().get(0) instanceof DiplomaticEvent e
                        && e.type() == EventType.PROJECT)
                .toList();
    }
}
