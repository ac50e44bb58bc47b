package org.banggiao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The query editor by keyboard and mouse, and the plain form in its place where there is no JavaScript. */
class QueryEditorTest extends BrowserTest {
    private static final String ACTS = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            SELECT ?act ?date WHERE { ?act a bg:Event ; bg:date ?date } ORDER BY ?date ?act LIMIT 60""";

    private static void write(Page page, String query) {
        page.locator("#editor .CodeMirror").click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Delete");
        page.keyboard().insertText(query);
    }

    private static String text(Page page) {
        return page.locator("#query").inputValue();
    }

    private static void run(Page page) {
        page.keyboard().press("Control+Enter");
    }

    private static Locator view(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator hints(Page page) {
        return page.locator(".CodeMirror-hints [role=option]");
    }

    @ParameterizedTest
    @EnumSource
    void runsWhatIsTypedAndShowsNames(View view) {
        var page = open(view, "/query?lang=en");
        assertAccessible(page);
        write(page, ACTS);
        run(page);
        assertThat(page.locator("#result-title")).hasText("60 rows");
        assertThat(page.locator("#output tbody tr")).hasCount(50);
        assertThat(page.locator("#output tbody a").first()).containsText("Vietnam");
        assertThat(page.locator("#output tbody code").first()).containsText("event:");
        assertThat(page.locator("[role=status].told")).containsText("60 rows");
        assertAccessible(page);
        look(page, "query-table-" + view);
        view(page, "Rows after").click();
        assertThat(page.locator("#output tbody tr")).hasCount(10);
        page.locator("#output tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Vietnam");
    }

    @Test
    void sortsAndFiltersTheTable() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(page, "SELECT * { VALUES (?n ?name) { (10 'Hà Nội') (9 'Huế') (-1 'Sầm Nưa') } }");
        run(page);
        view(page, "n").click();
        assertThat(page.locator("#output tbody tr td:first-child").allTextContents())
                .isEqualTo(List.of("-1", "9", "10"));
        view(page, "n").click();
        assertThat(page.locator("#output th").first()).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("#output tbody tr td:first-child").allTextContents())
                .isEqualTo(List.of("10", "9", "-1"));
        page.locator("#table-filter").fill("sam nua");
        assertThat(page.locator("#output tbody tr")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource
    void completesByKeyboardAndDeclaresPrefixes(View view) {
        var page = open(view, "/query?lang=en");
        write(page, "");
        page.keyboard().type("SELECT * WHERE { ?v a Visi");
        assertThat(hints(page).first()).containsText("bg:Visit");
        assertThat(hints(page).first()).containsText("visit");
        assertAccessible(page);
        page.keyboard().press("Enter");
        page.keyboard().type(" ; ");
        page.keyboard().press("Control+Space");
        // What visits have comes first, in bold.
        assertThat(page.locator(".CodeMirror-hint.near .short").first()).containsText(":");
        page.keyboard().type("place");
        assertThat(hints(page).first()).containsText("bg:place");
        look(page, "query-hints-" + view);
        page.keyboard().press("Enter");
        page.keyboard().type(" \"ha noi\"");
        page.keyboard().press("Control+Space");
        assertThat(hints(page).first()).containsText("place:hanoi");
        page.keyboard().press("Enter");
        page.keyboard().type(" }");
        assertThat(text(page)).isEqualTo("""
                        PREFIX bg: <https://w3id.org/banggiao/ontology#>
                        PREFIX place: <https://w3id.org/banggiao/id/place/>
                        SELECT * WHERE { ?v a bg:Visit ; bg:place place:hanoi }""");
        run(page);
        assertThat(page.locator("#result-title")).containsText("row");
    }

    @Test
    void tabLeavesTheEditor() {
        var page = open(View.DESKTOP, "/query?lang=en");
        page.locator("#editor .CodeMirror").click();
        page.keyboard().press("Tab");
        assertThat(page.locator("#run")).isFocused();
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("#editor textarea")).isFocused();
        assertThat(page.locator("#editor-keys")).containsText("Tab leaves the editor");
    }

    @ParameterizedTest
    @EnumSource
    void showsChartTimelineMapAndResponse(View view) {
        var page = open(view, "/query?lang=en&example=acts-by-year-and-type");
        view(page, "Chart").click();
        assertThat(page.locator(".picture rect").first()).isVisible();
        assertThat(page.locator(".legend li").first()).isVisible();
        assertAccessible(page);
        look(page, "query-chart-" + view);
        page.locator("#chart-shape").selectOption("Lines");
        assertThat(page.locator(".picture path.line").first()).isAttached();
        view(page, "Timeline").click();
        assertThat(page.locator(".picture a").first()).isVisible();
        assertAccessible(page);
        look(page, "query-timeline-" + view);
        view(page, "Response").click();
        assertThat(page.locator(".yasr .CodeMirror-code")).containsText("\"bindings\"");
        assertAccessible(page);
        page = open(view, "/query?lang=vi&example=acts-on-a-map#view=map");
        assertThat(page.locator(".map .land")).isAttached();
        assertThat(page.locator(".map a").first()).hasAttribute("aria-label", Pattern.compile("Viêng Chăn|Hà Nội"));
        assertAccessible(page);
        look(page, "query-map-" + view);
    }

    @Test
    void placesWithoutPointsInTheResultAreFoundForTheMap() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(
                page,
                "PREFIX place: <https://w3id.org/banggiao/id/place/> SELECT ?where { VALUES ?where { place:hanoi place:nowhere } }");
        run(page);
        view(page, "Map").click();
        assertThat(page.locator(".map circle")).hasCount(1);
        assertThat(page.locator("#output")).containsText("1 places of 1 rows. 1 rows have no place that is known.");
    }

    @ParameterizedTest
    @EnumSource
    void showsAnErrorAtItsLine(View view) {
        var page = open(view, "/query");
        write(page, "SELECT * WHERE {\n  ?visit a bg:Visit ;\n    bg:date ?date\n}");
        run(page);
        var fault = page.locator("#editor .CodeMirror-linewidget .fault");
        assertThat(fault).containsText("Đây không phải SPARQL đúng cú pháp");
        assertThat(fault).containsText("PREFIX bg: <https://w3id.org/banggiao/ontology#>");
        assertThat(page.locator(".CodeMirror-line", new Page.LocatorOptions().setHas(page.locator(".fault-word"))))
                .containsText("?visit a bg:Visit");
        assertThat(takeErrors()).singleElement().asString().contains("400");
        look(page, "query-fault-" + view);
        assertAccessible(page);
        page.keyboard().type(" ");
        assertThat(fault).hasCount(0);
    }

    @Test
    void anExampleIsPutInAndTakenBack() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(page, "# mine");
        page.locator("#examples-filter").fill("soviet recognise");
        assertThat(page.locator("#examples li:visible")).hasCount(1);
        page.locator("#examples li:visible a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".told")).containsText("Did the Soviet Union recognise Vietnam");
        assertThat(page.locator("#editor .CodeMirror-code")).containsText("bg:Recognition");
        page.keyboard().press("ControlOrMeta+z");
        assertThat(page.locator("#editor .CodeMirror-code")).containsText("# mine");
        page.keyboard().press("ControlOrMeta+y");
        run(page);
        assertThat(page.locator(".truth")).hasText("Yes: the pattern is in the graph.");
        assertAccessible(page);
    }

    @Test
    void theLinkOpensTheSameQueryInTheSameView() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(page, "SELECT ?year ?n { VALUES (?year ?n) { (1950 3) (1954 7) } }");
        run(page);
        view(page, "Chart").click();
        assertThat(page.locator(".picture")).isVisible();
        var again = open(View.DESKTOP, page.url().substring(address().length()));
        assertThat(again.locator(".picture rect")).hasCount(2);
        assertThat(text(again)).isEqualTo(text(page));
        var link = page.locator(".languages a").first().getAttribute("href");
        assertThat(link).contains("lang=vi").contains("1954");
        var plain =
                openWithoutScript(View.DESKTOP, page.url().substring(address().length()));
        assertThat(plain.locator("tbody tr").last()).containsText("1954");
    }

    @Test
    void anAddressWithItsQueryAfterTheHashOpensToo() {
        var page = open(View.DESKTOP, "/query?lang=en#query=ASK%20%7B%7D");
        assertThat(page.locator(".truth")).hasText("Yes: the pattern is in the graph.");
    }

    @Test
    void explains() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(page, ACTS);
        view(page, "Explain").click();
        assertThat(page.locator("#answer pre")).containsText("(bgp");
        assertThat(page.locator("#answer .given")).containsText("60 rows or triples");
        assertAccessible(page);
    }

    @Test
    void stopsAQuery() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        run(page);
        view(page, "Stop").click();
        assertThat(page.locator(".told")).hasText("Stopped.");
        assertThat(view(page, "Run")).isVisible();
    }

    @Test
    void graphsAreShownAsTriplesAndDownloaded() throws IOException {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(
                page,
                "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> CONSTRUCT { <http://a.example/x> rdfs:label 'một {{x}}' } WHERE {}");
        run(page);
        assertThat(page.locator("#result-title")).hasText("1 triple");
        assertThat(page.locator("#output tbody td").allTextContents()).contains("rdfs:label", "một {{x}}");
        var download = page.waitForDownload(
                () -> page.locator("#output .formats a").nth(2).click());
        assertThat(Files.readString(download.path())).contains("<http://a.example/x>");
    }

    @Test
    void markupAndTemplatesInValuesAreShownAsText() {
        var page = open(View.DESKTOP, "/query?lang=en");
        write(
                page,
                "SELECT * { BIND('<img src=x onerror=alert(1)>' AS ?a) BIND('{{a}}' AS ?b) BIND(IRI('javascript:alert(1)') AS ?c) BIND(2 AS ?n) }");
        run(page);
        assertThat(page.locator("#result-title")).hasText("1 row");
        assertThat(page.locator("#output tbody td").allTextContents())
                .contains("<img src=x onerror=alert(1)>", "{{a}}", "javascript:alert(1)");
        assertThat(page.locator("#output tbody a, #output img")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void isReadInTheDark(View view) {
        var page = openInTheDark(view, "/query?example=timeline-of-vietnam-and-china#view=timeline");
        assertThat(page.locator(".picture a").first()).isVisible();
        assertAccessible(page);
        look(page, "query-dark-" + view);
    }

    @ParameterizedTest
    @EnumSource
    void withoutScriptTheFormGivesAPage(View view) {
        var page = openWithoutScript(view, "/query?lang=en");
        page.locator("#query").fill(ACTS);
        page.locator("#run").click();
        assertThat(page.locator("#answer h2")).hasText("60 rows");
        assertThat(page.locator("#answer tbody tr")).hasCount(60);
        page.locator("#examples a[data-example]").first().click();
        assertThat(page.locator("#answer tbody tr").first()).isVisible();
        look(page, "query-plain-" + view);
    }
}
