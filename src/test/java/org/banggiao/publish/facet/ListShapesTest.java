package org.banggiao.publish.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.entity.Prefixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListShapesTest {
    private static final String PREFIXES = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX facet: <https://w3id.org/banggiao/facet#>
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            """;

    @Test
    void aProjectMakesFacetsOfItsOwnByShapesAlone() {
        var shapes = read("""
                <acts> a sh:NodeShape ; facet:key "acts" ; sh:targetClass bg:Event ; sh:name "Acts"@en ; facet:date bg:date ;
                    sh:property <of>, <needed> .
                <of> facet:key "home" ; facet:as facet:Terms ; sh:name "Home of who took part"@en ;
                    sh:path ( bg:involvesPerson bg:country ) ; facet:namespace <id/country/> .
                <needed> sh:path bg:involvesPerson ; sh:minCount 1 .
                """);
        var lists = new FacetLists(shapes, Prefixes.of(States.BASE));
        var acts = shapes.list("acts").orElseThrow();
        try (var store = PagesFixture.store()) {
            var selection = lists.select(ListState.of(acts), store, "en");
            assertThat(selection.size()).isEqualTo(1);
            assertThat(lists.index(acts, store).values(acts.facets().getFirst()))
                    .extracting(FacetValue::text)
                    .containsExactly("vietnam");
            var query = lists.queries().counts(selection.state(), acts.facets().getFirst(), selection.index());
            assertThat(States.rows(query, store)).hasSize(1);
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsShape() {
        assertThatThrownBy(() -> read("""
                        <acts> a sh:NodeShape ; facet:key "acts" ; sh:name "Acts" ; sh:property <one>, <two>, <three> .
                        <one> facet:key "page" ; facet:as facet:Terms ; sh:name "One" ; sh:path bg:place .
                        <two> facet:key "two" ; facet:as facet:Hierarchy ; facet:brooder bg:within ; sh:name "Two" ; sh:path bg:place .
                        <three> facet:key "three" ; facet:as facet:Terms ; sh:path [ sh:inversePath 7 ] .
                        """))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("<https://w3id.org/banggiao/acts> needs one sh:targetClass")
                .hasMessageContaining("one> has the facet:key \"page\", which is a parameter of every list")
                .hasMessageContaining("two> has facet:brooder, which is no property of a facet")
                .hasMessageContaining("two> is a facet:Hierarchy and needs one facet:broader")
                .hasMessageContaining("three> has a sh:path that is no path of SHACL")
                .hasMessageContaining("three> needs an sh:name");
    }

    @Test
    void aFileThatIsNoTurtleNotThereOrEmptyIsSaid() {
        assertThatThrownBy(() -> read("<acts> a"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("test.ttl is no Turtle");
        assertThatThrownBy(() -> read("")).isInstanceOf(FaultException.class).hasMessageContaining("describes no list");
        assertThatThrownBy(() -> ListShapes.of(Path.of("no", "such.ttl"), States.BASE))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Mend banggiao.facets");
    }

    @Test
    void everyListAndFacetOfTheServiceHasANameInBothLanguages() {
        for (var list : ListShapes.own(States.BASE).lists()) {
            assertThat(list.names()).as(list.key()).containsOnlyKeys("vi", "en");
            list.facets().forEach(f -> assertThat(f.names()).as(f.key()).containsOnlyKeys("vi", "en"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1950,1950", "1950-1954,1950-1954", "1950-,1950-", "-1954,-1954", "1950-1950,1950", "0950,950"})
    void yearsRoundTrip(String text, String canonical) {
        var range = YearRange.parse(text).orElseThrow();
        assertThat(range).hasToString(canonical);
        assertThat(YearRange.parse(canonical)).contains(range);
    }

    @Test
    void whatIsNoYearsIsNone() {
        assertThat(List.of("", "-", "soon", "1954-1950", "19500", "1950-1954-1960", "1950..1954"))
                .allSatisfy(text -> assertThat(YearRange.parse(text)).isEmpty());
    }

    private static ListShapes read(String turtle) {
        return ListShapes.read(
                new ByteArrayInputStream((PREFIXES + turtle).getBytes(StandardCharsets.UTF_8)),
                States.BASE,
                "test.ttl");
    }
}
