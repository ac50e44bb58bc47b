package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.example.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The book of questions, the page of each, and where they are shown. */
class QuestionPagesTest {
    private static final List<ExampleQuery> QUESTIONS = ExampleFolder.ofProgram();
    private static final List<ExampleQuery> FEDERATED = ExampleFolder.federatedOfProgram();
    private static final Pattern ASKED = Pattern.compile("<li><a href=\"[./]*/questions/([a-z-]+)[^\"]*\">");

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
    void theBookHasEveryQuestionOnceInTheOrderOfLevels() {
        for (var language : List.of("en", "vi")) {
            var body = body("/questions?lang=" + language);
            var names = Pattern.compile("<li id=\"([a-z-]+)\"><a href=\"./questions/")
                    .matcher(body)
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(QUESTIONS.stream(), FEDERATED.stream())
                            .map(ExampleQuery::name)
                            .toList());
            var levels = names.stream()
                    .limit(QUESTIONS.size())
                    .map(QuestionPagesTest::level)
                    .toList();
            assertThat(levels).isSorted();
            assertThat(QUESTIONS).allSatisfy(q -> assertThat(unescape(body)).contains(q.question(language)));
        }
    }

    @Test
    void chaptersTogetherHaveEveryQuestionWithItsQuery() {
        var index = body("/questions?lang=en");
        var chapters = Pattern.compile("href=\"\\./(questions/chapter/([a-z-]+)\\?lang=en)\"")
                .matcher(index)
                .results()
                .toList();
        var names = new java.util.ArrayList<String>();
        for (int i = 0; i < chapters.size(); i++) {
            // Where the whole book was once on one page, its places still are.
            assertThat(index).contains("<section id=\"" + chapters.get(i).group(2) + "\">");
            var body = unescape(body("/" + chapters.get(i).group(1)));
            assertThat(body.contains("rel=\"prev\"")).isEqualTo(i > 0);
            assertThat(body.contains("rel=\"next\"")).isEqualTo(i + 1 < chapters.size());
            Pattern.compile("<section class=\"question\" id=\"([a-z-]+)\">")
                    .matcher(body)
                    .results()
                    .forEach(m -> names.add(m.group(1)));
        }
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        QUESTIONS.stream().map(ExampleQuery::name).toList());
        assertThat(service.get("/questions/chapter/beginner-none").statusCode()).isEqualTo(404);
    }

    private static Level level(String name) {
        return QUESTIONS.stream()
                .filter(q -> q.name().equals(name))
                .findFirst()
                .orElseThrow()
                .level();
    }

    @Test
    void everyQuestionHasAnAnswerThatWasLookedAt() {
        assertThat(ExampleFolder.answersOfProgram())
                .containsOnlyKeys(QUESTIONS.stream().map(ExampleQuery::name).toList());
    }

    @Test
    void thoseThatAskSeveralEndpointsSayWhomAndWhereTheyCanBeAsked() {
        assertThat(FEDERATED).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ExampleFolder.federatedAnswersOfProgram())
                .containsOnlyKeys(FEDERATED.stream().map(ExampleQuery::name).toList());
        for (var question : FEDERATED) {
            var path = "/questions/" + question.name();
            var body = unescape(body(path + "?lang=en"));
            assertThat(body)
                    .contains(question.text().strip())
                    .contains(question.partners())
                    .contains("This service asks no other endpoints.")
                    .doesNotContain("Open in the editor");
            assertThat(RDFParser.fromString(body(path + ".ttl"), Lang.TURTLE)
                            .toGraph()
                            .isEmpty())
                    .isFalse();
            assertThat(body("/query?lang=en")).doesNotContain("example=" + question.name());
        }
    }

    @Test
    void aPageHasTheQueryItsAnswerWhatItNamesAndTheWayIntoTheEditor() {
        var answer = ExampleFolder.answersOfProgram().get("visits-with-laos");
        var body = unescape(body("/questions/visits-with-laos?lang=en"));
        var question = QUESTIONS.stream()
                .filter(q -> q.name().equals("visits-with-laos"))
                .findFirst()
                .orElseThrow();
        assertThat(body)
                .contains("<h1>" + question.question("en") + "</h1>")
                .contains(question.question("vi"))
                .contains(question.text().strip())
                .contains("Answer: " + answer.size() + " rows")
                .contains("<th scope=\"col\">visit</th>")
                .contains("bg:Visit")
                .contains("country:laos")
                .contains("https://w3id.org/banggiao/sparql-examples/visits-with-laos");
        assertThat(unescape(body("/questions/visits-with-laos?lang=en")))
                .contains("../query?query=" + TestService.encode(question.text()) + "&lang=en");
        assertThat(body("/questions/does-any-source-contradict-itself?lang=vi")).contains("mẫu này");
    }

    @Test
    void everyQuestionHasAPageAndIsDataToo() {
        for (var question : QUESTIONS) {
            var path = "/questions/" + question.name();
            assertThat(service.get(path, "Accept", "text/html").statusCode())
                    .as(path)
                    .isEqualTo(200);
            var graph = RDFParser.fromString(body(path + ".ttl"), Lang.TURTLE).toGraph();
            assertThat(graph.stream().map(t -> t.getSubject().getURI()).distinct())
                    .as(path)
                    .containsExactly(ExampleFolder.NAMESPACE + question.name());
            var moved = service.get("/sparql-examples/" + question.name());
            assertThat(moved.statusCode()).isEqualTo(303);
            assertThat(moved.headers().firstValue("Location")).contains(".." + path);
        }
        assertThat(service.get("/sparql-examples/prefixes").headers().firstValue("Location"))
                .contains("../.well-known/sparql-examples");
        assertThat(service.get("/questions/visits-with-laos", "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void aQuestionThatIsNotThereIsSaid() {
        for (var path : List.of("/questions/none", "/sparql-examples/none")) {
            var answer = service.get(path, "Accept", "application/json");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is no question called none.");
        }
    }

    @Test
    void theKeywordsHaveWordsInBothLanguages() {
        for (var language : Language.values()) {
            assertThat(Stream.concat(QUESTIONS.stream(), FEDERATED.stream()))
                    .flatExtracting(ExampleQuery::keywords)
                    .allSatisfy(k -> assertThat(Texts.in(language).find("keyword." + k))
                            .as(k)
                            .isPresent());
        }
    }

    @Test
    void theNearestQuestionsStandOnThePagesOfThings() {
        assertThat(asked("/id/event/k7m2q"))
                .startsWith("visits-to-laos")
                .contains("visits-with-laos", "who-visited-whom");
        assertThat(asked("/id/aidflow/v5t")).contains("aid-by-sector-and-recipient");
        assertThat(asked("/id/instrument/h4n")).contains("agreements-by-year");
        assertThat(asked("/id/claim/c1a")).contains("what-sources-deny");
        assertThat(asked("/code/flowstage/delivery")).contains("aid-to-laos-year-by-year");
        // No question names Finland: those about other countries can be asked of it.
        assertThat(asked("/id/country/finland")).hasSize(6);
        assertThat(asked("/id/country/vietnam"))
                .contains("agreements-with-china")
                .doesNotContain("laos-described");
    }

    @Test
    void whatIsAskedAboutATermIsCountedInTheOntologyAndListed() {
        var visits = QUESTIONS.stream()
                .filter(q -> q.terms().stream().anyMatch(t -> t.getURI().endsWith("ontology#Visit")))
                .map(ExampleQuery::name)
                .toList();
        assertThat(unescape(body("/ontology/Visit?lang=en")))
                .contains("href=\"../questions?about=bg%3AVisit&lang=en\">" + visits.size() + " questions</a>");
        var book = body("/questions?about=bg:Visit&lang=en");
        assertThat(book).contains(visits.size() + " questions about: visit.");
        assertThat(visits)
                .hasSizeGreaterThan(3)
                .allSatisfy(name -> assertThat(book).contains("id=\"" + name + "\""));
        assertThat(body("/questions?about=bg:%3Cscript%3E&lang=en"))
                .contains("0 questions about")
                .doesNotContain("<script>");
    }

    private static List<String> asked(String path) {
        var body = body(path + "?lang=en");
        assertThat(body).as(path).contains("id=\"asked\"");
        return ASKED.matcher(body).results().map(m -> m.group(1)).toList();
    }

    private static String body(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String unescape(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
