package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;

/** Says which persons signed an instrument: those who stand last before the word of signing, or behind "do". */
final class Signers {
    private static final int MOST = 4;
    private static final int HELP = 12;
    private static final int REACH = 60;
    private static final int BEHIND = 28;
    private static final Set<String> ON_BEHALF = Set.of("thay", "đại", "thừa");
    private static final Set<String> JOINS = Set.of("và", "cùng", "với");

    private final Scene scene;

    Signers(Scene scene) {
        this.scene = scene;
    }

    /** Who signed, in the order of the text; empty where none is named. */
    List<PersonRef> persons(InstrumentClaims.Named it) {
        var spans = spans(it);
        return spans.isEmpty()
                ? List.of()
                : scene.personsIn(
                        spans.get(0).from(), spans.get(spans.size() - 1).to());
    }

    /** The countries of those who signed, as far as they are known persons. */
    List<ActorRef> countries(InstrumentClaims.Named it) {
        var out = new ArrayList<ActorRef>();
        for (var span : spans(it)) {
            var code = span.is("person.known") ? scene.sides.countryOf(span) : null;
            if (code != null && out.stream().noneMatch(a -> a.code().equals(code))) {
                out.add(scene.sides.contextual(code));
            }
        }
        return out;
    }

    private List<Span> spans(InstrumentClaims.Named it) {
        var signing = it.signing();
        if (signing != null && signing.active()) {
            return before(scene.clauseOf(it.first()).from(), signing.from());
        }
        return behind(it.span());
    }

    /** The persons that "và" joins, the last of whom signs: no other actor stands between, unless they act for it. */
    private List<Span> before(int from, int to) {
        var reading = scene.reading;
        var all = reading.all("person").stream()
                .filter(p -> p.from() >= Math.max(from, to - REACH) && p.to() <= to)
                .filter(p -> !reading.lower(p.from() - 1).equals("của"))
                .toList();
        all = all.stream().filter(p -> !isHelper(reading, p.from())).toList();
        if (all.isEmpty() || isOther(all.get(all.size() - 1).to(), to)) {
            return List.of();
        }
        int first = all.size() - 1;
        while (first > 0
                && isJoined(reading, all.get(first - 1).to(), all.get(first).from())) {
            first--;
        }
        return all.size() - first > MOST ? List.of() : all.subList(first, all.size());
    }

    /** "dưới sự trung gian của Thủ tướng …" */
    private static boolean isHelper(Reading reading, int at) {
        for (int i = at - 1; i >= Math.max(0, at - HELP); i--) {
            if (reading.key(i).equals(",")) {
                return false;
            }
            if (reading.starts(i, "%mediated")) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody else stands in a stretch, for whom the person before does not act. */
    private boolean isOther(int from, int to) {
        for (int i = from; i < to; i++) {
            if (ON_BEHALF.contains(scene.reading.lower(i))) {
                return false;
            }
        }
        return scene.actors.stream().anyMatch(a -> a.from() >= from && a.to() <= to);
    }

    private static boolean isJoined(Reading reading, int from, int to) {
        if (to <= from) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (JOINS.contains(reading.lower(i))) {
                return true;
            }
        }
        return to - from == 1 && reading.key(from).equals(",");
    }

    private List<Span> behind(Span name) {
        int by = by(name);
        if (by < 0) {
            return List.of();
        }
        int end = scene.clauseOf(name).to();
        for (var other : scene.instruments) {
            if (other.from() >= name.to()) {
                end = Math.min(end, other.from());
            }
        }
        int limit = end;
        var all = scene.reading.all("person").stream()
                .filter(p -> p.from() > by && p.to() <= limit && p.from() - by <= REACH)
                .toList();
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    /** The place of "do" behind a name, which a verb of signing or "thừa ủy nhiệm" follows; -1 where there is none. */
    private int by(Span name) {
        var clause = scene.clauseOf(name);
        for (int i = name.to(); i < Math.min(clause.to(), name.to() + BEHIND); i++) {
            if (scene.reading.lower(i).equals("do")) {
                for (int k = i + 1; k < clause.to() && k <= i + REACH; k++) {
                    if (scene.reading.starts(k, "%sign.by")
                            || scene.reading.lower(k).equals("thừa")) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }
}
