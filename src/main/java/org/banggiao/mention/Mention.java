package org.banggiao.mention;

/**
 * Something that a sentence says, not yet resolved, without the words themselves.
 *
 * @param document the document's id
 * @param startInclusive first code point of the source text
 * @param endExclusive the code point after the last
 * @param kind its class, such as {@code date}, {@code money} or {@code actor.country}
 * @param value what it says in a short form: EDTF with gaps, a sum, keys of the authority data, a type
 * @param rule name of the rule that read it
 */
public record Mention(String document, int startInclusive, int endExclusive, String kind, String value, String rule)
        implements Comparable<Mention> {
    public Mention {
        if (startInclusive < 0 || endExclusive < startInclusive) {
            throw new IllegalArgumentException("not a range: " + startInclusive + " to " + endExclusive);
        }
    }

    /** By document, place, class and rule. */
    @Override
    public int compareTo(Mention other) {
        int c = document.equals(other.document) ? 0 : document.compareTo(other.document);
        c = c != 0 ? c : Integer.compare(startInclusive, other.startInclusive);
        c = c != 0 ? c : Integer.compare(endExclusive, other.endExclusive);
        c = c != 0 ? c : kind.compareTo(other.kind);
        c = c != 0 ? c : rule.compareTo(other.rule);
        return c != 0 ? c : value.compareTo(other.value);
    }
}
