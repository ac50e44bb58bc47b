package org.banggiao.bench;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * A query that is measured. Each time it is asked for the first time its text is another one: {@code %u} in the name of a
 * variable becomes a number, {@code %e} the address of another event. What is to be done stays the same.
 *
 * @param name as the table shows it
 * @param text with the marks
 */
record BenchQuery(String name, String text) {
    private static final String PREFIXES = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX said: <https://w3id.org/banggiao/said#>
            PREFIX country: <https://w3id.org/banggiao/id/country/>
            PREFIX flowstage: <https://w3id.org/banggiao/code/flowstage/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    static final List<BenchQuery> ALL = List.of(
            new BenchQuery("describe", "DESCRIBE <%e>"),
            new BenchQuery("range, sorted", """
                    SELECT ?e ?start%u WHERE {
                      ?e a bg:Visit ; bg:start ?start%u .
                      FILTER(?start%u >= "1975-01-01"^^xsd:date && ?start%u < "1980-01-01"^^xsd:date)
                    } ORDER BY ?start%u ?e
                    """),
            new BenchQuery(
                    "group: events by year",
                    "SELECT ?year (COUNT(?e) AS ?n%u) WHERE { ?e a bg:Event ; bg:year ?year } GROUP BY ?year"),
            new BenchQuery("group: aid by donor, recipient, year, unit", """
                    SELECT ?donor ?recipient ?year ?unit (SUM(?value) AS ?total%u) WHERE {
                      ?flow bg:donorSet ?donor ; bg:recipientCountry ?recipient ; bg:flowStage flowstage:delivery ;
                          bg:year ?year ; bg:summableAmount ?amount .
                      ?amount bg:value ?value ; bg:unit ?unit
                    } GROUP BY ?donor ?recipient ?year ?unit
                    """),
            new BenchQuery("join: country, person, visit, agreement", """
                    SELECT DISTINCT ?name%u ?agreement ?visit WHERE {
                      ?signing bg:signs ?agreement ; bg:participantCountry country:mongolia ; bg:involvesPerson ?person .
                      ?agreement bg:contractingCountry country:laos .
                      ?person rdfs:label ?name%u .
                      ?visit a bg:Visit ; bg:involvesPerson ?person ; bg:participantCountry country:vietnam .
                      FILTER(lang(?name%u) = "en")
                    }
                    """),
            new BenchQuery("label search, CONTAINS", """
                    SELECT ?thing ?label%u WHERE {
                      ?thing a bg:Instrument ; rdfs:label ?label%u .
                      FILTER(CONTAINS(LCASE(STR(?label%u)), "hiệp ước về thương mại"))
                    }
                    """),
            new BenchQuery("label search, REGEX", """
                    SELECT ?thing ?label%u WHERE {
                      ?thing a bg:Instrument ; rdfs:label ?label%u .
                      FILTER(REGEX(?label%u, "^treaty on (trade|health)", "i"))
                    }
                    """),
            new BenchQuery("eight optionals", """
                    SELECT * WHERE {
                      <%e> a bg:Event .
                      OPTIONAL { <%e> rdfs:label ?label . FILTER(lang(?label) = "vi") }
                      OPTIONAL { <%e> bg:date ?date }
                      OPTIONAL { <%e> bg:start ?start }
                      OPTIONAL { <%e> bg:place ?place . ?place rdfs:label ?placeLabel }
                      OPTIONAL { <%e> bg:participantCountry ?country . ?country rdfs:label ?countryLabel }
                      OPTIONAL { <%e> bg:involvesPerson ?person . ?person rdfs:label ?personLabel }
                      OPTIONAL { <%e> bg:hasClaim ?claim . ?claim said:statedIn ?passage . ?passage bg:sentence ?sentence }
                      OPTIONAL { <%e> bg:signs ?instrument }
                    }
                    """),
            new BenchQuery("count", "SELECT (COUNT(*) AS ?n%u) WHERE { ?s ?p ?o }"));

    /** The text to ask, another one for each number. */
    String text(int number) {
        return PREFIXES
                + text.replace("%u", String.valueOf(number)).replace("%e", LargeGraph.event(number, LargeGraph.THINGS));
    }

    private boolean isGraph() {
        return text.startsWith("DESCRIBE");
    }

    /** The format that is asked for. */
    String accept() {
        return isGraph() ? "text/turtle" : "application/sparql-results+json";
    }

    /** What an answer says, whatever the order and spelling. */
    List<String> content(byte[] answer) {
        var lines = new java.util.ArrayList<String>();
        var in = new ByteArrayInputStream(answer);
        if (isGraph()) {
            var graph = RDFParser.source(in).lang(Lang.TURTLE).toGraph();
            graph.find(Triple.ANY).forEach(triple -> lines.add(triple.toString()));
        } else {
            var rows = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .read(in, new Context());
            rows.forEachRemaining(row -> {
                var cells = new TreeSet<String>();
                row.forEach((variable, value) -> cells.add(variable + "=" + value));
                lines.add(cells.toString());
            });
        }
        lines.sort(null);
        return lines;
    }
}
