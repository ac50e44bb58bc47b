package org.banggiao.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Makes claims of the instruments that a sentence names. */
final class InstrumentReader {
    private static final int VERB_REACH = 14;
    private static final int DATE_REACH = 6;
    private static final int SHORT_NAME = 9;
    private static final int PLACE_REACH = 16;

    private InstrumentReader() {}

    static List<Claim> read(Scene scene) {
        var claims = new ArrayList<Claim>();
        Span previous = null;
        boolean chainSigned = false;
        boolean previousPlural = false;
        Timeline.Dated chainDate = null;
        for (var span : scene.instruments) {
            if (!(span.value() instanceof InstrumentName name)) {
                continue;
            }
            boolean chained = previous != null && isChained(scene, previous, span);
            boolean signed = isSigned(scene, span) || (chained && chainSigned);
            var own = own(scene, span, signed);
            List<Timeline.Dated> dated = own.isEmpty() ? List.of() : own;
            if (dated.isEmpty() && chained && chainDate != null) {
                dated = List.of(chainDate);
            } else if (dated.isEmpty() && signed) {
                var front = scene.linker.frontOf(span);
                front = front == null ? scene.linker.anyAfter(span) : front;
                dated = front == null ? ContextDates.ofInstrument(scene, span) : List.of(front);
            }
            chainSigned = signed || (name.plural() && !own.isEmpty());
            if (own.isEmpty() || name.plural()) {
                chainDate = dated.isEmpty() ? null : dated.get(0);
            }
            boolean pluralChain = chained && previousPlural && !name.named();
            previousPlural = name.plural() || pluralChain;
            previous = span;
            if (name.plural() || pluralChain || name.anaphor() || (!name.named() && !(signed && !dated.isEmpty()))) {
                continue;
            }
            if (!name.capitalised() && !signed && own.isEmpty()) {
                continue;
            }
            if (dated.isEmpty()) {
                claims.add(claim(scene, span, name, null));
            }
            for (var one : dated) {
                claims.add(claim(scene, span, name, one));
            }
        }
        return claims;
    }

    /**
     * The dates that stand with a name: in brackets or directly behind it. A date further on, behind "vào", is that of
     * something else where the sentence has one for the signature before the name.
     */
    private static List<Timeline.Dated> own(Scene scene, Span span, boolean signed) {
        var attached = scene.linker.attached(span, DATE_REACH);
        if (attached == null || isTerm(attached.date())) {
            return List.of();
        }
        int gap = attached.span().from() - span.to();
        boolean bracketed = scene.reading.key(attached.span().from() - 1).equals("(")
                || scene.reading.key(attached.span().from()).equals("(");
        boolean loose = gap > 0 && !bracketed && !scene.reading.starts(span.to(), "%sign.after");
        boolean behindIn = scene.reading.lower(attached.span().from()).equals("vào")
                || scene.reading.lower(attached.span().from() - 1).equals("vào");
        if ((loose || behindIn) && signed && scene.linker.frontOf(span) != null) {
            return List.of();
        }
        return scene.linker.listOf(attached);
    }

    /** Whether nothing but marks, "và" and plural words part two names. */
    private static boolean isChained(Scene scene, Span a, Span b) {
        if (b.from() - a.to() > 16) {
            return false;
        }
        boolean colon = false;
        for (int i = a.to(); i < b.from(); i++) {
            colon |= scene.reading.key(i).equals(":");
        }
        if (colon || scene.reading.key(b.from() - 1).equals(";")) {
            return true;
        }
        int words = 0;
        for (int i = a.to(); i < b.from(); i++) {
            boolean mark = ",;()\"".contains(scene.reading.key(i))
                    || List.of("và", "cùng", "ra", "ký", "kết").contains(scene.reading.lower(i));
            boolean date = scene.reading.covered(i, "date");
            words += mark || date ? 0 : 1;
        }
        return words <= 1;
    }

    private static boolean isSigned(Scene scene, Span span) {
        var clause = scene.clauseOf(span);
        for (int i = Math.max(clause.from(), span.from() - VERB_REACH); i < span.from(); i++) {
            if (scene.reading.starts(i, "%sign") && !scene.reading.isQuoted(i)) {
                return true;
            }
        }
        for (int i = span.to(); i < Math.min(clause.to(), span.to() + 3); i++) {
            if (scene.reading.starts(i, "%sign.after")) {
                return true;
            }
        }
        return false;
    }

    private static Claim claim(Scene scene, Span span, InstrumentName name, Timeline.@Nullable Dated dated) {
        var parties = parties(scene, span);
        var derived = new TreeSet<String>();
        var context = new ArrayList<Passage>();
        HistoricalDate date = dated == null ? null : whenSigned(dated.date());
        String printed =
                dated == null || dated.isRelative() ? null : EventReader.shorten(scene.reading.words(dated.span()));
        var inName = date == null ? yearInName(scene, span) : null;
        if (inName != null) {
            date = inName;
            printed = scene.reading.words(span.to() - 1, span.to());
        }
        if (dated != null && dated.isRelative()) {
            derived.add("date");
            var sentence = dated.context();
            if (sentence != null && sentence.number() != scene.sentence().number()) {
                context.add(scene.evidence.passage(sentence));
            }
        }
        if (parties.stream().anyMatch(a -> a.printed() == null)) {
            derived.add("parties");
        }
        var type = InstrumentType.parse(name.type());
        var rules = dated == null ? List.of(span.rule()) : List.of(span.rule(), dated.rule());
        var said = new Said(
                scene.evidence.id(scene.sentence(), "agreement", type.code()),
                passage(scene, span, dated, parties),
                context,
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                null,
                rules,
                derived,
                Confidence.of(span.rule(), derived));
        scene.uses(said.id(), dated == null || !dated.isStatedHere() ? List.of(span) : List.of(span, dated.span()));
        var clause = scene.clauseOf(span);
        var place = scene.placeAt(span.to(), Math.min(clause.to(), span.to() + PLACE_REACH));
        return new Instrument(
                said,
                type,
                EventReader.shorten(scene.reading.words(span)),
                date,
                printed,
                parties,
                place == null && dated != null && dated.isStatedHere()
                        ? scene.placeAt(Math.max(clause.from(), span.from() - PLACE_REACH), span.from())
                        : place,
                List.of(),
                term(scene, span));
    }

    /** Of an open range its start: an instrument is signed at one time. */
    private static HistoricalDate whenSigned(HistoricalDate date) {
        return date instanceof DateInterval i && i.end().isEmpty() && i.start().isPresent()
                ? i.start().get()
                : date;
    }

    /** "Thỏa thuận Hà Nội 2007": a year at the end of a short name without a subject is that of its signature. */
    private static @Nullable HistoricalDate yearInName(Scene scene, Span span) {
        var last = scene.reading.token(span.to() - 1);
        int year = last.whole();
        boolean isShort = span.to() - span.from() <= SHORT_NAME;
        var before = scene.reading.lower(span.to() - 2);
        boolean range = before.equals("-") || before.equals("–") || before.equals("đến");
        if (!isShort || range || year < 1800 || year > 2100) {
            return null;
        }
        for (int i = span.from(); i < span.to(); i++) {
            if (List.of("về", "thời", "giai", "kỳ", "hợp").contains(scene.reading.lower(i))) {
                return null;
            }
        }
        return DatePoint.ofYear(year);
    }

    private static Passage passage(Scene scene, Span span, Timeline.@Nullable Dated dated, List<ActorRef> parties) {
        int from = span.from();
        int to = span.to();
        if (dated != null && dated.isStatedHere()) {
            from = Math.min(from, dated.span().from());
            to = Math.max(to, dated.span().to());
        }
        for (var actor : scene.actors) {
            if (parties.contains(actor.ref()) && actor.byName()) {
                from = Math.min(from, actor.from());
                to = Math.max(to, actor.to());
            }
        }
        return scene.evidence.passage(scene.reading, Evidence.stretch(scene.reading, from, to));
    }

    /** Whether a date is from one year to another: the term of an instrument, not its signature. */
    private static boolean isTerm(HistoricalDate date) {
        return date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && i.start().get().grain() == DatePoint.Grain.YEAR
                && i.end().get().year() > i.start().get().year();
    }

    /** The term that a name states, in it or in brackets behind it: years from one to another. */
    private static @Nullable HistoricalDate term(Scene scene, Span span) {
        for (var dated : scene.dates) {
            boolean inside = span.from() <= dated.span().from() && dated.span().from() <= span.to() + 1;
            if (inside
                    && dated.span().value() instanceof SaidDate d
                    && d.isWhole()
                    && dated.date() instanceof DateInterval) {
                return dated.date();
            }
        }
        return null;
    }

    /** Those whom the name gives where it gives two, else who stands before it, else the two sides. */
    private static List<ActorRef> parties(Scene scene, Span span) {
        var found = new LinkedHashMap<String, ActorRef>();
        scene.actorsIn(span.from(), span.to()).forEach(a -> found.put(a.code(), a));
        var clause = scene.clauseOf(span);
        if (found.size() < 2) {
            scene.lastGroup(clause.from(), span.from()).forEach(a -> found.putIfAbsent(a.code(), a));
        }
        if (found.size() < 2) {
            scene.lastGroup(0, span.from()).forEach(a -> found.putIfAbsent(a.code(), a));
        }
        if (found.size() == 1 && isGroup(found.keySet().iterator().next())) {
            return List.copyOf(found.values());
        }
        if (found.isEmpty() && scene.before != null) {
            // A group of states that the sentence before speaks of, such as at a conference of theirs.
            for (var actor : scene.sides.actors(scene.before, null)) {
                if (isGroup(actor.ref().code())) {
                    return List.of(new ActorRef(actor.ref().code(), actor.ref().key(), null));
                }
            }
        }
        if (found.size() < 2) {
            var pair = scene.sides.pair();
            if (found.isEmpty() || pair.contains(found.keySet().iterator().next())) {
                pair.forEach(c -> found.putIfAbsent(c, scene.sides.contextual(c)));
            } else {
                found.putIfAbsent(scene.sides.home(), scene.sides.contextual(scene.sides.home()));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isGroup(String code) {
        return code.length() > 2;
    }
}
