package org.banggiao.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banggiao.conformance.Verdict.Outcome;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;
import org.junit.jupiter.api.Test;

/**
 * Runs the suites of the W3C against the started service and compares what came of it with the reports that are published.
 * With {@code -Dbanggiao.update=true} it writes them.
 */
class ConformanceTest {
    private static final Path REPORTS = Path.of("src/main/resources/org/banggiao/publish/catalog/conformance");
    private static final Path SUITE = Path.of("../shared/suites/w3c-sparql11");
    private static final String SPARQL_11 = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/";
    private static final String SPARQL_10 = "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/";

    /** The folders of the suites with cases on queries that one service can answer by itself, under the default entailment. */
    private static final List<String> FOLDERS_10 = List.of(
            "algebra",
            "ask",
            "basic",
            "bnode-coreference",
            "boolean-effective-value",
            "bound",
            "cast",
            "construct",
            "dataset",
            "distinct",
            "expr-builtin",
            "expr-equals",
            "expr-ops",
            "graph",
            "i18n",
            "open-world",
            "optional",
            "optional-filter",
            "reduced",
            "regex",
            "solution-seq",
            "sort",
            "syntax-sparql1",
            "syntax-sparql2",
            "syntax-sparql3",
            "syntax-sparql4",
            "syntax-sparql5",
            "triple-match",
            "type-promotion");

    private static final List<String> FOLDERS_11 = List.of(
            "aggregates",
            "bind",
            "bindings",
            "construct",
            "csv-tsv-res",
            "exists",
            "functions",
            "grouping",
            "json-res",
            "negation",
            "project-expression",
            "property-path",
            "subquery",
            "syntax-fed",
            "syntax-query");

    @Test
    void protocol() {
        var suite = w3c("protocol", "protocol/");
        http(
                "protocol",
                "SPARQL 1.1 Protocol",
                suite,
                "The suite gives no content for the graph data0.rdf that some cases ask; here it holds one triple.",
                List.of("manifest.ttl"));
    }

    @Test
    void graphStore() {
        var suite = w3c("graph-store-protocol", "http-rdf-update/");
        http(
                "graph-store-protocol",
                "SPARQL 1.1 Graph Store HTTP Protocol",
                suite,
                "",
                List.of("manifest-direct.ttl", "manifest-indirect.ttl"));
    }

    private static void http(String name, String title, Suite suite, String remark, List<String> manifests) {
        var source = new SwitchSource(MemoryStore.of(List.of()));
        var verdicts = new ArrayList<Verdict>();
        try (var service =
                        TestService.of(source, Map.of("banggiao.base-iri", HttpCases.BASE, "banggiao.title", "Test"));
                var writable = new WritableInstance()) {
            var cases = new HttpCases(suite, source, service, writable);
            manifests.forEach(manifest -> Case.of(suite, manifest).forEach(test -> verdicts.addAll(cases.run(test))));
        }
        compare(new EarlReport(name, title, suite.baseIri(), suite.sha256(), remark, verdicts));
    }

    @Test
    void serviceDescription() {
        var suite = w3c("service-description", "service-description/");
        var store = TestService.store("GRAPH <urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }");
        try (var service = TestService.of(store, Map.of())) {
            var cases = new DescriptionCases(service);
            var verdicts =
                    Case.of(suite, "manifest.ttl").stream().map(cases::run).toList();
            compare(new EarlReport(
                    "service-description",
                    "SPARQL 1.1 Service Description",
                    suite.baseIri(),
                    suite.sha256(),
                    "",
                    verdicts));
        }
    }

    @Test
    void queries10() {
        var suite = Suite.ofClassPath("testcases-sparql-1.0-w3c/data-r2", "manifest-evaluation.ttl", SPARQL_10);
        query("sparql10-query", "SPARQL 1.0 Query Language, as SPARQL 1.1", suite, FOLDERS_10);
    }

    @Test
    void queries11() {
        var suite = Suite.ofClassPath("testcases-sparql-1.1-w3c", "manifest-all.ttl", SPARQL_11);
        query("sparql11-query", "SPARQL 1.1 Query Language and results", suite, FOLDERS_11);
    }

    private static void query(String name, String title, Suite suite, List<String> folders) {
        var source = new SwitchSource(MemoryStore.of(List.of()));
        var verdicts = new ArrayList<Verdict>();
        try (var service = TestService.of(source, Map.of())) {
            var cases = new QueryCases(suite, source, service);
            folders.forEach(
                    folder -> Case.of(suite, folder + "/manifest.ttl").forEach(test -> verdicts.add(cases.run(test))));
        }
        compare(new EarlReport(
                name,
                title,
                suite.baseIri(),
                suite.sha256(),
                "As rdf4j-sparql-testsuite holds the suite; data of each case in named graphs that the request names.",
                verdicts));
    }

    private static Suite w3c(String folder, String base) {
        var root = SUITE.resolve(folder);
        assumeTrue(Files.isDirectory(root), "The suite is not here: " + root);
        return new Suite(root, SPARQL_11 + base);
    }

    private static void compare(EarlReport report) {
        var file = REPORTS.resolve(report.name() + ".ttl");
        assertThat(report.verdicts()).as("cases of " + report.title()).isNotEmpty();
        try {
            if (Boolean.getBoolean("banggiao.update")) {
                Files.createDirectories(REPORTS);
                Files.writeString(file, report.turtle());
            }
            assertThat(report.turtle())
                    .as("what came of " + report.title() + ", against " + file
                            + "; where the change is right: -Dbanggiao.update=true")
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(report.verdicts().stream().filter(v -> v.outcome() == Outcome.PASSED && Reasons.has(v)))
                .as("cases that pass, with a reason in reasons.tsv why they do not")
                .isEmpty();
    }
}
