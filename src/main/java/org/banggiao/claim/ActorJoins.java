package org.banggiao.claim;

import java.util.List;
import java.util.Set;
import org.banggiao.mention.Reading;

/** Tells which actors of a sentence stand together as one group: joined by "và", a comma of a list, or doing it together. */
final class ActorJoins {
    private static final int LONGEST_OFFICE = 9;
    private static final int LONGEST_NAME = 6;
    private static final Set<String> TURNS = Set.of("còn", "nhưng", "song", "riêng");
    private static final Set<String> JOINING = Set.of("và", "với", "cùng");
    private static final int NEAR = 4;
    private static final int JOINED = 10;

    private final Reading reading;
    private final List<Timeline.Dated> dates;
    private final List<Sides.Actor> actors;

    ActorJoins(Reading reading, List<Timeline.Dated> dates, List<Sides.Actor> actors) {
        this.reading = reading;
        this.dates = dates;
        this.actors = actors;
    }

    /** "Phối hợp chặt chẽ với": who does something together with another. */
    private boolean isTogether(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.key(i).equals(",")) {
                return false;
            }
        }
        for (int i = from; i + 1 < to; i++) {
            if (reading.lower(i).equals("phối") && reading.lower(i + 1).equals("hợp")) {
                return true;
            }
        }
        return false;
    }

    /** Whether two that follow one another are of one group. */
    boolean joins(Sides.Actor a, Sides.Actor b) {
        if (a.from() == b.from()) {
            return true;
        }
        int gap = b.from() - a.to();
        if (gap == 0 && a.ref().code().equals(b.ref().code())) {
            // "Thủ tướng Na Uy Bratteli": the country and the person.
            return true;
        }
        boolean far = gap > NEAR && !isOffice(a.to(), b.from()) && !isTogether(a.to(), b.from());
        if (gap < 0 || (gap > JOINED && !isOffice(a.to(), b.from())) || far || isTurn(a.to(), b.from())) {
            return false;
        }
        if (dates.stream().anyMatch(d -> d.span().from() >= a.to() && d.span().to() <= b.from())) {
            return false;
        }
        for (int i = a.to(); i < b.from(); i++) {
            var word = reading.lower(i);
            if (word.equals("và")
                    || (word.equals(",") && (gap > 1 || isListed(a, b)))
                    || word.equals("-")
                    || word.equals("–")
                    || word.equals("với")
                    || word.equals("cùng")
                    || word.equals("cả")) {
                return true;
            }
        }
        return false;
    }

    /** "A, còn B": who is spoken of apart. */
    private boolean isTurn(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (reading.key(i).equals(",") && TURNS.contains(reading.lower(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two between which a comma stands are of one list: "A, B và C", "A, B, C"; not "khi vào A, B tuyên bố". */
    private boolean isListed(Sides.Actor a, Sides.Actor b) {
        var next = reading.lower(b.to());
        boolean goesOn = (next.equals("và") || next.equals(",") || next.equals("cùng"))
                && actors.stream().anyMatch(c -> c.from() > b.to() && c.from() - b.to() <= NEAR);
        boolean began = reading.key(a.from() - 1).equals(",") && actors.stream().anyMatch(z -> z.to() == a.from() - 1);
        return goesOn || began;
    }

    /** "Bộ trưởng Ngoại giao A Ekblad và Bộ trưởng Ngoại giao B": only a name, "và" and an office stand between. */
    private boolean isOffice(int begin, int to) {
        int from = begin;
        while (from < Math.min(to, begin + LONGEST_NAME)
                && (reading.token(from).isCapitalised() || reading.key(from).equals("."))) {
            from++;
        }
        if (to - from > LONGEST_OFFICE || !JOINING.contains(reading.lower(from))) {
            return false;
        }
        for (var type : List.of("office", "%title", "%body")) {
            if (reading.starts(from + 1, type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands between two persons joins them, as in "Xađát và Thủ tướng Bêghin": "và" or "với" stands between, and a post at most. */
    boolean joinsPersons(int from, int to) {
        if (to <= from || !JOINING.contains(reading.lower(from))) {
            return false;
        }
        return to - from == 1 || isOffice(from, to) || isTitled(from + 1, to);
    }

    private boolean isTitled(int from, int to) {
        return to - from <= LONGEST_OFFICE && reading.starts(from, "%title");
    }
}
