package org.banggiao.authority;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the authority data.
 *
 * @param key its class and name, such as {@code country:laos}; permanent
 * @param kind what it is
 * @param nameVi preferred Vietnamese name
 * @param nameEn preferred English name
 * @param variants further spellings and names, without {@code nameVi}
 * @param compounds short forms that stand for it in compounds such as "Việt - Lào"
 * @param code code in records, or null where it has none of its own
 * @param country key of the country behind it, or null; a country's is its own
 * @param type finer kind of a place ({@code city}, {@code province}, {@code gate}, {@code place}), or null
 * @param from first year of its life, inclusive, or null where not given
 * @param until last year, inclusive, or null where it lasts or is not given
 * @param identifiers elsewhere
 */
public record Entry(
        String key,
        Kind kind,
        String nameVi,
        String nameEn,
        List<String> variants,
        List<String> compounds,
        @Nullable String code,
        @Nullable String country,
        @Nullable String type,
        @Nullable Integer from,
        @Nullable Integer until,
        List<Identifier> identifiers) {
    public Entry {
        variants = List.copyOf(variants);
        compounds = List.copyOf(compounds);
        identifiers = List.copyOf(identifiers);
        if (!key.matches("[a-z]+:[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a key: '" + key + "'");
        }
        if (from != null && until != null && until < from) {
            throw new IllegalArgumentException(key + " ends before it starts: " + from + " to " + until);
        }
    }

    /** The preferred Vietnamese name and all variants. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(nameVi), variants.stream());
    }

    /** Whether it can have acted in a year. */
    public boolean livesIn(int year) {
        return (from == null || from <= year) && (until == null || year <= until);
    }
}
