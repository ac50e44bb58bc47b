package org.banggiao.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.banggiao.issue.FaultException;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnalsTest {
    private static final Path DATA = Path.of("data/authority");
    private static final Authority AUTHORITY = Authority.load(DATA);

    @TempDir
    private Path folder;

    private Authority with(String table, String... lines) throws IOException {
        try (var files = Files.list(DATA)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        var file = folder.resolve(table);
        Files.writeString(file, Files.readString(file) + String.join("\n", lines) + "\n");
        return Authority.load(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "office:prime-minister | country:vietnam | 1960 | person:pham-van-dong",
                "office:prime-minister-of-vietnam | country:vietnam | 1999-05 | person:phan-van-khai",
                "office:foreign-minister | country:china | 1965-03-02 | person:chen-yi",
                "office:president | country:laos | 2005 | person:khamtai-siphandon",
                "office:president | state:rvn | 1960 | person:ngo-dinh-diem",
                "office:prime-minister | country:thailand | 1985 | person:prem-tinsulanonda",
                "office:prime-minister | country:cambodia | 1995 | person:hun-sen person:norodom-ranariddh",
                "office:president | country:united-states | 1974 | person:gerald-ford person:richard-nixon",
            })
    void tellsWhoCanHaveHeldAPost(String office, String country, String date, String persons) {
        assertThat(AUTHORITY.holders(office, country, HistoricalDate.parse(date)))
                .extracting(Tenure::person)
                .containsExactlyInAnyOrder(persons.split(" "));
    }

    @Test
    void tellsThePostsOfAPerson() {
        var posts = AUTHORITY.postOf("person:pham-van-dong", HistoricalDate.parse("1958"));
        assertThat(posts)
                .extracting(Tenure::office)
                .containsExactly("office:foreign-minister", "office:prime-minister");
        assertThat(AUTHORITY.postOf("person:pham-van-dong", HistoricalDate.parse("1999")))
                .isEmpty();
    }

    @Test
    void knowsWhatIsCertainFromWhatIsPossible() {
        var tenure = AUTHORITY
                .holders("office:president", "country:united-states", HistoricalDate.parse("1973"))
                .get(0);
        assertThat(tenure.certainlyHolds(HistoricalDate.parse("1973"))).isTrue();
        assertThat(tenure.certainlyHolds(HistoricalDate.parse("1974"))).isFalse();
        assertThat(tenure.canHold(HistoricalDate.parse("1974"))).isTrue();
        assertThat(tenure.canHold(HistoricalDate.parse("1974-08-10"))).isFalse();
    }

    @Test
    void tellsAPostApartFromTheSamePostOfOneCountry() {
        assertThat(AUTHORITY.genericOffice("office:prime-minister-of-vietnam")).isEqualTo("office:prime-minister");
        assertThat(AUTHORITY.genericOffice("office:ambassador")).isEqualTo("office:ambassador");
        assertThat(AUTHORITY
                        .officeIn("office:prime-minister", "country:vietnam")
                        .orElseThrow()
                        .key())
                .isEqualTo("office:prime-minister-of-vietnam");
        assertThat(AUTHORITY.officeIn("office:prime-minister", "country:sweden"))
                .isEmpty();
    }

    @Test
    void nobodyHoldsAPostOutsideHisLife() {
        assertThat(AUTHORITY.tenures()).allSatisfy(t -> {
            var person = AUTHORITY.byKey(t.person()).orElseThrow();
            assertThat(t.from().map(d -> person.livesIn(d.year())).orElse(true)
                            && t.until().map(d -> person.livesIn(d.year())).orElse(true))
                    .as("%s lives at both ends of %s", person.key(), t)
                    .isTrue();
        });
    }

    @Test
    void refusesTwoHoldersAtATime() throws IOException {
        var authority = with(
                "tenures.tsv",
                "person:olof-palme\toffice:prime-minister\tcountry:sweden\t1969\t1976\t\tarchigos",
                "person:trygve-lie\toffice:prime-minister\tcountry:sweden\t1975\t1977\t\tarchigos",
                "person:olof-palme\toffice:ambassador\tcountry:sweden\t1969\t1976\tjoint\tarchigos",
                "person:trygve-lie\toffice:ambassador\tcountry:sweden\t1975\t1977\tjoint\tarchigos");
        assertThat(authority.byKey("country:sweden")).isPresent();
        assertThatThrownBy(authority::tenures)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(
                        "person:trygve-lie and person:olof-palme hold office:prime-minister of country:sweden"
                                + " at one time")
                .satisfies(e -> assertThat(((FaultException) e).findings()).hasSize(1));
    }

    @Test
    void saysWhatIsWrongWithEachRow() throws IOException {
        var authority = with(
                "tenures.tsv",
                "person:nobody\toffice:prime-minister\tcountry:sweden\t1969\t1976\t\tarchigos",
                "person:olof-palme\toffice:prime-minister\tcountry:sweden\t1976\t1969\t\tarchigos",
                "person:olof-palme\toffice:prime-minister\tcountry:sweden\t\t\t\tarchigos",
                "person:olof-palme\toffice:prime-minister\tcountry:sweden\t1969\t1976\tperhaps\tarchigos",
                "person:olof-palme\toffice:prime-minister-of-vietnam\tcountry:sweden\t1969\t\t\tarchigos",
                "person:olof-palme\toffice:prime-minister\tplace:stockholm\t1969\t\t\tarchigos",
                "person:olof-palme\toffice:prime-minister\tcountry:sweden\t1969\t1976\t\thearsay",
                "person:olof-palme\toffice:prime-minister\tcountry:sweden\t1969\t1976\t\t");
        assertThatThrownBy(authority::tenures)
                .hasMessageContaining("no entry bears the key person:nobody")
                .hasMessageContaining("ends before it starts: 1976 to 1969")
                .hasMessageContaining("has neither beginning nor end")
                .hasMessageContaining("'perhaps' is none of [holder, acting, joint]")
                .hasMessageContaining("office:prime-minister-of-vietnam is the post of one country")
                .hasMessageContaining("the column country cannot be place:stockholm")
                .hasMessageContaining("no source bears the key hearsay")
                .hasMessageContaining("has no source");
    }

    @Test
    void everySourceIsUsed() throws IOException {
        var used = new TreeSet<String>();
        AUTHORITY.tenures().forEach(t -> used.addAll(t.sources()));
        AUTHORITY.successions().forEach(s -> used.addAll(s.sources()));
        AUTHORITY.entries().forEach(e -> AUTHORITY.geometry(e.key()).ifPresent(g -> used.addAll(g.sources())));
        assertThat(AUTHORITY.sources()).extracting(Source::key).containsExactlyInAnyOrderElementsOf(used);
    }
}
