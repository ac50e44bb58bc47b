package org.banggiao.claim;

import java.util.List;
import org.banggiao.authority.Entry;
import org.banggiao.mention.Act;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/** Says where an instrument was signed: behind its name, before the word of signing, or where the visit or talks were held. */
final class InstrumentPlaces {
    private static final int BEHIND = 16;
    private static final int NAME = 4;
    private static final int GOAL = 4;
    private static final int AT = 7;
    private static final List<String> CITY = List.of("thành", "phố", "thủ", "đô");

    private final Scene scene;

    InstrumentPlaces(Scene scene) {
        this.scene = scene;
    }

    @Nullable
    PlaceRef of(InstrumentClaims.Named it, Timeline.@Nullable Dated dated) {
        var span = it.span();
        var reading = scene.reading;
        var clause = scene.clauseOf(span);
        var found = at(reading, span.to(), Math.min(nextName(span, clause.to()), span.to() + BEHIND));
        if (found == null) {
            found = inDatedName(span);
        }
        var signing = it.signing();
        if (found != null || signing == null) {
            return found;
        }
        int verb = signing.active() ? signing.from() : span.from();
        int from = dated != null && dated.isStatedHere() && dated.span().to() <= verb
                ? dated.span().from() - AT
                : clause.from();
        found = at(reading, Math.max(clause.from(), from), it.first().from());
        if (found == null) {
            found = goal(reading, clause.from(), verb);
        }
        var told = dated == null || dated.isStatedHere() ? null : dated.context();
        var before = scene.before;
        if (found == null
                && told != null
                && before != null
                && told.number() == before.sentence().number()) {
            found = at(before, 0, before.size());
            return found == null ? goal(before, 0, before.size()) : found;
        }
        return found;
    }

    /** The code of the country where the instrument was signed, or null. */
    @Nullable
    String countryOf(InstrumentClaims.Named it) {
        var place = of(it, null);
        return place == null || place.key() == null ? null : scene.sides.countryOf(place.key());
    }

    private int nextName(Span span, int end) {
        return scene.instruments.stream()
                .filter(i -> i.from() >= span.to())
                .mapToInt(Span::from)
                .min()
                .orElse(end);
    }

    /** "Thỏa thuận Hà Nội 2007": named by place and year. */
    private @Nullable PlaceRef inDatedName(Span span) {
        for (var place : scene.reading.all("place")) {
            int gap = place.from() - span.from();
            boolean early = gap > 0 && gap <= NAME && place.to() < span.to();
            if (early && scene.reading.token(place.to()).whole() > 1000) {
                return ref(scene.reading, place);
            }
        }
        return null;
    }

    /** The first place behind "tại" or "ở" in a stretch. */
    private static @Nullable PlaceRef at(Reading reading, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, reading.size()); i++) {
            var word = reading.lower(i);
            if (word.equals("tại") || word.equals("ở")) {
                for (var place : reading.all("place")) {
                    if (place.from() > i && place.from() <= i + AT && isDirect(reading, i + 1, place.from())) {
                        return ref(reading, place);
                    }
                }
            }
        }
        return null;
    }

    private static boolean isDirect(Reading reading, int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.key(i).equals(",") || reading.token(i).isCapitalised()) {
                return false;
            }
        }
        return true;
    }

    /** The place that a visit went to: "thăm Bắc Kinh". */
    private static @Nullable PlaceRef goal(Reading reading, int from, int to) {
        for (var act : reading.all("act")) {
            boolean visit = act.from() >= from
                    && act.to() <= to
                    && act.value() instanceof Act a
                    && a.type().equals(EventType.VISIT.code());
            if (visit) {
                for (var place : reading.all("place")) {
                    if (place.from() >= act.from() && place.from() - act.to() < GOAL && place.to() <= to) {
                        return ref(reading, place);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable PlaceRef ref(Reading reading, Span place) {
        if (!(place.value() instanceof List<?> entries) || !(entries.get(0) instanceof Entry entry)) {
            return null;
        }
        int from = place.from();
        while (from > 0 && CITY.contains(reading.lower(from - 1))) {
            from--;
        }
        return new PlaceRef(reading.words(from, place.to()), entry.key());
    }
}
