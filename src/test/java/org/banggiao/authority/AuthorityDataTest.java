package org.banggiao.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds of the tables as they stand in the repository, beyond what loading refuses. */
class AuthorityDataTest {
    private static final Authority AUTHORITY = Authority.load(Path.of("data/authority"));

    /** Identifiers that two entries may share, with the reason. */
    private static final Map<String, String> SHARED = Map.of();

    @Test
    void identifiersHaveTheFormOfTheirSchemeAndASource() {
        var forms = Map.of("wikidata", "Q[1-9][0-9]*", "geonames", "[1-9][0-9]*", "viaf", "[1-9][0-9]*");
        assertThat(AUTHORITY.entries())
                .allSatisfy(entry -> assertThat(entry.identifiers()).allSatisfy(id -> {
                    assertThat(forms).containsKey(id.scheme());
                    assertThat(id.value()).matches(forms.get(id.scheme()));
                    assertThat(id.source()).isNotBlank();
                }));
    }

    @Test
    void anIdentifierBelongsToOneEntryUnlessExplained() {
        var owners = new TreeMap<String, Set<String>>();
        for (var entry : AUTHORITY.entries()) {
            for (var id : entry.identifiers()) {
                owners.computeIfAbsent(id.scheme() + " " + id.value(), k -> new TreeSet<>())
                        .add(entry.key());
            }
        }
        owners.values().removeIf(keys -> keys.size() == 1);
        assertThat(owners.keySet()).isEqualTo(SHARED.keySet());
    }

    @Test
    void anEntryHasOneIdentifierOfAScheme() {
        assertThat(AUTHORITY.entries())
                .allSatisfy(entry -> assertThat(entry.identifiers())
                        .extracting(Identifier::scheme)
                        .doesNotHaveDuplicates());
    }

    @Test
    void noNameStandsTwiceInAnEntry() {
        assertThat(AUTHORITY.entries())
                .allSatisfy(entry -> assertThat(entry.names().toList()).doesNotHaveDuplicates());
    }

    /** One Vietnamese syllable is an ordinary word too often; where it is the usual name all the same, it is listed here. */
    @Test
    void namesOfOneSyllableAreFewAndKnown() {
        var syllable = Pattern.compile(
                "(ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?");
        var found = new TreeSet<String>();
        for (var entry : AUTHORITY.entries()) {
            if (entry.kind() != Kind.COUNTRY && entry.kind() != Kind.STATE) {
                entry.names()
                        .filter(n -> !n.equals(n.toUpperCase(Locale.ROOT)))
                        .filter(n -> syllable.matcher(
                                        Normalizer.normalize(n.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                                                .replaceAll("\\p{M}", ""))
                                .matches())
                        .forEach(found::add);
            }
        }
        assertThat(found).containsExactlyInAnyOrder("Guam", "Huế", "Kiép", "Lyon", "Lyông", "Riát", "Vinh", "Xơun");
    }

    @Test
    void everyPartAndSuccessorIsOfTheKindOfTheWhole() {
        assertThat(AUTHORITY.successions())
                .allSatisfy(s -> assertThat(kind(s.key())).isEqualTo(kind(s.other())));
    }

    @Test
    void nothingComesOfItselfInTheEnd() {
        var parts = new HashMap<String, List<String>>();
        for (var s : AUTHORITY.successions()) {
            if (s.relation() == Succession.Relation.PART_OF) {
                parts.computeIfAbsent(s.key(), k -> new ArrayList<>()).add(s.other());
            }
        }
        for (var start : parts.keySet()) {
            var seen = new HashSet<String>();
            var open = new ArrayList<>(List.of(start));
            while (!open.isEmpty()) {
                for (var whole : parts.getOrDefault(open.remove(open.size() - 1), List.of())) {
                    assertThat(whole).as("whole above %s", start).isNotEqualTo(start);
                    if (seen.add(whole)) {
                        open.add(whole);
                    }
                }
            }
        }
    }

    @Test
    void everyProvinceOfVietnamThatLastsHasAPoint() {
        assertThat(AUTHORITY.entries())
                .filteredOn(e -> "country:vietnam".equals(e.country()) && "province".equals(e.type()))
                .filteredOn(e -> e.until() == null)
                .hasSizeGreaterThan(50)
                .allSatisfy(e -> {
                    var point = AUTHORITY.geometry(e.key());
                    assertThat(point).as(e.key()).isPresent();
                    assertThat(point.orElseThrow().longitude().doubleValue()).isBetween(102.0, 110.0);
                    assertThat(point.orElseThrow().latitude().doubleValue()).isBetween(8.0, 24.0);
                });
    }

    @Test
    void writesPointsLongitudeFirst() {
        assertThat(AUTHORITY.geometry("place:stockholm").orElseThrow().wkt()).isEqualTo("POINT(18.06871 59.32938)");
    }

    private static Kind kind(String key) {
        return AUTHORITY.byKey(key).orElseThrow().kind();
    }
}
