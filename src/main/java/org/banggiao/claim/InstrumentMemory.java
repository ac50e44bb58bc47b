package org.banggiao.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.banggiao.text.Sentence;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** The instruments that a document has named so far, for "this agreement" and the like. */
final class InstrumentMemory {
    private static final int SENTENCES = 12;
    private static final int TOPIC = 2;

    private record Named(int sentence, Instrument claim) {}

    // In the order of the sentences.
    private final List<Named> named = new ArrayList<>();

    // The last of each title that has two parties or more, in the order in which they were named last.
    private final LinkedHashMap<String, Instrument> titled = new LinkedHashMap<>();

    // When those of each kind were signed, each date once: a text names one instrument again and again.
    private final Map<InstrumentType, Set<HistoricalDate>> signed = new EnumMap<>(InstrumentType.class);

    void add(Sentence sentence, Instrument claim) {
        named.add(new Named(sentence.number(), claim));
        if (claim.date() != null) {
            signed.computeIfAbsent(claim.type(), t -> new LinkedHashSet<>()).add(claim.date());
        }
        if (claim.parties().size() >= 2) {
            titled.putLast(claim.nameAsPrinted().toLowerCase(Locale.ROOT), claim);
        }
    }

    /** How many instruments were named up to the end of a sentence. */
    private int upTo(int sentence) {
        int low = 0;
        int high = named.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (named.get(middle).sentence() <= sentence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The instruments that some sentences named, the first and the last included. */
    private List<Named> within(int first, int last) {
        return named.subList(upTo(first - 1), upTo(last));
    }

    /** The group of states whose instrument was named last in a sentence or the two before it, or null. */
    @Nullable
    ActorRef lastGroup(Sentence sentence) {
        for (var it : named.reversed()) {
            if (it.sentence() < sentence.number() - TOPIC) {
                break;
            }
            var parties = it.claim().parties();
            if (parties.size() == 1 && InstrumentParties.isGroup(parties.get(0).code())) {
                return new ActorRef(parties.get(0).code(), parties.get(0).key(), null);
            }
        }
        return null;
    }

    /** The parties of the instruments that a sentence named, where these agree; empty else. */
    List<ActorRef> partiesIn(@Nullable Sentence sentence) {
        if (sentence == null) {
            return List.of();
        }
        List<ActorRef> found = List.of();
        for (var it : within(sentence.number(), sentence.number())) {
            var parties = it.claim().parties().stream()
                    .map(a -> new ActorRef(a.code(), a.key(), null))
                    .toList();
            if (!found.isEmpty() && !Set.copyOf(found).equals(Set.copyOf(parties))) {
                return List.of();
            }
            found = parties;
        }
        return found;
    }

    /** The parties of the last instrument in whose title another stands by its name; empty where there is none. */
    List<ActorRef> partiesOfTitle(String name) {
        var part = " " + name.toLowerCase(Locale.ROOT);
        for (var it : titled.reversed().entrySet()) {
            if (it.getKey().contains(part)) {
                return it.getValue().parties().stream()
                        .map(a -> new ActorRef(a.code(), a.key(), null))
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether an instrument of a kind was named that was signed within a date. */
    boolean holds(InstrumentType type, HistoricalDate date) {
        for (var one : signed.getOrDefault(type, Set.of())) {
            if (one.isWithin(date) || date.isWithin(one)) {
                return true;
            }
        }
        return false;
    }

    /** An undated instrument of a kind that the sentence of a note's mark or the two before it name, or null. */
    @Nullable
    Instrument undatedAt(@Nullable Sentence mark, InstrumentType type) {
        if (mark == null) {
            return null;
        }
        for (var it : within(mark.number() - TOPIC, mark.number()).reversed()) {
            if (it.claim().type() == type && it.claim().date() == null) {
                return it.claim();
            }
        }
        return null;
    }

    /**
     * The instrument of a kind that was named last before a sentence, or in the sentence of its note's mark; null where that is
     * long ago, or where several of the kind stood together there.
     */
    @Nullable
    Instrument last(InstrumentType type, Scene scene) {
        var mark = scene.markOf(scene.sentence());
        int most = mark == null ? scene.sentence().number() - 1 : mark.number();
        Named found = null;
        for (var it : within(most - SENTENCES, most).reversed()) {
            if (it.claim().type() != type) {
                continue;
            }
            if (found == null) {
                found = it;
            } else if (found.sentence() == it.sentence()
                    && !found.claim().nameAsPrinted().equals(it.claim().nameAsPrinted())) {
                return null;
            } else if (found.sentence() != it.sentence()) {
                break;
            }
        }
        return found == null ? null : found.claim();
    }
}
