package org.banggiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.banggiao.publish.TestService;

/**
 * An address of each kind of page. Those of resources come from the released data, one for each class that something there is an
 * instance of; lists from the page of lists; what is asked for by other addresses is named here, and a test holds that no address
 * of the service is forgotten.
 *
 * @param name what its picture is called
 * @param path with its query
 * @param status what the service answers with
 */
record PageKinds(String name, String path, int status) {
    private static final String DATA = "https://w3id.org/banggiao/";

    /** One address for each class, the first in order that is one of the service; each address once. */
    private static final String ONE_OF_EACH_CLASS = """
            SELECT ?class (MIN(STR(?thing)) AS ?address)
            WHERE { ?thing a ?class FILTER(STRSTARTS(STR(?thing), "%s") && !CONTAINS(STR(?thing), "#")) }
            GROUP BY ?class ORDER BY ?class""".formatted(DATA);

    private static final String RETIRED = """
            PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX dct: <http://purl.org/dc/terms/>
            SELECT (MIN(STR(?gone)) AS ?address)
            WHERE { ?gone owl:deprecated true FILTER%s EXISTS { ?gone dct:isReplacedBy ?other } }""";

    private static PageKinds of(String name, String path) {
        return new PageKinds(name, path, 200);
    }

    /** All kinds, of the service at this address. */
    static List<PageKinds> at(String service) {
        var pages = new ArrayList<>(named());
        column(service, ONE_OF_EACH_CLASS)
                .forEach((kind, path) -> pages.add(of("class-" + kind.replaceFirst(".*[#/]", ""), path)));
        column(service, "SELECT ?name ?g { { SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } } BIND(STR(?g) AS ?name) }")
                .forEach((graph, path) -> pages.add(of("graph-" + graph.replaceFirst(".*/", ""), path)));
        pages.add(new PageKinds("withdrawn", one(service, RETIRED.formatted(" NOT")), 410));
        pages.add(of("merged", one(service, RETIRED.formatted(""))));
        for (var list : links(get(service, "/browse/event"), "<nav class=\"lists\".*?</nav>", "")) {
            pages.add(of("list-" + list, "/browse/" + list));
        }
        var release = links(get(service, "/dataset/releases"), "<main.*</main>", "../dataset/releases/")
                .getFirst();
        pages.add(of("release", "/dataset/releases/" + release.replaceFirst("[?].*", "")));
        pages.add(of("query-permanent", keep(service)));
        pages.add(of("chapter", "/questions/chapter/" + inPage(service, "/questions", "./questions/chapter/")));
        pages.add(of("suite", "/conformance/" + inPage(service, "/conformance", "./conformance/")));
        var addresses = new ArrayList<String>();
        return pages.stream()
                .filter(page -> !addresses.contains(page.path()) && addresses.add(page.path()))
                .toList();
    }

    private static List<PageKinds> named() {
        return List.of(
                of("start", "/"),
                of("search", "/search?q=hiep+dinh"),
                of("search-nothing", "/search?q=qqqq"),
                of("search-empty", "/search"),
                of("look-up", "/lookup?uri=http://www.wikidata.org/entity/Q36014"),
                of("look-up-empty", "/lookup"),
                of("federation", "/federation"),
                of("question-federated", "/questions/records-on-agreements"),
                of("reconcile", "/reconcile"),
                of("reconcile-tried", "/reconcile?name=Phnom+Penh"),
                of("lists", "/browse"),
                of("question", "/questions/acts-in-vientiane"),
                of("list-narrowed", "/browse/event?type=Visit&year=1980-1989&country=laos"),
                of("list-empty", "/browse/event?year=1800"),
                of("values", "/browse/event/actor"),
                of("timeline", "/timeline"),
                of("timeline-of-a-list", "/timeline/event?year=1977"),
                of("map", "/map"),
                of("map-of-a-list", "/map/event?country=laos"),
                of("aid-by-year", "/aid"),
                of("aid-streams", "/aid/streams"),
                of("who-met-whom", "/network"),
                of("who-met-whom-persons", "/network/persons"),
                of("life", "/life/f6sj9"),
                of("dataset", "/dataset"),
                of("releases", "/dataset/releases"),
                of("ontology", "/ontology"),
                of("vocabulary-of-claims", "/said"),
                of("term-class", "/ontology/Visit"),
                of("term-property", "/said/what"),
                of("questions", "/questions"),
                of("query", "/query"),
                of("query-example", "/query?example=acts-by-year-and-type"),
                new PageKinds("query-fault", "/query?query=SELEC", 400),
                of("conformance", "/conformance"),
                of("kind-of-problem", "/problem/no-such-query"),
                new PageKinds("problem-400", "/browse/event?year=soon", 400),
                new PageKinds("problem-404", "/nowhere", 404),
                new PageKinds("problem-404-misspelled", "/id/event/cpbr8", 404),
                new PageKinds("problem-404-query", "/query/aaaaaaaa", 404),
                new PageKinds("problem-406", "/id/country/laos?format=pdf", 406),
                new PageKinds("problem-406-list", "/browse/event?format=pdf", 406));
    }

    /** Values of the second column, as paths, by those of the first. */
    private static Map<String, String> column(String service, String query) {
        var rows = new TreeMap<String, String>();
        ask(service, query).forEach(row -> rows.put(row[0], row[1].replace(DATA, "/")));
        return rows;
    }

    private static String one(String service, String query) {
        return ask(service, query).findFirst().orElseThrow()[0].replace(DATA, "/");
    }

    private static Stream<String[]> ask(String service, String query) {
        var rows = get(service, "/sparql?format=csv&query=" + TestService.encode(query))
                .lines()
                .skip(1)
                .map(row -> row.split(","))
                .toList();
        assertThat(rows).as(query).isNotEmpty();
        return rows.stream();
    }

    /** What comes after such a start in the links of a part of a page. */
    private static List<String> links(String page, String part, String start) {
        var found = Pattern.compile(part, Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(part).isTrue();
        var links = Pattern.compile("href=\"" + start + "([^\"?#/.]+)[\"?#]")
                .matcher(found.group())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(links).as(part).isNotEmpty();
        return links;
    }

    /** What comes after such a start in the first link of a page that has it. */
    private static String inPage(String service, String path, String start) {
        return links(get(service, path), "<main.*</main>", Pattern.quote(start)).getFirst();
    }

    private static String get(String service, String path) {
        return send(HttpRequest.newBuilder(URI.create(service + path))
                        .header("Accept", path.startsWith("/sparql") ? "*/*" : "text/html"))
                .body();
    }

    /** Keeps a query, and gives its address. */
    private static String keep(String service) {
        var form = Map.of("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "release", "pinned").entrySet().stream()
                .map(field -> field.getKey() + "=" + TestService.encode(field.getValue()))
                .toList();
        var answer = send(HttpRequest.newBuilder(URI.create(service + "/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
        return "/" + answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether it stands for a class of resources, whose pages are all made alike. */
    boolean isOfClass() {
        return name.startsWith("class-") || name.startsWith("graph-");
    }

    @Override
    public String toString() {
        return name + " " + path;
    }
}
