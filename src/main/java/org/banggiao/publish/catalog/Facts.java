package org.banggiao.publish.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.store.Statistics;

/**
 * What the data of a release cover, read from what was counted and listed.
 *
 * @param firstYear of anything that has a year
 * @param lastYear of anything that has a year
 * @param countries those that are named most, the most first
 * @param languages of the texts in the data (BCP 47), the most used first
 */
public record Facts(
        Optional<Integer> firstYear, Optional<Integer> lastYear, List<Country> countries, List<String> languages) {
    private static final int MOST_COUNTRIES = 20;

    public Facts {
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
    }

    /** A country with its names. */
    public record Country(Node iri, String vietnamese, String english) {}

    /** Reads them. */
    public static Facts of(Statistics statistics, Catalogue catalogue) {
        SortedMap<Integer, Long> years = statistics.years().getOrDefault(Statistics.ANY_CLASS, new TreeMap<>());
        boolean hasYears = !years.isEmpty();
        return new Facts(
                hasYears ? Optional.of(years.firstKey()) : Optional.empty(),
                hasYears ? Optional.of(years.lastKey()) : Optional.empty(),
                catalogue.list(Kind.COUNTRY).stream()
                        .filter(c -> !catalogue.things(c.iri()).isEmpty())
                        .limit(MOST_COUNTRIES)
                        .map(Facts::country)
                        .toList(),
                statistics.all().languages().entrySet().stream()
                        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                        .map(e -> e.getKey())
                        .toList());
    }

    private static Country country(Listed listed) {
        return new Country(listed.iri(), listed.label("vi"), listed.label("en"));
    }

    /** The name of a language in the list of the Publications Office of the EU: its code in ISO 639-3; empty where it has none. */
    static Optional<String> authorityCode(String tag) {
        try {
            var code = Locale.forLanguageTag(tag).getISO3Language();
            return code.isEmpty() ? Optional.empty() : Optional.of(code.toUpperCase(Locale.ROOT));
        } catch (java.util.MissingResourceException e) {
            return Optional.empty();
        }
    }
}
