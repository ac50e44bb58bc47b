package org.banggiao.publish.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.dump.Changes.What;
import org.banggiao.store.KeptRelease;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed out of a release is the release, whole and the same each time; what changed is said. */
class DumpTest {
    private static final String PREFIXES = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX event: <https://w3id.org/banggiao/id/event/>
            PREFIX claim: <https://w3id.org/banggiao/id/claim/>
            PREFIX g: <https://w3id.org/banggiao/graph/>
            """;

    @TempDir
    private Path folder;

    private static KeptRelease make(Path folder, DatasetGraph data) {
        var unused = Releases.in(folder).make(scratch -> {
            var quads = new SortedQuads(scratch);
            var all = new ArrayList<Quad>();
            data.find().forEachRemaining(all::add);
            for (var quad : all) {
                quads.add(quad);
            }
            return new ReleaseContent(
                    quads,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of(new DumpPart("https://w3id.org/banggiao/"), new ChangesPart()));
        });
        return Releases.in(folder).all().getFirst();
    }

    private static DatasetGraph trig(String text) {
        var data = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + text, Lang.TRIG).parse(data);
        return data;
    }

    private static DatasetGraph fixture() {
        var data = DatasetGraphFactory.create();
        PagesFixture.quads().forEach(data::add);
        return data;
    }

    private static DatasetGraph read(KeptRelease release, String name, Lang lang) throws IOException {
        var data = DatasetGraphFactory.create();
        try (var in = new GZIPInputStream(
                Files.newInputStream(release.file(name).orElseThrow().path()))) {
            RDFParser.source(in).lang(lang).parse(data);
        }
        return data;
    }

    private static Map<String, CSVRecord> table(KeptRelease release, String name) throws IOException {
        var rows = new HashMap<String, CSVRecord>();
        try (var in = new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(release.file("dumps/" + name + ".csv.gz")
                                .orElseThrow()
                                .path())),
                        StandardCharsets.UTF_8);
                var csv = CSVFormat.RFC4180.builder().setHeader().get().parse(in)) {
            csv.forEach(row -> rows.put(row.get("id"), row));
        }
        return rows;
    }

    @Test
    void whatIsReadAgainIsTheGraph() throws IOException {
        var data = fixture();
        var release = make(folder, data);
        assertThat(IsoMatcher.isomorphic(read(release, KeptRelease.DATASET, Lang.NQUADS), data))
                .isTrue();
        assertThat(IsoMatcher.isomorphic(read(release, "dumps/" + DumpPart.TRIG, Lang.TRIG), data))
                .isTrue();
    }

    @Test
    void theSameReleaseHasTheSameBytes() {
        var one = make(folder.resolve("one"), fixture());
        var other = make(folder.resolve("other"), fixture());
        for (var name : one.files().keySet()) {
            if (name.equals(KeptRelease.DATASET) || name.startsWith("dumps/") || name.startsWith("changes/")) {
                assertThat(other.file(name).orElseThrow().sha256())
                        .as(name)
                        .isEqualTo(one.file(name).orElseThrow().sha256());
            }
        }
        assertThat(one.files().keySet()).contains("dumps/events.csv.gz", "dumps/claims.csv.gz", "changes/changes.tsv");
    }

    @Test
    void tablesSayWhatTheGraphSays() throws IOException {
        var release = make(folder, fixture());
        var event = table(release, "events").get("https://w3id.org/banggiao/id/event/k7m2q");
        assertThat(event.get("date")).isEqualTo("[1983-02-09,1983-03-09]");
        assertThat(event.get("countries_en").split("\\|")).containsExactlyInAnyOrder("Finland", "Vietnam");
        assertThat(event.get("countries_vi").split("\\|")).containsExactlyInAnyOrder("Phần Lan", "Việt Nam");
        assertThat(event.get("claims").split("\\|")).hasSize(2);
        var claim = table(release, "claims").get("https://w3id.org/banggiao/id/claim/c1a");
        assertThat(claim.get("thing")).isEqualTo("https://w3id.org/banggiao/id/event/k7m2q");
        assertThat(claim.get("page")).isEqualTo("12");
        assertThat(claim.get("from")).isEqualTo("1200");
        assertThat(claim.get("to")).isEqualTo("1290");
        var flow = table(release, "aidflows").get("https://w3id.org/banggiao/id/aidflow/v5t");
        assertThat(flow.get("amount_value")).isEqualTo("1250000.5");
        assertThat(table(release, "instruments")).containsKey("https://w3id.org/banggiao/id/instrument/h4n");
        assertThat(table(release, "actors")).containsKey("https://w3id.org/banggiao/id/country/finland");
        assertThat(table(release, "sources")).containsKey("https://w3id.org/banggiao/id/source/one");
    }

    @Test
    void severalValuesAndSignsBetweenThemAreToldApart() throws IOException {
        var release = make(folder, trig("""
                GRAPH g:top { event:a a bg:Event ; rdfs:label "A|B, \\"c\\"\\\\"@en , "=1+1"@vi ; bg:dateAsPrinted "x\\ny", "z" . }
                """));
        var row = table(release, "events").get("https://w3id.org/banggiao/id/event/a");
        assertThat(row.get("label_en")).isEqualTo("A\\|B, \"c\"\\\\");
        assertThat(row.get("label_vi")).isEqualTo("=1+1");
        assertThat(row.get("date_as_printed")).isEqualTo("x\ny|z");
    }

    @Test
    void everyColumnHasWordsInBothLanguagesAndAPathOfTheOntology() {
        var tables = Table.all();
        assertThat(tables)
                .extracting(Table::name)
                .contains("events", "instruments", "aidflows", "actors", "places", "sources", "claims");
        for (var table : tables) {
            assertThat(table.heads()).as(table.name()).doesNotHaveDuplicates();
            for (var column : table.columns()) {
                assertThat(column.english())
                        .as(table.name() + " " + column.name())
                        .isNotBlank();
                assertThat(column.vietnamese())
                        .as(table.name() + " " + column.name())
                        .isNotBlank();
            }
        }
    }

    @Test
    void theFirstReleaseHasNothingBeforeIt() {
        var release = make(folder, trig("GRAPH g:top { event:a a bg:Event }"));
        var summary = Changes.summary(release.folder().resolve("changes/summary.tsv"));
        assertThat(summary.before()).isEmpty();
        assertThat(summary.counts()).isEmpty();
    }

    @Test
    void whatChangedIsSaid() {
        var first = make(folder, trig("""
                GRAPH g:top {
                    event:same a bg:Event ; rdfs:label "Same"@en .
                    event:other a bg:Event ; rdfs:label "Other"@en ; bg:hasClaim claim:o .
                    event:parts a bg:Event . <https://w3id.org/banggiao/id/event/parts/participation/1> bg:role 1 .
                    event:gone a bg:Event ; rdfs:label "Gone"@en ; bg:hasClaim claim:g .
                    event:joined a bg:Event ; rdfs:label "Joined"@en , "Ghép"@vi ; bg:hasClaim claim:j .
                    claim:o a bg:Claim . claim:g a bg:Claim . claim:j a bg:Claim .
                }
                """));
        var second = make(folder, trig("""
                GRAPH g:top {
                    event:same a bg:Event ; rdfs:label "Same"@en .
                    event:other a bg:Event ; rdfs:label "Other"@en ; bg:hasClaim claim:o, claim:j .
                    event:parts a bg:Event . <https://w3id.org/banggiao/id/event/parts/participation/1> bg:role 2 .
                    event:new a bg:Event .
                    claim:o a bg:Claim . claim:j a bg:Claim .
                }
                """));
        assertThat(second.id()).isNotEqualTo(first.id());
        var changes = second.folder().resolve("changes");
        var base = "https://w3id.org/banggiao/id/";
        assertThat(Changes.first(changes.resolve(Changes.LIST), 100))
                .containsExactly(
                        new Changes.Change(What.WITHDRAWN, "claim", base + "claim/g", "", "", ""),
                        new Changes.Change(What.WITHDRAWN, "event", base + "event/gone", "", "Gone", ""),
                        new Changes.Change(
                                What.MERGED, "event", base + "event/joined", "Ghép", "Joined", base + "event/other"),
                        new Changes.Change(What.ADDED, "event", base + "event/new", "", "", ""),
                        new Changes.Change(What.CHANGED, "event", base + "event/other", "", "Other", ""),
                        new Changes.Change(What.CHANGED, "event", base + "event/parts", "", "", ""));
        var summary = Changes.summary(changes.resolve(Changes.SUMMARY));
        assertThat(summary.before()).contains(first.id());
        assertThat(summary.count("event", What.CHANGED)).isEqualTo(2);
        assertThat(summary.count("claim", What.WITHDRAWN)).isEqualTo(1);
        assertThat(summary.added()).isEqualTo(3);
        assertThat(summary.removed()).isEqualTo(9);
    }
}
