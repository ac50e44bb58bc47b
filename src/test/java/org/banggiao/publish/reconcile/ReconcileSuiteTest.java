package org.banggiao.publish.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;
import org.banggiao.text.Folding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the service answers over the released data, held against the schemas of the Reconciliation API in both versions; and the
 * examples that come with these, asked of the service or put where they belong in its answers.
 */
class ReconcileSuiteTest {
    private static final Path SUITE = Path.of("../shared/suites/reconciliation");
    private static final int SEED = 9;
    private static final int QUERIES = 100;
    private static final int IN_A_BATCH = 10;

    private static final Map<String, String> PATHS = Map.of("0.2", "/reconcile/0.2", "1.0-draft", "/reconcile/1.0");
    private static final Map<String, SchemaRegistry> REGISTRIES = new HashMap<>();
    private static TestService service;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isDirectory(SUITE), "the schemas are not here: " + SUITE);
        service = TestService.of(MemoryStore.copyOf(DatasetFile.read(Path.of("data/graph/dataset.nq"))), Map.of());
        // The first request waits until the index of the release is made.
        service.send(
                service.request("/reconcile/0.2/en/suggest/entity?prefix=a").timeout(Duration.ofMinutes(4)));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    // Schemas

    /** The schemas name a meta-schema by an address that stands for the current one of their time. */
    private static SchemaRegistry registry(String version) {
        return REGISTRIES.computeIfAbsent(version, v -> {
            var schemas = new HashMap<String, String>();
            for (var file : files(SUITE.resolve(v).resolve("schemas"))) {
                var text =
                        text(file).replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#");
                schemas.put(location(v, file.getFileName().toString()), text);
                schemas.put(
                        Json.read(text, file.toString())
                                .path("$id")
                                .stringValue()
                                .replaceFirst("#$", ""),
                        text);
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, b -> b.schemas(schemas));
        });
    }

    private static String location(String version, String file) {
        return "https://reconciliation-api.github.io/specs/" + (version.equals("0.2") ? version : "draft") + "/schemas/"
                + file;
    }

    private static List<String> errors(String version, String schema, String json) {
        return registry(version)
                .getSchema(SchemaLocation.of(location(version, schema + ".json")))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static void assertValid(String version, String schema, String json) {
        assertThat(errors(version, schema, json))
                .as("%s %s: %s", version, schema, json)
                .isEmpty();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Examples

    @TestFactory
    Stream<DynamicTest> examples() {
        return PATHS.keySet().stream().sorted().flatMap(version -> {
            var tests = new ArrayList<DynamicTest>();
            for (var state : new String[] {"valid", "invalid"}) {
                try (var all = Files.walk(SUITE.resolve(version).resolve("examples"))) {
                    all.filter(f -> f.getParent().endsWith(state)
                                    && f.toString().endsWith(".json"))
                            .sorted()
                            .forEach(file -> tests.add(DynamicTest.dynamicTest(
                                    version + " " + file, () -> example(version, state.equals("valid"), file))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            assertThat(tests).hasSizeGreaterThan(30);
            return tests.stream();
        });
    }

    private static void example(String version, boolean isValid, Path file) {
        var what = file.getParent().getParent().getFileName().toString();
        var json = text(file);
        switch (what) {
            case "reconciliation-query-batch" -> {
                var answer = match(version, json);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(isValid ? 200 : 400);
                if (isValid) {
                    assertValid(version, what, json);
                    assertValid(version, "reconciliation-result-batch", answer.body());
                }
            }
            case "data-extension-query" -> {
                assertValid(version, what, json);
                var answer = extend(version, json);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertValid(version, "data-extension-response", answer.body());
            }
            case "data-extension-metadata" -> inManifest(version, json, "extend");
            case "preview-metadata" -> inManifest(version, json, "preview");
            // The service is open: there is no scheme to be held against anything.
            case "security-scheme" ->
                assertThat(Json.read(get(PATHS.get(version)).body(), what).has("authentication"))
                        .isFalse();
            case "suggest-metadata" -> {
                var suggest = Json.object();
                suggest.set("entity", Json.read(json, what));
                inManifest(version, suggest.toString(), "suggest");
            }
            case "reconciliation-candidate" -> {
                var batch = (ObjectNode)
                        Json.read(match(version, nameQuery(version, "Lào")).body(), what);
                var candidates = version.equals("0.2")
                        ? batch.path("q").path("result")
                        : batch.path("results").path(0).path("candidates");
                ((ArrayNode) candidates).add(Json.read(json, what));
                assertValid(version, "reconciliation-result-batch", batch.toString());
            }
            case "flyout-response" -> {
                var flyout = get("/reconcile/0.2/en/flyout/entity?id=country/laos");
                assertThat(names(Json.read(flyout.body(), what))).isEqualTo(names(Json.read(json, what)));
            }
            default -> assertThat(errors(version, what, json).isEmpty()).isEqualTo(isValid);
        }
    }

    private static void inManifest(String version, String json, String member) {
        var manifest = (ObjectNode) Json.read(get(PATHS.get(version)).body(), "manifest");
        assertThat(manifest.has(member)).isTrue();
        manifest.set(member, Json.read(json, member));
        assertValid(version, "manifest", manifest.toString());
    }

    private static List<String> names(JsonNode object) {
        return object.propertyNames().stream().sorted().toList();
    }

    // Live answers

    @ParameterizedTest
    @CsvSource({"0.2, vi", "0.2, en", "1.0-draft, vi", "1.0-draft, en"})
    void whatTheServiceSaysOfItselfAndSuggestsIsValid(String version, String language) {
        var root = PATHS.get(version) + "/" + language;
        assertValid(version, "manifest", get(root).body());
        for (var prefix : new String[] {"", "vi", "hiệp ước", "Kay", "zzz", "\"<b>", "a b c"}) {
            var query = "?prefix=" + TestService.encode(prefix);
            assertValid(
                    version,
                    "suggest-entities-response",
                    get(root + "/suggest/entity" + query).body());
            assertValid(
                    version,
                    "suggest-types-response",
                    get(root + "/suggest/type" + query).body());
            assertValid(
                    version,
                    "suggest-properties-response",
                    get(root + "/suggest/property" + query).body());
        }
        for (var type : Schema.own("https://w3id.org/banggiao/").types()) {
            var suggested =
                    Json.read(get(root + "/suggest/type?prefix=" + type.id()).body(), "types");
            assertThat(suggested.path("result").size()).isPositive();
            suggested.path("result").values().forEach(one -> assertValid(version, "type", one.toString()));
            var proposal =
                    get(root + "/extend/propose?type=" + type.id() + "&limit=5").body();
            assertValid(version, "data-extension-property-proposal", proposal);
            assertThat(Json.read(proposal, "proposal").path("properties").size())
                    .isBetween(1, 5);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.2, vi", "0.2, en", "1.0-draft, vi", "1.0-draft, en"})
    void aHundredQueriesAreAnsweredByTheSchema(String version, String language) {
        var random = new Random(SEED);
        var names = names();
        for (int i = 0; i < QUERIES; i += IN_A_BATCH) {
            var batch = batch(version, random, names);
            assertValid(version, "reconciliation-query-batch", batch);
            var answer = match(version, language, batch);
            assertThat(answer.statusCode())
                    .as("seed %d: %s %s", SEED, batch, answer.body())
                    .isEqualTo(200);
            assertValid(version, "reconciliation-result-batch", answer.body());
            var json = Json.read(answer.body(), "answer");
            var results = version.equals("0.2") ? json : json.path("results");
            assertThat(results.size()).isEqualTo(IN_A_BATCH);
            for (var result : results.values()) {
                assertScored(result.path(version.equals("0.2") ? "result" : "candidates"));
            }
            assertExtended(version, language, results);
        }
    }

    /** Each score is the sum of its features, and the best stands first. */
    private static void assertScored(JsonNode candidates) {
        double last = 100;
        for (var candidate : candidates.values()) {
            double score = candidate.path("score").doubleValue();
            var values = new HashMap<String, Double>();
            candidate
                    .path("features")
                    .values()
                    .forEach(f -> values.put(
                            f.path("id").stringValue(), f.path("value").doubleValue()));
            double sum = values.entrySet().stream()
                    .filter(e -> !e.getKey().endsWith(".weight"))
                    .mapToDouble(e -> e.getValue() * values.get(e.getKey() + ".weight"))
                    .sum();
            assertThat(score).as(candidate.toString()).isBetween(0.0, last).isCloseTo(sum, within(0.006));
            last = score;
        }
    }

    private static void assertExtended(String version, String language, JsonNode results) {
        var query = Json.object();
        var ids = query.putArray("ids").add("country/laos").add("https://example.org/nothing");
        for (var result : results.values()) {
            result.path(version.equals("0.2") ? "result" : "candidates")
                    .values()
                    .forEach(c -> ids.add(c.path("id").stringValue()));
        }
        var properties = query.putArray("properties");
        Schema.own("https://w3id.org/banggiao/").properties().stream()
                .limit(8)
                .forEach(p -> properties
                        .addObject()
                        .put("id", p.id())
                        .putObject("settings")
                        .put("dates", "iso"));
        var answer = extend(version, language, query.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertValid(version, "data-extension-response", answer.body());
    }

    /** Names of things here, some written otherwise, and words that are no names. */
    private static List<String> names() {
        var names = new ArrayList<>(
                List.of("???", "x", "18/7/1977", "ngày 99 tháng 99", "<script>", "AND OR NOT", "ﬀ\u0301"));
        DatasetFile.read(Path.of("data/graph/dataset.nq")).find().forEachRemaining(quad -> {
            boolean isName = quad.getPredicate().getURI().endsWith("abel")
                    && quad.getSubject().getURI().contains("/id/");
            if (isName && names.size() < 4000) {
                names.add(quad.getObject().getLiteralLexicalForm());
            }
        });
        return names;
    }

    private static String otherwise(String name, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Folding.bare(name);
            case 1 -> name.length() < 3 ? name : name.substring(0, name.length() - 2);
            case 2 -> name.replaceFirst(" ", "");
            case 3 -> name + ", 1985";
            default -> name;
        };
    }

    private static String batch(String version, Random random, List<String> names) {
        var types = Schema.own("https://w3id.org/banggiao/").types().stream()
                .map(EntityType::id)
                .toList();
        var batch = Json.object();
        var queries = Json.array();
        for (int i = 0; i < IN_A_BATCH; i++) {
            var name = otherwise(names.get(random.nextInt(names.size())), random);
            var query = version.equals("0.2") ? batch.putObject("q" + i) : queries.addObject();
            var conditions = Json.array();
            boolean is02 = version.equals("0.2");
            if (is02) {
                query.put("query", name);
            } else {
                conditions.addObject().put("matchType", "name").put("propertyValue", name);
            }
            if (random.nextBoolean()) {
                query.put("type", types.get(random.nextInt(types.size())));
            }
            if (random.nextInt(3) == 0) {
                query.put("limit", 1 + random.nextInt(20));
            }
            if (random.nextBoolean()) {
                condition(conditions, is02, "date", 1950 + random.nextInt(60) + "-0" + (1 + random.nextInt(9)));
            }
            if (random.nextInt(3) == 0) {
                condition(conditions, is02, "party", otherwise("Việt Nam", random));
            }
            if (random.nextInt(4) == 0) {
                condition(conditions, is02, "nothing-here", "x");
            }
            if (!conditions.isEmpty()) {
                query.set(is02 ? "properties" : "conditions", conditions);
            }
        }
        if (version.equals("0.2")) {
            return batch.toString();
        }
        batch.set("queries", queries);
        return batch.toString();
    }

    private static void condition(ArrayNode conditions, boolean is02, String property, String value) {
        if (is02) {
            conditions.addObject().put("pid", property).put("v", value);
        } else {
            conditions
                    .addObject()
                    .put("matchType", "property")
                    .put("propertyId", property)
                    .put("propertyValue", value);
        }
    }

    private static String nameQuery(String version, String name) {
        return version.equals("0.2")
                ? "{\"q\":{\"query\":\"" + name + "\"}}"
                : "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"" + name + "\"}]}]}";
    }

    @Test
    void previewsAreHtmlForTheFramesOfOthersAndOnlyThey() {
        for (var path : List.of("/reconcile/0.2/vi/preview", "/reconcile/1.0/en/preview", "/reconcile/1.0/preview")) {
            var preview = get(path + "?id=" + TestService.encode("https://w3id.org/banggiao/id/instrument/f6sj9"));
            assertThat(preview.statusCode()).isEqualTo(200);
            assertThat(preview.body()).contains("<html", "1977");
            assertThat(TestService.header(preview, "Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors *", "default-src 'none'")
                    .doesNotContain("script-src", "unsafe");
        }
        assertThat(TestService.header(get("/reconcile"), "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(get("/reconcile/0.2/vi/preview?id=nothing").statusCode()).isEqualTo(404);
    }

    // Requests

    private static HttpResponse<String> get(String path) {
        return service.get(path, "Accept", "application/json, text/html");
    }

    private static HttpResponse<String> match(String version, String batch) {
        return match(version, "en", batch);
    }

    private static HttpResponse<String> match(String version, String language, String batch) {
        return version.equals("0.2") ? form(language, "queries", batch) : json(language, "match", batch);
    }

    private static HttpResponse<String> extend(String version, String query) {
        return extend(version, "en", query);
    }

    private static HttpResponse<String> extend(String version, String language, String query) {
        return version.equals("0.2") ? form(language, "extend", query) : json(language, "extend", query);
    }

    private static HttpResponse<String> form(String language, String field, String value) {
        return service.send(
                service.request("/reconcile/0.2/" + language, "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(field + "=" + TestService.encode(value))));
    }

    private static HttpResponse<String> json(String language, String route, String body) {
        return service.send(
                service.request("/reconcile/1.0/" + language + "/" + route, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }
}
