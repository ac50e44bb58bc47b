package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banggiao.mention.Anaphor;
import org.banggiao.text.Sentence;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** The dated events and signatures that a document has told so far, for words that point back to them. */
final class Narrative {
    /**
     * An event that was told.
     *
     * @param sentence where
     * @param type code of its type; {@link #SIGNING} for that of an instrument
     * @param date when
     * @param numeral the Roman numeral that it bears, or null
     * @param codes its actors
     */
    record Told(
            Sentence sentence,
            String type,
            HistoricalDate date,
            @Nullable String numeral,
            Set<String> codes) {}

    /** Sentences over which "on this visit" reaches back. */
    private static final int REACH = 12;

    private static final String SIGNING = "signing";

    private final List<Told> told = new ArrayList<>();

    // Those of a sentence, by its number the last; conferences by their numerals.
    private final Map<Integer, Told> lastOf = new HashMap<>();
    private final Map<String, List<Told>> numbered = new HashMap<>();

    /** Notes the events of a sentence that has been read. */
    void keep(Scene scene, List<Claim> claims) {
        for (var claim : claims) {
            boolean happened = claim.said().polarity() == Said.Polarity.AFFIRMED
                    && claim.said().factuality() == Said.Factuality.ACTUAL;
            if (happened && claim instanceof DiplomaticEvent event) {
                add(new Told(
                        scene.sentence(),
                        event.type().code(),
                        event.date(),
                        numeral(scene, event),
                        codes(event.actors())));
            } else if (happened && claim instanceof Instrument i && i.date() != null) {
                add(new Told(scene.sentence(), SIGNING, i.date(), null, codes(i.parties())));
            }
        }
    }

    private void add(Told one) {
        told.add(one);
        lastOf.put(one.sentence().number(), one);
        if (one.numeral() != null && one.type().equals(EventType.CONFERENCE.code())) {
            numbered.computeIfAbsent(one.numeral(), k -> new ArrayList<>()).add(one);
        }
    }

    private static Set<String> codes(List<ActorRef> actors) {
        var codes = new HashSet<String>();
        actors.forEach(a -> codes.add(a.code()));
        return codes;
    }

    private static @Nullable String numeral(Scene scene, DiplomaticEvent event) {
        for (var span : scene.usedBy(event)) {
            for (var roman : scene.reading.all("%roman")) {
                if (span.is("act") && span.from() <= roman.from() && roman.to() <= span.to()) {
                    return String.valueOf(roman.value());
                }
            }
        }
        return null;
    }

    /**
     * The event that words point back to, or null: the last of its types, which come in order of liking, within {@link #REACH} sentences; one with a numeral
     * anywhere before, where all that bear it agree on the date.
     *
     * @param codes the actors of the sentence: where several congresses bear one numeral, it is that of one of them
     */
    @Nullable
    Told meant(Anaphor anaphor, Sentence from, Set<String> codes) {
        if (anaphor.numeral() != null) {
            return numbered(anaphor.numeral(), codes);
        }
        Told found = null;
        int liking = Integer.MAX_VALUE;
        for (var one : told.reversed()) {
            if (!isNear(one.sentence(), from)) {
                break;
            }
            int index = anaphor.types().isEmpty() ? 0 : anaphor.types().indexOf(one.type());
            if (index >= 0 && index < liking) {
                found = one;
                liking = index;
            }
        }
        return found == null ? null : wholeOf(found);
    }

    /** Of a part of a stay ("on the third day he visited the port") the whole stay, where it was told before. */
    private Told wholeOf(Told part) {
        for (var one : told.reversed()) {
            if (part.sentence().number() - one.sentence().number() > REACH) {
                break;
            }
            boolean holds = one.type().equals(part.type())
                    && one.date() instanceof DateInterval
                    && part.date().isWithin(one.date())
                    && isNear(one.sentence(), part.sentence());
            if (holds) {
                return one;
            }
        }
        return part;
    }

    private @Nullable Told numbered(String numeral, Set<String> codes) {
        Told found = null;
        for (var one : numbered.getOrDefault(numeral, List.of())) {
            boolean same = codes.isEmpty() || one.codes().stream().anyMatch(codes::contains);
            if (same
                    && found != null
                    && !one.date().isWithin(found.date())
                    && !found.date().isWithin(one.date())) {
                return null;
            }
            if (same && (found == null || one.date().isWithin(found.date()))) {
                found = one;
            }
        }
        return found;
    }

    private static boolean isNear(Sentence earlier, Sentence later) {
        boolean together = java.util.Objects.equals(earlier.note(), later.note())
                && java.util.Objects.equals(earlier.section(), later.section());
        int distance = later.number() - earlier.number();
        return together && distance >= 0 && distance <= REACH;
    }

    /** The last event that a sentence told, or null. */
    @Nullable
    Told lastIn(@Nullable Sentence sentence) {
        return sentence == null ? null : lastOf.get(sentence.number());
    }

    /** Of a stay of several days the last, else the date itself. */
    static HistoricalDate endOf(HistoricalDate date) {
        return date instanceof DateInterval i
                        && i.end().isPresent()
                        && i.end().get().grain() == DatePoint.Grain.DAY
                ? i.end().get()
                : date;
    }
}
