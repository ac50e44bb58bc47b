package org.banggiao.publish.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.search.Found.Fit;
import org.banggiao.publish.search.Found.Spelling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, over a handful of invented names. */
class SearchIndexTest {
    private static final SearchIndex INDEX =
            index("""
            PREFIX : <https://example.org/>
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            GRAPH :g {
              :ma1 a bg:Place ; rdfs:label "Ma"@vi .
              :ma2 a bg:Place ; rdfs:label "Má"@vi .
              :ma3 a bg:Place ; rdfs:label "Mà"@vi .
              :ma4 a bg:Place ; rdfs:label "Mả"@vi .
              :ma5 a bg:Place ; rdfs:label "Mã"@vi .
              :ma6 a bg:Place ; rdfs:label "Mạ"@vi .
              :road a bg:Place ; rdfs:label "đường Trường Thủy"@vi , "Truong Thuy road"@en .
              :duong a bg:Person ; rdfs:label "Dương Thị Hoà"@vi .
              :khin a bg:Person ; rdfs:label "Cayun Xavanha"@vi , "Kayun Savannah"@en ;
                  skos:altLabel "Cay-un Xa-van-ha"@vi .
              :treaty a bg:Instrument ; rdfs:label "Hiệp ước giữa Phần Lan và Na Uy, 1951"@vi ;
                  bg:nameAsPrinted "Hiệp ước về hợp tác khoa học và kỹ thuật trong nghề cá giữa hai nước"@vi ;
                  bg:hasClaim :c1 , :c2 .
              :other a bg:Instrument ; rdfs:label "Hiệp ước về nghề cá và hợp tác"@vi .
              :c1 a bg:Claim ; rdfs:label "Hiệp ước: một phát biểu"@vi .
              :america a bg:Country ; rdfs:label "Mỹ"@vi , "United States"@en .
              :evil a bg:Event ; rdfs:label "<b>Kí</b> & \\"ký\\""@vi .
            }
            """, new TreeMap<>(java.util.Map.of("https://example.org/p1", "Đoàn đi đường thuỷ tới Phần Lan.")));

    static SearchIndex index(String trig, TreeMap<String, String> passages) {
        var data = DatasetGraphFactory.create();
        RDFParser.fromString(trig, Lang.TRIG).parse(data);
        var quads = new ArrayList<Quad>();
        data.find().forEachRemaining(quads::add);
        return SearchIndexes.of(quads, passages);
    }

    @AfterAll
    static void close() {
        INDEX.close();
    }

    private static Found search(String text) {
        return INDEX.search(SearchRequest.of(text, 20));
    }

    private static List<String> keys(String text) {
        return keys(search(text).hits());
    }

    private static List<String> keys(List<Hit> hits) {
        return hits.stream()
                .map(hit -> hit.iri().substring("https://example.org/".length()))
                .toList();
    }

    private static String marked(Hit hit) {
        var text = new StringBuilder();
        hit.name().pieces().forEach(p -> text.append(p.isMarked() ? "[" + p.text() + "]" : p.text()));
        return text.toString();
    }

    @Test
    void withoutTonesAllSixAreFoundAndTheOneAsWrittenIsFirst() {
        assertThat(keys("ma")).startsWith("ma1").containsOnlyOnce("ma1", "ma2", "ma3", "ma4", "ma5", "ma6");
        assertThat(search("ma").spellings()).extracting(Spelling::text).contains("Ma", "Má", "Mà", "Mả", "Mã", "Mạ");
        assertThat(search("ma").areSpellingsFound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"má,ma2", "mà,ma3", "mả,ma4", "mã,ma5", "mạ,ma6", "MẠ,ma6"})
    void withToneThatWordOnlyIsFoundInNfcAndNfd(String text, String key) {
        for (var form : Normalizer.Form.values()) {
            var found = search(Normalizer.normalize(text, form));
            assertThat(keys(found.hits())).containsExactly(key);
            assertThat(found.areSpellingsFound()).isFalse();
            assertThat(found.spellings())
                    .hasSize(5)
                    .allSatisfy(s -> assertThat(s.text()).isNotEqualToIgnoringCase(text));
        }
    }

    @Test
    void aWordWithMarksNeverFindsAnother() {
        assertThat(keys("đường")).containsExactly("road");
        assertThat(search("đường").spellings()).containsExactly(new Spelling("Dương", 1));
        assertThat(keys("Dương")).containsExactly("duong");
        assertThat(keys("duong")).containsExactlyInAnyOrder("duong", "road");
        assertThat(keys("đương")).isEmpty();
        assertThat(search("đương").spellings()).hasSize(2);
        assertThat(search("Dưỡng Thị Hoà").hits()).isEmpty();
        assertThat(search("Dưỡng Thị Hoà").spellings()).containsExactly(new Spelling("Dương Thị Hoà", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dương Thị Hòa", "duong thi hoa", "dương thi hoà", "Thị Hoà", "duong hoa", "thị dương"})
    void placeOfToneMixedQueriesPartsAndOrder(String text) {
        assertThat(keys(text)).containsExactly("duong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mĩ", "Mỹ", "mỹ", "mi", "my", "united states"})
    void iAndYAreOne(String text) {
        assertThat(keys(text)).startsWith("america");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cayun Xavanha",
                "Cay-un Xa-van-ha",
                "Cay un Xa van ha",
                "cayun",
                "xavanha",
                "xa van ha",
                "Kayun Savanna",
                "Kay-un Xa-van-na",
                "kaiun savannah",
                "Cayn Xavanha"
            })
    void foreignNamesAreFoundHoweverTheyAreSpelled(String text) {
        assertThat(keys(text)).containsExactly("khin");
    }

    @Test
    void theOrderAndNearnessOfWordsRank() {
        assertThat(keys("hop tac khoa hoc")).containsExactly("treaty");
        assertThat(keys("nghề cá")).containsExactly("treaty", "other");
        assertThat(keys("hiệp ước nghề cá")).containsExactly("other", "treaty");
        assertThat(keys("hợp tác nghề cá")).startsWith("treaty");
    }

    @Test
    void mostOfTheWordsAreEnoughWhereNothingHasAll() {
        var found = search("hợp tác khoa học và kỹ thuật trong nghề rừng");
        assertThat(found.fit()).isEqualTo(Fit.IN_PART);
        assertThat(keys(found.hits())).startsWith("treaty");
    }

    @Test
    void aSlipIsForgivenButNotATone() {
        assertThat(search("Truongg Thuy").fit()).isEqualTo(Fit.ALIKE);
        assertThat(keys("Truongg Thuy")).containsExactly("road");
        assertThat(keys("Trườngg Thủy")).containsExactly("road");
        assertThat(keys("Trướng")).isEmpty();
        assertThat(keys("Trươnng")).isEmpty();
    }

    @Test
    void claimsAreNotFoundAndKindsAreCounted() {
        var found = INDEX.search(new SearchRequest("hiệp ước", Optional.of(SearchKind.PERSON), 0, 20, false));
        assertThat(found.kinds()).containsExactly(java.util.Map.entry(SearchKind.INSTRUMENT, 2L));
        assertThat(found.total()).isZero();
        assertThat(found.hits()).isEmpty();
    }

    @Test
    void sentencesOnlyWhereTheyMayBeShown() {
        var asked = new SearchRequest("đường thủy", Optional.of(SearchKind.PASSAGE), 0, 20, true);
        assertThat(marked(INDEX.search(asked).hits().getFirst())).isEqualTo("Đoàn đi [đường thuỷ] tới Phần Lan.");
        var hidden = INDEX.search(new SearchRequest("đường thủy", Optional.of(SearchKind.PASSAGE), 0, 20, false));
        assertThat(hidden.hits()).isEmpty();
        assertThat(hidden.kinds()).doesNotContainKey(SearchKind.PASSAGE);
        assertThat(search("đoàn").hits()).isEmpty();
    }

    @Test
    void whatWasAskedIsMarked() {
        assertThat(marked(search("truong thuy").hits().getFirst())).isEqualTo("[Truong Thuy] road");
        assertThat(marked(search("trường").hits().getFirst())).isEqualTo("đường [Trường] Thủy");
        assertThat(marked(search("ký").hits().getFirst())).isEqualTo("<b>[Kí]</b> & \"[ký]\"");
        assertThat(marked(INDEX.suggest("đường tr", Optional.empty(), 5).getFirst()))
                .isEqualTo("[đường Tr]ường Thủy");
    }

    @Test
    void suggestionsBeginAsWhatWasTyped() {
        assertThat(keys(INDEX.suggest("ha", Optional.empty(), 5))).containsExactly("khin", "treaty");
        assertThat(keys(INDEX.suggest("hiep u", Optional.empty(), 5))).containsExactly("treaty", "other");
        assertThat(keys(INDEX.suggest("m", Optional.of(SearchKind.COUNTRY), 5))).containsExactly("america");
        assertThat(keys(INDEX.suggest("mã", Optional.empty(), 5))).containsExactly("ma5");
        assertThat(keys(INDEX.suggest("m", Optional.empty(), 3))).hasSize(3);
        assertThat(INDEX.suggest("  ", Optional.empty(), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a* OR b*",
                "/.*/",
                "words:ma",
                "\"ma\"~5",
                "ma^1000",
                "[a TO z]",
                "\\",
                "(((((",
                "^",
                "$",
                "=má",
                "<m",
                "\u0000",
                "\uD800",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h"
            })
    void nothingIsReadAsAQueryLanguage(String text) {
        search(text);
        INDEX.suggest(text, Optional.empty(), 5);
        assertThat(keys("ma*")).isEqualTo(keys("ma"));
        assertThat(keys("+má -mà")).isEqualTo(keys("má mà"));
    }

    @Test
    void theSameDataGiveTheSameAnswers() {
        var quads = new ArrayList<Quad>();
        var data = DatasetGraphFactory.create();
        RDFParser.fromString(
                        "PREFIX r: <http://www.w3.org/2000/01/rdf-schema#> <x:g> { <x:a> r:label 'An Bình'@vi , 'An Binh'@en ."
                                + " <x:b> r:label 'An Bình'@vi . <x:c> r:label 'Bình An'@vi }",
                        Lang.TRIG)
                .parse(data);
        data.find().forEachRemaining(quads::add);
        try (var one = SearchIndexes.of(quads, new TreeMap<>());
                var two = SearchIndexes.of(quads.reversed(), new TreeMap<>())) {
            for (var text : List.of("an binh", "bình", "a", "an bin")) {
                assertThat(two.search(SearchRequest.of(text, 10))).isEqualTo(one.search(SearchRequest.of(text, 10)));
                assertThat(two.suggest(text, Optional.empty(), 10)).isEqualTo(one.suggest(text, Optional.empty(), 10));
            }
        }
    }
}
