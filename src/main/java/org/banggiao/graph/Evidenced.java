package org.banggiao.graph;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known again by its evidence: where it is said, and by traits that tell it from others said there.
 *
 * @param resourceClass its class in addresses
 * @param evidence where it is said, sorted, each once
 * @param traits short facts such as {@code date=1976-08}, sorted, each once; words of the text stand as
 *     hashes
 */
record Evidenced(String resourceClass, List<Range> evidence, List<String> traits) {
    private static final int WORD_DIGITS = 4;
    private static final int PROVISIONAL_DIGITS = 10;

    /** A range of a document's source text, in code points, the end exclusive. */
    record Range(String document, int startInclusive, int endExclusive) implements Comparable<Range> {
        @Override
        public int compareTo(Range other) {
            int c = document.compareTo(other.document);
            c = c != 0 ? c : Integer.compare(startInclusive, other.startInclusive);
            return c != 0 ? c : Integer.compare(endExclusive, other.endExclusive);
        }

        int length() {
            return endExclusive - startInclusive;
        }

        int overlap(Range other) {
            return document.equals(other.document)
                    ? Math.max(
                            0,
                            Math.min(endExclusive, other.endExclusive) - Math.max(startInclusive, other.startInclusive))
                    : 0;
        }
    }

    Evidenced {
        evidence = List.copyOf(new TreeSet<>(evidence));
        traits = List.copyOf(new TreeSet<>(traits));
    }

    static Evidenced of(Subject subject) {
        return of(subject.resourceClass().path(), subject.claims());
    }

    static Evidenced of(Claim claim) {
        return of("claim", List.of(claim));
    }

    private static Evidenced of(String resourceClass, List<Claim> claims) {
        var traits = new TreeSet<String>();
        claims.forEach(c -> addTraits(c, traits));
        return new Evidenced(
                resourceClass,
                claims.stream()
                        .map(c -> new Range(
                                c.said().statedIn().document(),
                                c.said().statedIn().startInclusive(),
                                c.said().statedIn().endExclusive()))
                        .toList(),
                List.copyOf(traits));
    }

    /** Code points of the smaller evidence that both share, as a part of it: 0 to 1. */
    double overlap(Evidenced other) {
        int common = 0;
        for (var a : evidence) {
            for (var b : other.evidence) {
                common += a.overlap(b);
            }
        }
        return common == 0 ? 0 : Math.min(1, (double) common / Math.min(length(), other.length()));
    }

    /** Traits that both have, as a part of all that either has: 0 to 1. */
    double likeness(Evidenced other) {
        var common = new TreeSet<>(traits);
        common.retainAll(other.traits);
        var all = new TreeSet<>(traits);
        all.addAll(other.traits);
        return all.isEmpty() ? 1 : (double) common.size() / all.size();
    }

    /** Traits of another that this has too, as a part of all that the other has: 0 to 1. */
    double holds(Evidenced other) {
        var common = new TreeSet<>(traits);
        common.retainAll(other.traits);
        return other.traits.isEmpty() ? 1 : (double) common.size() / other.traits.size();
    }

    /** The key that it bears until one is minted. */
    String provisionalKey() {
        return "x-" + Hashes.hex(PROVISIONAL_DIGITS, parts(0));
    }

    /** A key to mint; another attempt gives another key. */
    String mintedKey(int length, int attempt) {
        return Hashes.key(length, parts(attempt));
    }

    private String[] parts(int attempt) {
        return new String[] {resourceClass, evidence.toString(), traits.toString(), String.valueOf(attempt)};
    }

    private int length() {
        return evidence.stream().mapToInt(Range::length).sum();
    }

    private static void addTraits(Claim claim, TreeSet<String> traits) {
        traits.add("kind=" + claim.kind());
        claim.knownDate().ifPresent(d -> traits.add("date=" + d.edtf()));
        switch (claim) {
            case DiplomaticEvent e -> {
                traits.add("type=" + e.type().code());
                traits.add("who=" + codes(e.actors()));
                e.persons().forEach(p -> traits.add("person=" + word(p.printed())));
                if (e.place() != null) {
                    traits.add("place=" + word(e.place().printed()));
                }
                addWords(e.about(), traits);
            }
            case Instrument i -> {
                traits.add("type=" + i.type().code());
                traits.add("who=" + codes(i.parties()));
                addWords(i.nameAsPrinted(), traits);
            }
            case AidFlow a -> {
                traits.add("stage=" + a.status().code());
                traits.add("who=" + codes(a.donors()) + ">" + codes(a.recipients()));
                traits.add("terms=" + a.terms().code());
                a.amounts()
                        .forEach(m -> traits.add("amount=" + m.amount().value().toPlainString() + m.currency()));
                a.items()
                        .forEach(i -> traits.add("item="
                                + (i.amount() == null ? "" : i.amount().value().toPlainString())
                                + word(i.what())));
            }
        }
    }

    // Word by word, so that a name read longer or shorter than before is still alike.
    private static void addWords(@Nullable String words, TreeSet<String> traits) {
        if (words != null) {
            for (var word : words.split("[^\\p{L}\\p{N}]+", -1)) {
                if (!word.isEmpty()) {
                    traits.add("word=" + word(word));
                }
            }
        }
    }

    private static String codes(Collection<ActorRef> actors) {
        return actors.stream().map(ActorRef::code).distinct().sorted().collect(Collectors.joining("+"));
    }

    private static String word(String words) {
        return Hashes.hex(WORD_DIGITS, words.toLowerCase(Locale.ROOT));
    }
}
