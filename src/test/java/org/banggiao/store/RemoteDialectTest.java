package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteDialectTest {
    @ParameterizedTest
    @CsvSource({"Virtuoso/07.20.3229 (Linux), timeout=20000", "Apache Jena Fuseki, timeout=20"})
    void aStoreThatSaysWhatItIsIsToldTimesInItsUnit(String server, String time) {
        try (var store = new OddServer(exchange -> {
                    exchange.getResponseHeaders().set("Server", server);
                    OddServer.send(
                            exchange,
                            200,
                            OddServer.JSON,
                            "{\"head\":{\"vars\":[\"g\"]},\"results\":{\"bindings\":[]}}");
                });
                var endpoint = new RemoteEndpoint(RemoteSettings.of(store.address()))) {
            var queries = new RemoteQueries(
                    endpoint, new RemoteDataset(new TreeSet<>(), List.of()), new QueryLimits(Duration.ofSeconds(20)));
            queries.rows("SELECT ?g { }", row -> {});
            queries.rows("SELECT ?g { }", row -> {});
            assertThat(store.asked().getLast()).endsWith("&" + time);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50000000000             | http://www.w3.org/2001/XMLSchema#decimal                   | "50000000000.0"^^<http://www.w3.org/2001/XMLSchema#decimal>
            0.50                    | http://www.w3.org/2001/XMLSchema#decimal                   | "0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>
            1976                    | http://www.w3.org/2001/XMLSchema#integer                   | "1976"^^<http://www.w3.org/2001/XMLSchema#integer>
            1976-07-18              | http://www.w3.org/2001/XMLSchema#date                      | "1976-07-18"^^<http://www.w3.org/2001/XMLSchema#date>
            1976-07                 | http://id.loc.gov/datatypes/edtf/EDTF                      | "1976-07"^^<http://id.loc.gov/datatypes/edtf/EDTF>
            POINT(-4.001669883728 5.3544402122498) | http://www.openlinksw.com/schemas/virtrdf#Geometry | "POINT(-4.00167 5.35444)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>
            POINT(105.18175 -12)    | http://www.openlinksw.com/schemas/virtrdf#Geometry         | "POINT(105.18175 -12.00000)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>
            """)
    void valuesOfVirtuosoHaveTheFormsOfTheEmbeddedStore(String form, String type, String expected) {
        var term = NodeFactory.createLiteralDT(form, TypeMapper.getInstance().getSafeTypeByName(type));
        assertThat(NodeFmtLib.strNT(RemoteDialect.VIRTUOSO.read(term))).isEqualTo(expected);
        assertThat(RemoteDialect.STANDARD.read(term)).isEqualTo(term);
    }

    @Test
    void otherTermsStayAsTheyAre() {
        for (var term : List.of(
                NodeFactory.createURI("urn:x"),
                NodeFactory.createLiteralString("1.50"),
                NodeFactory.createLiteralLang("Hội nghị", "vi"))) {
            assertThat(RemoteDialect.VIRTUOSO.read(term)).isEqualTo(term);
        }
    }

    @Test
    void dialectsAreNamedInSettings() {
        assertThat(RemoteDialect.of("virtuoso")).contains(RemoteDialect.VIRTUOSO);
        assertThat(RemoteDialect.of("oracle")).isEqualTo(Optional.empty());
    }
}
