package org.banggiao.graph;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.authority.Authority;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.EventType;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.Passage;
import org.banggiao.claim.PersonRef;
import org.banggiao.claim.PlaceRef;
import org.banggiao.claim.Said;
import org.banggiao.claim.Thing;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Hand-made claims on made-up texts, and graphs from them. */
final class Fixtures {
    static final ActorRef VIETNAM = new ActorRef("VN", "country:vietnam", "Việt Nam");
    static final ActorRef LAOS = new ActorRef("LA", "country:laos", "Lào");
    static final ActorRef CHINA = new ActorRef("CN", "country:china", "Trung Quốc");
    static final ActorRef SOVIET_UNION = new ActorRef("SU", "country:soviet-union", "Liên Xô");
    static final Ontology ONTOLOGY = Ontology.load(Path.of("ontology"));
    static final Authority AUTHORITY = Authority.load(Path.of("data", "authority"));
    static final String FILE = file("text-a");
    static final String PREFIXES = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX said: <https://w3id.org/banggiao/said#>
            PREFIX event: <https://w3id.org/banggiao/id/event/>
            PREFIX aidflow: <https://w3id.org/banggiao/id/aidflow/>
            PREFIX instrument: <https://w3id.org/banggiao/id/instrument/>
            PREFIX country: <https://w3id.org/banggiao/id/country/>
            PREFIX state: <https://w3id.org/banggiao/id/state/>
            PREFIX place: <https://w3id.org/banggiao/id/place/>
            PREFIX donorset: <https://w3id.org/banggiao/id/donorset/>
            PREFIX currency: <https://w3id.org/banggiao/code/currency/>
            PREFIX flowstage: <https://w3id.org/banggiao/code/flowstage/>
            PREFIX financetype: <https://w3id.org/banggiao/code/financetype/>
            PREFIX realisation: <https://w3id.org/banggiao/code/realisation/>
            PREFIX summability: <https://w3id.org/banggiao/code/summability/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private Fixtures() {}

    /** SHA-256 of the file of a made-up text. */
    static String file(String document) {
        return Hashes.hex(64, document);
    }

    static Passage passage(String document, int start, int end) {
        return new Passage(document, file(document), start, end, 12, 3, null, start / 100 + 1, "cd".repeat(32));
    }

    static Said said(String document, int start, String... fromContext) {
        return said(document, start, Said.Polarity.AFFIRMED, Said.Factuality.ACTUAL, fromContext);
    }

    static Said said(
            String document, int start, Said.Polarity polarity, Said.Factuality factuality, String... fromContext) {
        return new Said(
                "c" + start,
                passage(document, start, start + 90),
                fromContext.length == 0 ? List.of() : List.of(passage(document, start + 100, start + 130)),
                polarity,
                factuality,
                null,
                List.of("rule-a", "rule-b"),
                Set.of(fromContext),
                new BigDecimal("0.8"));
    }

    static DiplomaticEvent visit(Said said, String date, @Nullable String printed) {
        return new DiplomaticEvent(
                said,
                EventType.VISIT,
                HistoricalDate.parse(date),
                printed,
                new PlaceRef("Viêng Chăn", "place:vientiane-city"),
                List.of(VIETNAM, LAOS),
                List.of(new PersonRef("Phạm Văn Đồng", "person:pham-van-dong", "Thủ tướng")),
                null);
    }

    static Instrument treaty(Said said, String name, @Nullable String date) {
        return new Instrument(
                said,
                InstrumentType.TREATY,
                name,
                date == null ? null : HistoricalDate.parse(date),
                null,
                List.of(VIETNAM, LAOS),
                null,
                List.of(),
                null);
    }

    static AidFlow flow(Said said, @Nullable String period, AidFlow.Terms terms, String... amounts) {
        return flow(said, List.of(VIETNAM), AidFlow.Status.DISBURSED, period, terms, amounts);
    }

    /** Amounts as {@code "132 VND"}. */
    static AidFlow flow(
            Said said,
            List<ActorRef> donors,
            AidFlow.Status status,
            @Nullable String period,
            AidFlow.Terms terms,
            String... amounts) {
        return new AidFlow(
                said,
                donors,
                List.of(LAOS),
                AidFlow.Category.UNSPECIFIED,
                status,
                terms,
                Arrays.stream(amounts)
                        .map(a -> a.split(" "))
                        .map(a -> new Money(Amount.exact(new BigDecimal(a[0])), a[1]))
                        .toList(),
                List.of(),
                period == null ? null : HistoricalDate.parse(period),
                null,
                null);
    }

    /** A flow of goods and shares. */
    static AidFlow goods(Said said, String period, AidFlow.Item... items) {
        return new AidFlow(
                said,
                List.of(VIETNAM),
                List.of(LAOS),
                AidFlow.Category.TRAINING,
                AidFlow.Status.DISBURSED,
                AidFlow.Terms.GRANT,
                List.of(),
                List.of(items),
                HistoricalDate.parse(period),
                null,
                "Hiệp ước hữu nghị");
    }

    static AidFlow.Item item(@Nullable String number, @Nullable String unit, String what) {
        return new AidFlow.Item(number == null ? null : Amount.exact(new BigDecimal(number)), unit, what);
    }

    /** One of each kind that the graph knows, on two texts. */
    static GraphBuilder.Built everything() {
        var planned = said("text-a", 300, Said.Polarity.AFFIRMED, Said.Factuality.INTENDED);
        var denied = said("text-a", 3300, Said.Polarity.DENIED, Said.Factuality.ACTUAL);
        return build(
                thing(
                        visit(said("text-a", 100, "actors"), "1998-02-09", "9-2-1998"),
                        visit(said("text-b", 100), "1998-03-09", "9-3-1998")),
                thing(visit(planned, "1999", "năm 1999")),
                thing(visit(said("text-a", 3100), "1995-05", "tháng 5-1995"), visit(denied, "1995-05", null)),
                thing(treaty(said("text-a", 500), "Hiệp ước hữu nghị", "1977-07-18")),
                thing(flow(said("text-a", 700), "1977", AidFlow.Terms.GRANT, "132000000 VND", "50000 USD")),
                thing(goods(
                        said("text-a", 900),
                        "1979/1980",
                        item("1500", "tấn", "gạo"),
                        item(null, null, "thuốc"),
                        item("33.57", "%", "giao thông"))));
    }

    static Thing thing(Claim... claims) {
        return new Thing(
                claims[0].kind(),
                List.of(claims),
                IntStream.range(1, claims.length)
                        .mapToObj(i -> "made so for the test")
                        .toList());
    }

    static GraphBuilder.Built build(Thing... things) {
        return build(Identifiers.empty(), things);
    }

    static GraphBuilder.Built build(Identifiers identifiers, Thing... things) {
        return GraphBuilder.build(new GraphBuilder.Inputs(
                List.of(things),
                AUTHORITY,
                GraphFactory.createGraphMem(),
                identifiers,
                ONTOLOGY,
                List.of(new Run("text-a", FILE, "01".repeat(32), "02".repeat(32), "0.1.0")),
                Iris.DEFAULT));
    }

    /** Rows of a query over the union of all graphs; cells as text, rows joined by spaces, sorted unless ordered. */
    static List<String> ask(DatasetGraph dataset, String query) {
        var union = DatasetFactory.wrap(dataset);
        try (var execution =
                QueryExecutionFactory.create(QueryFactory.create(PREFIXES + query), union.getUnionModel())) {
            var results = execution.execSelect();
            var vars = results.getResultVars();
            var rows = new ArrayList<String>();
            while (results.hasNext()) {
                var row = results.next();
                rows.add(String.join(
                        " ",
                        vars.stream()
                                .map(v -> row.contains(v) ? text(row.get(v).asNode()) : "-")
                                .toList()));
            }
            return rows;
        }
    }

    private static String text(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : node.getURI().replaceAll("^https://w3id.org/banggiao/(id/|code/)?", "");
    }

    /** The statements on a subject in the top graph, as {@code property value}, sorted. */
    static List<String> statements(GraphBuilder.Built built, Node subject) {
        return built.quads().stream()
                .filter(q -> q.getSubject().equals(subject) && q.getGraph().equals(Iris.DEFAULT.topGraph()))
                .map(q -> text(q.getPredicate()) + " " + text(q.getObject()))
                .sorted()
                .toList();
    }

    /** Subjects of a class in the top graph. */
    static List<Node> ofClass(GraphBuilder.Built built, Node type) {
        return built.quads().stream()
                .filter(q -> q.getPredicate().equals(Vocabulary.TYPE)
                        && q.getObject().equals(type))
                .map(Quad::getSubject)
                .toList();
    }
}
