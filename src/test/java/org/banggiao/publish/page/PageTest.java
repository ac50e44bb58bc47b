package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.example.Subject;
import org.banggiao.store.PassageWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");
    /** What each address answered, so that what all pages link is asked once. */
    private static final Map<String, Integer> STATUS = new HashMap<>();

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void partsGraphsAndTheVocabularyOfClaimsAreCalledSoThatReadersKnowThem() {
        assertThat(text(get("/id/passage/p1/position?lang=en")))
                .contains("Position in the text of one, page 12, sentence 40");
        assertThat(text(get("/graph/top?lang=en"))).contains("One entry for each event, agreement and aid flow");
        assertThat(text(get("/said?lang=vi"))).contains("Từ vựng của các phát biểu");
    }

    @Test
    void anEventIsToldInASentenceWithBothAccountsAndTheirPlaces() {
        var page = text(get("/id/event/k7m2q?lang=en"));
        assertThat(page)
                .contains("Visit on 9 February 1983 or on 9 March 1983, with Finland, Vietnam and An Binh, at Helsinki."
                        + " Stated by 2 passages in 2 sources.")
                .contains("The claims differ: date")
                .contains("9 February 1983 Book One, page 12")
                .contains("9 March 1983 Book Two, sentence 5")
                .contains("Page 12, section 3, note 7, sentence 40 Book One characters 1200–1290")
                .contains("Finland “ bạn ”")
                .contains("https://w3id.org/banggiao/id/event/k7m2q");
        assertThat(text(get("/id/event/k7m2q?lang=vi")))
                .contains("vào ngày 9 tháng 2 năm 1983 hoặc vào ngày 9 tháng 3 năm 1983,"
                        + " với sự tham gia của Phần Lan, Việt Nam và An Bình, tại Henxinhki."
                        + " 2 đoạn văn trong 2 nguồn nêu việc này.")
                .contains("Trang 12, mục 3, chú thích 7, câu 40 Sách một ký tự 1200–1290");
    }

    @Test
    void otherKindsHaveASentenceToo() {
        assertThat(text(get("/id/instrument/h4n?lang=en")))
                .contains("Agreement between Finland and Vietnam, signed on 2 May 1984, at Helsinki.");
        assertThat(text(get("/id/aidflow/v5t?lang=vi")))
                .contains("Viện trợ của Phần Lan cho Việt Nam")
                .contains("khoảng 1.250.000,5 ")
                .contains("12.000 tấn giấy");
        assertThat(text(get("/id/aidflow/v5t?lang=en"))).contains("about 1,250,000.5 ");
        assertThat(text(get("/id/plan/p9x?lang=en")))
                .contains("The sources give it as planned, not as having happened.");
        assertThat(text(get("/id/country/finland?lang=en")))
                .contains(
                        "Named by 2 events, 1 agreement or joint document, 1 aid flow and 1 planned act in this graph");
        assertThat(text(get("/id/passage/p1?lang=en")))
                .contains("Book One")
                .contains("What is stated here")
                .contains("9 February 1983 or 9 March 1983 Visit");
        assertThat(text(get("/id/claim/c1a?lang=en"))).contains("Visit: Vietnam, Finland, 1983");
        assertThat(text(get("/id/source/one?lang=vi"))).contains("Người Viết");
    }

    @Test
    void wordsOfPassagesAreShownOnlyWhereTheyAreHadAndAllowed() {
        var words = "Một câu «đặt» ra <để> thử.";
        for (var entry : Map.of("none", false, "short", true, "full", true).entrySet()) {
            try (var other = TestService.of(
                    PagesFixture.storeWithWords("p1", words), Map.of("banggiao.quotation", entry.getKey()))) {
                for (String path : List.of("/id/event/k7m2q", "/id/passage/p1", "/id/claim/c1a")) {
                    assertThat(other.get(path).body().contains("Một câu «đặt» ra &lt;để&gt; thử."))
                            .as(entry.getKey() + " " + path)
                            .isEqualTo(entry.getValue());
                }
                assertThat(other.get("/id/passage/p1.ttl").body()).doesNotContain("Một câu");
            }
        }
        assertThat(get("/id/event/k7m2q").body()).doesNotContain("<blockquote");
    }

    @Test
    void asFullQuotationASentenceStandsInItsParagraph() {
        var words = new PassageWords("Câu <hai>.", "Câu một¹.", "Câu <hai>².", "Câu ba.");
        var whole = "<blockquote lang=\"vi\">Câu một¹. <mark>Câu &lt;hai&gt;².</mark> Câu ba.</blockquote>";
        var alone = "<blockquote lang=\"vi\">Câu &lt;hai&gt;.</blockquote>";
        try (var full = TestService.of(PagesFixture.storeWithWords("p1", words), Map.of("banggiao.quotation", "full"));
                var brief = TestService.of(
                        PagesFixture.storeWithWords("p1", words), Map.of("banggiao.quotation", "short"))) {
            assertThat(full.get("/id/passage/p1").body()).contains(whole);
            assertThat(full.get("/id/claim/c1a").body()).contains(whole);
            assertThat(full.get("/id/event/k7m2q").body()).contains(alone).doesNotContain("Câu một");
            assertThat(brief.get("/id/passage/p1").body()).contains(alone).doesNotContain("Câu một");
            assertThat(full.get("/id/passage/p1.nt").body()).doesNotContain("hai");
        }
    }

    /**
     * Scripts of the service are files with the hash of their content, and nothing stands in their elements. What stands in an
     * element is JSON that no browser runs, without anything that could end the element.
     */
    private static String withoutOwnScripts(String body) {
        return body.replaceAll(
                        "<script src=\"[./]*assets/[0-9a-f]{12}/[a-z/.-]+\\.js\" (defer|type=\"module\")></script>", "")
                .replaceAll("<script type=\"application/ld\\+json\">[^<>]*</script>", "");
    }

    @Test
    void nothingInTheDataBecomesMarkup() {
        for (String path : List.of(
                "/id/event/evil1?lang=vi",
                "/id/event/evil1?lang=en",
                "/browse/event?lang=en",
                "/browse/event?lang=vi",
                "/?lang=vi",
                "/?lang=en",
                "/id/country/finland?lang=vi",
                "/browse/event?type=%3Cscript%3Ealert(4)%3C/script%3E",
                "/query?query=%3C/textarea%3E%3Cscript%3Ealert(5)%3C/script%3E",
                "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=%22%3E%3Cscript%3E&lang=en",
                "/search?q=script&kind=event",
                "/id/event/%3Cscript%3E",
                "/%3Cscript%3Ealert(6)%3C/script%3E?lang=%22%3E%3Cscript%3E",
                "/query?query=SELECT%20*%20%7B%20%3Fs%20rdfs:seeAlso%20%3Fo%20%7D",
                "/query?query=SELECT%20*%20%7B%20%3Chttps://w3id.org/banggiao/id/event/evil1%3E%20%3Fp%20%3Fo%20%7D")) {
            var body = withoutOwnScripts(service.get(path, "Accept", BROWSER).body());
            assertThat(body).as(path).doesNotContain("<script").doesNotContain("<img");
            LINK.matcher(body)
                    .results()
                    .forEach(link -> assertThat(link.group(1)).as(path).doesNotStartWithIgnoringCase("javascript:"));
        }
        assertThat(get("/id/event/evil1?lang=vi").body())
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; \"x\" &amp; y</h1>")
                .contains("javascript:alert(3)")
                .contains("href=\"https://example.org/?a=1&amp;b=&#39;x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/browse/event",
                "/browse/instrument?year=1984",
                "/browse/aidflow",
                "/browse/plan",
                "/browse/country",
                "/browse/person",
                "/browse/source",
                "/browse/thing?country=finland",
                "/browse/event/country",
                "/questions",
                "/questions/visits-with-laos",
                "/questions?about=bg:Visit",
                "/query",
                "/id/event/k7m2q",
                "/id/instrument/h4n",
                "/id/aidflow/v5t",
                "/id/person/an-binh",
                "/id/claim/c1a",
                "/id/passage/p1",
                "/id/source/one",
                "/code/flowstage",
                "/code/eventtype/visit",
                "/ontology",
                "/ontology/Visit",
                "/ontology/participant",
                "/said/donor",
                "/dataset",
                "/dataset/releases",
                "/graph/top",
                "/id/event/none"
            })
    void everyPageSpeaksBothLanguagesAndItsLinksLeadSomewhere(String path) {
        for (String language : List.of("vi", "en")) {
            var response = service.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "Accept", BROWSER);
            assertThat(response.body())
                    .contains("<html lang=\"" + language + "\">")
                    .contains("<h1>");
            var links = LINK.matcher(response.body())
                    .results()
                    .map(m -> m.group(1))
                    .distinct()
                    .toList();
            assertThat(links).as("assets come from here").noneMatch(l -> l.startsWith("//"));
            for (String link : links) {
                if (link.startsWith("http") || link.startsWith("#")) {
                    continue;
                }
                var target = URI.create(service.url() + path).resolve(link.replace("&amp;", "&"));
                var address = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
                int status = STATUS.computeIfAbsent(
                        address, a -> service.get(a, "Accept", BROWSER).statusCode());
                assertThat(status)
                        .as(path + " → " + link)
                        .isEqualTo(
                                path.endsWith("/none") && link.contains("none")
                                        ? 404
                                        : link.contains("sparql=") || link.matches(".*/ontology/[0-9.]+\\?.*")
                                                ? 303
                                                : 200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | vi",
                "en | en",
                "en-GB,en;q=0.9,vi;q=0.8 | en",
                "fr, vi;q=0.5, en;q=0.7 | en",
                "de | vi",
                "vi-VN | vi",
                "*;q=0.5 | vi",
                "not a, header;;; | vi"
            })
    void theLanguageIsTheOneAccepted(String accepted, String expected) {
        var response = accepted.isEmpty()
                ? service.get("/id/event/k7m2q")
                : service.get("/id/event/k7m2q", "Accept-Language", accepted);
        assertThat(TestService.header(response, "Content-Language")).containsExactly(expected);
        assertThat(response.body()).contains("<html lang=\"" + expected + "\">");
    }

    @Test
    void aLanguageAskedForByNameIsKeptInLinks() {
        assertThat(get("/id/event/k7m2q?lang=en").body()).contains("href=\"../../id/country/finland?lang=en\"");
        assertThat(get("/id/event/k7m2q").body()).contains("href=\"../../id/country/finland\"");
    }

    @Test
    void aListSelectsWhatItsQuerySelects() {
        for (String path : List.of(
                "/browse/event",
                "/browse/event?country=vietnam",
                "/browse/event?with=person:an-binh&year=1983",
                "/browse/event?type=Visit",
                "/browse/event?source=source:two",
                "/browse/event?disputed=1",
                "/browse/event?disputed=no&sort=-date",
                "/browse/event?type=Visit&type=Statement&year=1980-&sort=name",
                "/browse/thing",
                "/browse/thing?kind=Event&kind=AidFlow&country=finland",
                "/browse/place?year=1983",
                "/browse/instrument?country=finland&year=1984",
                "/browse/aidflow?year=1985&stage=commitment",
                "/browse/plan",
                "/browse/country",
                "/browse/person",
                "/browse/source",
                "/browse/event?year=1700")) {
            var page = get(path + (path.contains("?") ? "&" : "?") + "lang=en").body();
            var total = Integer.parseInt(find(page, "<h1>[^<]* <span class=\"count\">([0-9,]+)</span>")
                    .replace(",", ""));
            var query = unescape(find(page, "(?s)<pre tabindex=\"0\"><code>(.*?)</code>"));
            var rows = service.query(query, "text/csv").body().lines().skip(1).toList();
            assertThat(rows).as(path + "\n" + query).hasSize(total);
            var listed = get(path + (path.contains("?") ? "&" : "?") + "lang=en&format=csv")
                    .body()
                    .lines()
                    .skip(1)
                    .map(row -> row.replaceFirst(",.*", ""))
                    .toList();
            assertThat(rows.stream().map(row -> row.replaceFirst(",.*", "")).toList())
                    .as(path + "\n" + query)
                    .isEqualTo(listed);
            assertThat(service.query(query, "text/csv").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aListRefusesWhatItCannotUnderstand() {
        assertThat(get("/browse/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/browse/event?year=soon").statusCode()).isEqualTo(400);
        assertThat(get("/browse/event?with=%3Cx%3E").statusCode()).isEqualTo(400);
        assertThat(get("/browse/event?page=99999").statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryIsShownAsATableWithNames() {
        var page = service.get(
                "/query?lang=en&query="
                        + TestService.encode("PREFIX bg: <https://w3id.org/banggiao/ontology#>"
                                + " SELECT ?e ?c ?d { ?e a bg:Visit ; bg:participant ?c ; bg:date ?d } ORDER BY ?c"),
                "Accept",
                BROWSER);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains("2 rows")
                .contains("Finland country:finland")
                .contains("9 February 1983");
        assertThat(page.body()).contains("href=\"./id/event/k7m2q?lang=en\"").contains("format=csv");
    }

    @Test
    void aWrongQueryIsToldWithItsPlaceAndWhatIsMissing() {
        var page = get("/query?lang=vi&query=" + TestService.encode("SELECT *\nWHERE { ?s a bg:Visit }"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Line 2, column 14: Unresolved prefixed name: bg:Visit.")
                .contains("2 | WHERE { ?s a bg:Visit }\n" + " ".repeat(17) + "^")
                .contains("PREFIX bg: &lt;https://w3id.org/banggiao/ontology#&gt;");
        assertThat(get("/query?query=" + TestService.encode("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/query?query=" + TestService.encode("INSERT DATA { <a:a> <a:b> 1 }"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theEndpointShowsBrowsersAPageAndMachinesData() {
        var query = "/sparql?query=" + TestService.encode("ASK { ?s ?p ?o }");
        var browser = service.get(query, "Accept", BROWSER);
        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(TestService.header(browser, "Location").getFirst()).startsWith("./query?query=ASK");
        assertThat(service.get(query).statusCode()).isEqualTo(200);
        assertThat(service.get(query + "&format=json", "Accept", BROWSER).statusCode())
                .isEqualTo(200);
        assertThat(service.get(query, "Accept", "application/sparql-results+json, text/html")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void problemsAreToldInTheReadersLanguage() {
        var missing = service.get("/id/country/finnland", "Accept", BROWSER, "Accept-Language", "vi");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(text(missing)).contains("Không có gì ở địa chỉ này").contains("Phần Lan /id/country/finland");
        assertThat(missing.body()).contains("href=\"../../id/country/finland\"");
        assertThat(text(service.get("/nowhere/at/all", "Accept", BROWSER, "Accept-Language", "en")))
                .contains("There is nothing at this address");
        assertThat(service.get("/nowhere/at/all", "Accept", BROWSER).body()).contains("href=\"../../browse/event\"");
        assertThat(text(service.get("/id/event/k7m2q?format=docx", "Accept", BROWSER, "Accept-Language", "vi")))
                .contains("Không có ở định dạng này")
                .contains("Có ở các định dạng sau:")
                .contains("Turtle text/turtle (.ttl)");
        assertThat(service.get("/id/event/k7m2q.ttl?format=docx", "Accept", BROWSER)
                        .body())
                .contains("href=\"../../id/event/k7m2q.jsonld\"");
    }

    @Test
    void theStyleIsKeptForEverUnderTheHashOfItsContent() {
        var path = find(get("/").body(), "href=\"\\.(/assets/[0-9a-f]+/banggiao\\.css)\"");
        var style = get(path);
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(TestService.header(style, "Cache-Control").getFirst())
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(style.body())
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("@import");
        assertThat(get(path.replaceFirst("[0-9a-f]+", "0")).statusCode()).isEqualTo(404);
    }

    @Test
    void theHomePageCountsAndLeadsIn() {
        var page = text(get("/?lang=en"));
        assertThat(page)
                .contains("2 Events")
                .contains("1 Aid flows")
                .contains("2 Sources")
                .contains("5 Claims");
        assertThat(page).contains("curl -H 'Accept: text/csv' " + service.url() + "/sparql");
    }

    @Test
    void theExamplesOfTheFolderRunAndAreAskedInThePagesLanguage() {
        var examples = ExampleFolder.read(Path.of("sparql-examples"));
        for (String language : List.of("en", "vi")) {
            var shown = Pattern.compile(
                            "<li data-keywords=\"[^\"]+\"><a href=\"\\.(/query\\?example=[^\"]+)\" data-example=\"[^\"]+\">([^<]+)</a></li>")
                    .matcher(get("/query?lang=" + language).body())
                    .results()
                    .collect(Collectors.toMap(m -> unescape(m.group(2)), m -> unescape(m.group(1))));
            assertThat(shown).hasSameSizeAs(examples);
            assertThat(examples)
                    .allSatisfy(example ->
                            assertThat(shown.get(example.question(language))).contains("example=" + example.name()));
            shown.forEach((question, path) ->
                    assertThat(get(path).statusCode()).as(question).isEqualTo(200));
            assertThat(examples)
                    .allSatisfy(example -> assertThat(unescape(
                                    get(shown.get(example.question(language))).body()))
                            .contains(example.text()));
        }
    }

    @Test
    void theHomePageOffersOneExampleForBeginnersOnEachSubject() {
        var page = text(get("/?lang=vi"));
        var offered = ExampleFolder.read(Path.of("sparql-examples")).stream()
                .filter(example -> page.contains(example.question("vi")))
                .toList();
        assertThat(offered).allMatch(ExampleQuery::isForBeginners);
        assertThat(offered).extracting(ExampleQuery::subject).containsExactlyInAnyOrder(Subject.values());
    }

    @Test
    void anEmptyFormHasTheFirstExample() {
        assertThat(unescape(get("/query?lang=en").body()))
                .contains(ExampleFolder.read(Path.of("sparql-examples"))
                        .getFirst()
                        .text());
    }

    private static HttpResponse<String> get(String path) {
        return service.get(path);
    }

    private static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    /** What a page says, without its markup. */
    private static String text(HttpResponse<String> page) {
        return unescape(page.body().replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .replace(" )", ")")
                .replace("( ", "(")
                .replace(" .", ".");
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
