package org.banggiao.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Makes claims of the instruments that a sentence names. */
final class InstrumentReader {
    private static final int VERB_REACH = 14;
    private static final int DATE_REACH = 6;

    private InstrumentReader() {}

    static List<Claim> read(Scene scene) {
        var claims = new ArrayList<Claim>();
        Span previous = null;
        boolean chainSigned = false;
        Timeline.Dated chainDate = null;
        for (var span : scene.instruments) {
            if (!(span.value() instanceof InstrumentName name)) {
                continue;
            }
            boolean chained = previous != null && isChained(scene, previous, span);
            var own = scene.linker.attached(span, DATE_REACH);
            boolean signed = isSigned(scene, span) || (chained && chainSigned);
            var dated = own;
            if (dated == null && chained && chainDate != null) {
                dated = chainDate;
            } else if (dated == null && signed) {
                dated = scene.linker.frontOf(span);
                if (dated == null) {
                    dated = scene.linker.anyAfter(span);
                }
            }
            chainSigned = signed;
            chainDate = own == null || dated != own ? dated : (chained ? chainDate : null);
            previous = span;
            if (name.plural() || name.anaphor() || (!name.named() && !(signed && dated != null))) {
                if (name.plural() && dated != null) {
                    chainDate = dated;
                }
                continue;
            }
            if (!name.capitalised() && !signed) {
                continue;
            }
            claims.add(claim(scene, span, name, dated));
        }
        return claims;
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
        if (colon) {
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
        HistoricalDate date = dated == null ? null : dated.date();
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
        var rules = dated == null
                ? List.of(span.rule())
                : List.of(span.rule(), dated.span().rule());
        var said = new Said(
                scene.evidence.id(scene.sentence(), "agreement", type.code()),
                scene.evidence.passage(scene.sentence()),
                context,
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                null,
                rules,
                derived,
                Confidence.of(span.rule(), derived));
        return new Instrument(
                said,
                type,
                EventReader.shorten(scene.reading.words(span)),
                date,
                dated == null || dated.isRelative() ? null : EventReader.shorten(scene.reading.words(dated.span())),
                parties,
                null,
                List.of(),
                term(scene, span));
    }

    /** The term that a name states: years from one to another in it. */
    private static @Nullable HistoricalDate term(Scene scene, Span span) {
        for (var dated : scene.dates) {
            boolean inside = span.from() <= dated.span().from() && dated.span().to() <= span.to();
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
