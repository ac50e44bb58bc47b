package org.banggiao.claim;

import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Reads what a sentence says of how an instrument holds, in its name and behind it up to the next name. */
final class InstrumentProvisions {
    private static final int REACH = 60;
    private static final int OTHER = 3;
    private static final int MONTHS = 12;

    private InstrumentProvisions() {}

    /**
     * What is said of an instrument.
     *
     * @param signed when it was signed, or null
     */
    static Provisions of(Scene scene, Span name, @Nullable HistoricalDate signed) {
        int end = end(scene, name);
        @Nullable Integer term = null;
        @Nullable Integer renewal = null;
        @Nullable Integer notice = null;
        @Nullable HistoricalDate force = null;
        @Nullable String number = null;
        @Nullable String replaces = null;
        @Nullable String amends = null;
        @Nullable String supplements = null;
        for (var span : scene.reading.all("provision")) {
            if (span.from() < name.from() || span.to() > end) {
                continue;
            }
            boolean behind = span.from() >= name.to();
            Integer count = span.value() instanceof Integer n && n > 0 ? n : null;
            switch (span.type()) {
                case "provision.term" -> term = behind ? count : term;
                case "provision.renewal" -> renewal = behind ? count : renewal;
                case "provision.notice.months" -> notice = behind ? count : notice;
                case "provision.notice.years" ->
                    notice = behind && count != null ? Integer.valueOf(count * MONTHS) : notice;
                case "provision.force.signature" -> force = behind ? signed : force;
                case "provision.force.date" -> force = behind ? date(scene, span) : force;
                case "provision.number" -> number = span.to() <= name.to() ? String.valueOf(span.value()) : number;
                default -> {
                    var other = other(scene, name, span);
                    boolean both = span.type().equals("provision.changes");
                    amends = other != null && (both || span.is("provision.changes.amends")) ? other : amends;
                    supplements =
                            other != null && (both || span.is("provision.changes.supplements")) ? other : supplements;
                    replaces = other != null && span.is("provision.changes.replaces") ? other : replaces;
                }
            }
        }
        if (replaces == null) {
            replaces = replacedBy(scene, name);
        }
        return new Provisions(term, renewal, notice, force, number, replaces, amends, supplements);
    }

    /** The years for which an instrument holds, from its signature; open where only its entry into force is said. */
    static @Nullable HistoricalDate term(Provisions provisions, @Nullable HistoricalDate signed) {
        var start = signed == null ? null : signed.earliestStart().orElse(null);
        if (start != null && provisions.termYears() != null) {
            return DateInterval.of(
                    DatePoint.ofYear(start.getYear()), DatePoint.ofYear(start.getYear() + provisions.termYears()));
        }
        return provisions.entryIntoForce() instanceof DatePoint p ? DateInterval.from(p) : null;
    }

    /** The token before which something is said of a name: the next other instrument, or the end of the sentence. */
    private static int end(Scene scene, Span name) {
        int end = Math.min(scene.clauseOf(name).to(), name.to() + REACH);
        for (var other : scene.instruments) {
            boolean named = other.value() instanceof InstrumentName n && n.named() && !n.anaphor();
            if (named && other.from() >= name.to() && !isChanged(scene, other)) {
                end = Math.min(end, other.from());
            }
        }
        return end;
    }

    /** Whether a name stands as that which another changes. */
    private static boolean isChanged(Scene scene, Span name) {
        return scene.reading.ends(name.from(), "provision.changes")
                || scene.reading.ends(name.from() - 1, "provision.changes");
    }

    private static @Nullable HistoricalDate date(Scene scene, Span span) {
        for (var dated : scene.dates) {
            if (dated.span().from() >= span.from() && dated.span().to() <= span.to()) {
                return InstrumentDates.whenSigned(dated.date());
            }
        }
        return null;
    }

    /** The instrument that follows a word of changing: in the name itself, or behind it. */
    private static @Nullable String other(Scene scene, Span name, Span change) {
        var reading = scene.reading;
        for (int i = change.to(); i < Math.min(reading.size(), change.to() + OTHER); i++) {
            if (change.to() <= name.to() && i < name.to() && reading.starts(i, "head")) {
                return EventReader.shorten(reading.words(i, name.to()));
            }
            for (var other : scene.instruments) {
                if (change.from() >= name.to() && other.from() == i) {
                    return EventReader.shorten(reading.words(other));
                }
            }
        }
        return null;
    }

    /** "… A và thay bằng B": of B the name of A. */
    private static @Nullable String replacedBy(Scene scene, Span name) {
        boolean replacing = scene.reading.ends(name.from(), "provision.changes.replaced")
                || scene.reading.ends(name.from() - 1, "provision.changes.replaced");
        if (!replacing) {
            return null;
        }
        Span before = null;
        for (var other : scene.instruments) {
            before = other.to() <= name.from() ? other : before;
        }
        return before == null ? null : EventReader.shorten(scene.reading.words(before));
    }
}
