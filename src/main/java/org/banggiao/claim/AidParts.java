package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/** Cuts clauses into the parts that speak of one giving each, and parts into the chunks that they list. */
final class AidParts {
    private static final int LONGEST_THING = 14;
    private static final int SUBJECT = 5;

    private final Scene scene;
    private final AidFigures figures;
    private final List<Span> words;

    /**
     * A stretch of a clause with its word of giving; without one it goes on with what was said before.
     *
     * @param stretch the stretch
     * @param clause the clause that it is part of
     * @param word the word of giving, or null
     */
    record Part(Clause stretch, Clause clause, @Nullable Span word) {}

    AidParts(Scene scene) {
        this.scene = scene;
        figures = new AidFigures(scene);
        words = figures.words();
    }

    /** The parts of a clause: it is cut before a word of giving that follows a comma or "và", or has its own subject there. */
    List<Part> of(Clause clause, boolean goesOn) {
        var inside = words.stream().filter(w -> clause.holds(w.from())).toList();
        if (inside.isEmpty()) {
            return goesOn ? List.of(new Part(clause, clause, null)) : List.of();
        }
        var by = inside.stream().filter(w -> thing(w).equals("around")).findFirst();
        if (by.isPresent()) {
            return List.of(new Part(clause, clause, by.get()));
        }
        var parts = new ArrayList<Part>();
        int from = clause.from();
        var word = inside.get(0);
        for (var next : inside.subList(1, inside.size())) {
            int cut = cut(word.to(), next.from());
            if (cut >= 0) {
                parts.add(new Part(new Clause(from, cut), clause, word));
                from = cut;
                word = next;
            }
        }
        parts.add(new Part(new Clause(from, clause.to()), clause, word));
        return parts;
    }

    /** Whether what was read as the name of an instrument tells what two agree on. */
    boolean isClause(Span instrument) {
        return figures.isClause(instrument);
    }

    /** Whether a part goes on with another part of its clause. */
    boolean isFollowing(Part part) {
        return part.stretch().from() > part.clause().from();
    }

    private static String thing(Span word) {
        return word.value() instanceof Aid aid ? aid.thing() : "";
    }

    /** Where what a word of giving opens begins, between the word before it and itself; -1 where both are of one part. */
    private int cut(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            var word = scene.reading.lower(i);
            if (word.equals("và") && from == i && i == to - 1) {
                // "xây dựng và cải tạo" is one word of giving.
                return -1;
            }
            if (word.equals(",")
                    || word.equals(":")
                    || word.equals("và")
                    || word.equals("thời")
                    || word.equals("còn")
                    || word.equals("nhưng")) {
                int at = i;
                if (joinsActors(at)) {
                    continue;
                }
                boolean subject = to - i <= SUBJECT
                        || scene.actors.stream().anyMatch(a -> a.from() > at && a.to() <= to)
                        || scene.reading.starts(i + 1, "%aid.mood");
                boolean turns = scene.reading.starts(i + 1, "%turn")
                        || scene.dates.stream()
                                .anyMatch(d -> d.span().from() > at && d.span().to() <= to);
                subject |= turns && to - i <= LONGEST_THING;
                // "Năm" alone is a year more often than five.
                boolean figure = scene.reading.all("amount").stream()
                        .anyMatch(a -> a.from() > at
                                && a.to() <= to
                                && !(a.to() - a.from() == 1
                                        && scene.reading.lower(a.from()).equals("năm")));
                return subject && !figure ? i + 1 : -1;
            }
        }
        return -1;
    }

    /** Whether a comma or "và" joins two actors. */
    private boolean joinsActors(int at) {
        return scene.actors.stream().anyMatch(a -> a.to() == at || a.to() == at - 1)
                && scene.actors.stream().anyMatch(a -> a.from() == at + 1 || a.from() == at + 2);
    }

    /** Stretches of a part between commas and "và" that stand in no brackets. */
    List<Clause> chunks(Part part) {
        return chunks(part.stretch());
    }

    private List<Clause> chunks(Clause stretch) {
        var chunks = new ArrayList<Clause>();
        int from = stretch.from();
        int depth = 0;
        for (int i = stretch.from(); i < stretch.to(); i++) {
            var key = scene.reading.key(i);
            depth = Math.max(0, depth + (key.equals("(") ? 1 : key.equals(")") ? -1 : 0));
            boolean cut = key.equals(",") || scene.reading.lower(i).equals("và") || isRise(from, i) || isBeside(i);
            if (cut && depth == 0 && i > from && !scene.reading.covered(i, "date") && !isWorth(stretch, i + 1)) {
                chunks.add(new Clause(from, i));
                from = i + 1;
            }
        }
        if (from < stretch.to()) {
            chunks.add(new Clause(from, stretch.to()));
        }
        return chunks;
    }

    /** Whether "lên" parts two sums: "tăng từ 3 triệu năm 1993 lên 5 triệu năm 1996". */
    private boolean isRise(int from, int at) {
        boolean rise = List.of("lên", "xuống", "còn").contains(scene.reading.lower(at));
        return rise
                && scene.reading.all("amount").stream().anyMatch(a -> a.from() >= from && a.to() <= at)
                && scene.reading.all("amount").stream().anyMatch(a -> a.from() > at && a.from() - at <= 3);
    }

    /** Whether "cùng" adds something that is not counted: "20 tấn vải cùng nhiều thuốc men". */
    private boolean isBeside(int at) {
        return scene.reading.lower(at).equals("cùng") && scene.reading.starts(at + 1, "%vague");
    }

    /** Whether the next stretch up to a comma only says what is worth how much: "hai cầu, trị giá 3 triệu". */
    private boolean isWorth(Clause stretch, int from) {
        boolean worth = false;
        for (int i = from; i < stretch.to() && !scene.reading.key(i).equals(","); i++) {
            if (scene.reading.starts(i, "money")) {
                return worth;
            }
            if (scene.reading.starts(i, "aid") || scene.reading.starts(i, "measure")) {
                return false;
            }
            worth |= scene.reading.starts(i, "%worth");
        }
        return false;
    }

    /** What a part says of the whole: up to "trong đó" or "gồm". */
    Clause whole(Part part) {
        for (int i = part.stretch().from() + 1; i < part.stretch().to(); i++) {
            if (isOfWhich(i)) {
                return new Clause(part.stretch().from(), i);
            }
        }
        return part.stretch();
    }

    /** Whether "trong đó" begins at a token. */
    boolean isOfWhich(int at) {
        var word = scene.reading.lower(at);
        var next = scene.reading.lower(at + 1);
        boolean parts = word.equals("gồm") || (word.equals("bao") && next.equals("gồm"));
        return (word.equals("trong") && next.equals("đó"))
                || (parts && scene.reading.key(at - 1).equals(","));
    }

    /** The things that a stretch without figures lists: of its chunks those that begin with a word for something given. */
    List<Clause> things(Clause stretch) {
        var things = new ArrayList<Clause>();
        for (var chunk : chunks(stretch)) {
            boolean named = false;
            for (int i = chunk.from(); i < Math.min(chunk.to(), chunk.from() + 4); i++) {
                named |= scene.reading.starts(i, "%category");
            }
            if (named || things.isEmpty()) {
                things.add(chunk);
            } else {
                break;
            }
        }
        return things;
    }

    /** The sums and counted things of a chunk. */
    List<Span> figures(Clause chunk, Part part) {
        return figures.of(chunk, part.stretch(), part.word());
    }

    /** Whether a stretch has a sum or a quantity of what is given. */
    boolean hasFigure(Clause stretch) {
        return figures.anyIn(stretch);
    }

    /** Whether a chunk only says which share of the sum before it is what. */
    boolean isShare(Clause chunk, List<Span> figures) {
        return !figures.isEmpty() && figures.stream().allMatch(f -> AidFigures.isShare(f)) && chunk.to() > chunk.from();
    }

    /** Whether a clause without a word of giving is an entry of a list: a sum, or a figure at its head or behind a date there. */
    boolean isEntry(Clause clause) {
        if (isListed(clause) || !figures.inside("money", clause).isEmpty()) {
            return true;
        }
        boolean dated = scene.dates.stream()
                .anyMatch(d -> clause.holds(d.span().from()) && d.span().from() - clause.from() <= SUBJECT);
        int head = clause.from() + (dated ? 3 * SUBJECT : SUBJECT);
        return figures.inside("measure", clause).stream()
                .anyMatch(m ->
                        m.from() <= head && !scene.reading.lower(m.from() - 1).equals("của"));
    }

    /** What a part says before its second figure: its head. */
    Clause head(Part part) {
        var word = part.word();
        int end = word == null ? part.stretch().from() : word.to();
        for (var chunk : chunks(part)) {
            if (!figures(chunk, part).isEmpty()) {
                return new Clause(part.stretch().from(), Math.max(chunk.from(), end));
            }
        }
        return part.stretch();
    }

    /** What a part says behind its last figure. */
    Clause tail(Part part) {
        int from = part.stretch().to();
        int to = whole(part).to();
        for (var chunk : chunks(part)) {
            for (var figure : figures(chunk, part)) {
                from = figure.to();
            }
        }
        return new Clause(Math.min(from, to), to);
    }

    /** What stands right before a word that says what became of it: "nhà máy dệt" of "nhà máy dệt hoàn thành". */
    Clause thingBefore(Span word, Clause part) {
        int to = scene.reading.key(word.from() - 1).equals(",") ? word.from() - 1 : word.from();
        int from = to;
        while (from > part.from() && !scene.reading.key(from - 1).equals(",") && to - from < LONGEST_THING) {
            from--;
        }
        for (var dated : scene.dates) {
            var span = dated.span();
            // The date stands before the thing, or between it and the word.
            if (span.from() <= from && span.to() > from) {
                from = span.to();
            } else if (span.from() > from && span.from() < to) {
                to = span.from();
            }
        }
        while (to > from && scene.reading.ends(to, "%thing.end")) {
            to--;
        }
        while (from < to && scene.reading.starts(from, "%thing.lead")) {
            from++;
        }
        return new Clause(from, to);
    }

    /** Whether a thing is one that was spoken of before: "số gạo này", "khoản tiền đó". */
    boolean isThat(Clause thing) {
        return thing.from() < thing.to() && scene.reading.starts(thing.to() - 1, "%thing.that");
    }

    /** Whether the sentence opens a list of its own with a colon, such as "có thể kể:". */
    boolean opensList() {
        for (int i = 1; i < scene.reading.size(); i++) {
            if (scene.reading.key(i).equals(":")) {
                return scene.clauses.size() > 1 && scene.reading.ends(i, "%list.opener");
            }
        }
        return false;
    }

    /** The token behind the colon that opens a list of things in a sentence of several clauses, or -1. */
    private int listStart() {
        if (scene.clauses.size() < 2) {
            return -1;
        }
        var first = scene.clauses.get(0);
        for (int i = first.from(); i < first.to(); i++) {
            if (scene.reading.key(i).equals(":")) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether a clause is one of a list behind a colon. */
    boolean isListed(Clause clause) {
        int start = listStart();
        return start >= 0 && clause.from() >= start;
    }

    /** The thing without a figure that a part gives in a list behind a colon, or null. */
    @Nullable
    Clause listed(Part part) {
        int start = listStart();
        var stretch = part.stretch();
        var word = part.word();
        boolean opening = start > 0 && stretch.holds(start) && (word == null || word.to() <= start);
        if (start < 0 || !(opening || (word == null && stretch.from() >= start))) {
            return null;
        }
        var thing = new Clause(opening ? start : stretch.from(), stretch.to());
        boolean acts = scene.acts.stream().anyMatch(a -> thing.holds(a.from()))
                || scene.instruments.stream().anyMatch(i -> thing.holds(i.from()));
        return hasFigure(thing) || acts || thing.to() - thing.from() > LONGEST_THING ? null : thing;
    }
}
