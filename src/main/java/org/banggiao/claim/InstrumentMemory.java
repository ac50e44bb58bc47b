package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.banggiao.text.Sentence;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** The instruments that a document has named so far, for "this agreement" and the like. */
final class InstrumentMemory {
    private static final int SENTENCES = 12;
    private static final int TOPIC = 2;

    private record Named(int sentence, Instrument claim) {}

    private final List<Named> named = new ArrayList<>();

    void add(Sentence sentence, Instrument claim) {
        named.add(new Named(sentence.number(), claim));
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
        List<ActorRef> found = List.of();
        for (var it : named) {
            if (sentence == null || it.sentence() != sentence.number()) {
                continue;
            }
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
        for (var it : named.reversed()) {
            var title = it.claim().nameAsPrinted().toLowerCase(Locale.ROOT);
            if (title.contains(part) && it.claim().parties().size() >= 2) {
                return it.claim().parties().stream()
                        .map(a -> new ActorRef(a.code(), a.key(), null))
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether an instrument of a kind was named that was signed within a date. */
    boolean holds(InstrumentType type, HistoricalDate date) {
        return named.stream().anyMatch(it -> {
            var signed = it.claim().date();
            return it.claim().type() == type && signed != null && (signed.isWithin(date) || date.isWithin(signed));
        });
    }

    /** An undated instrument of a kind that the sentence of a note's mark or the two before it name, or null. */
    @Nullable
    Instrument undatedAt(@Nullable Sentence mark, InstrumentType type) {
        for (var it : named.reversed()) {
            boolean near = mark != null && it.sentence() <= mark.number() && it.sentence() >= mark.number() - TOPIC;
            if (near && it.claim().type() == type && it.claim().date() == null) {
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
        for (int i = named.size() - 1; i >= 0; i--) {
            var it = named.get(i);
            if (it.sentence() > most || it.claim().type() != type) {
                if (it.sentence() < most - SENTENCES && mark == null) {
                    break;
                }
                continue;
            }
            if (it.sentence() < most - SENTENCES) {
                break;
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
