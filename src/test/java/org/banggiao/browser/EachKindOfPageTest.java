package org.banggiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Each kind of page is read by all: on a phone and on a desk, in the light and in the dark, in both languages. */
class EachKindOfPageTest extends BrowserTest {
    /** Addresses that give no page, and what they give; those that begin with one that ends in a slash too. */
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            Map.entry("/assets/{hash}/{name}", "styles and scripts"),
            Map.entry("/assets/{hash}/query/{*name}", "parts of the editor"),
            Map.entry("/search/suggest", "JSON for the search box"),
            Map.entry("/query/terms", "JSON for the editor"),
            Map.entry("/query/examples", "JSON for the editor"),
            Map.entry("/sparql-examples/{name}", "leads to the question"),
            Map.entry("/dataset/releases/{id:[0-9a-f]{16}}/{name}", "files to download"),
            Map.entry("/sitemap.xml", "for robots"),
            Map.entry("/sitemap-{part:[1-9][0-9]{0,6}}.xml", "for robots"),
            Map.entry("/robots.txt", "for robots"),
            Map.entry("/.well-known/void", "RDF"),
            Map.entry("/.well-known/sparql-examples", "RDF"),
            Map.entry("/reconcile/", "JSON for programs that reconcile"),
            Map.entry("/inbox", "off unless configured"),
            Map.entry("/inbox.{suffix:[a-z]+}", "off unless configured"),
            Map.entry("/inbox/", "off unless configured"),
            Map.entry("/review", "off unless configured"),
            Map.entry("/review/", "off unless configured"),
            Map.entry("/metrics", "for watchers"),
            Map.entry("/health", "for watchers"),
            Map.entry("/health/ready", "for watchers"));

    private static List<PageKinds> kinds() {
        return PageKinds.at(address());
    }

    /**
     * Those that stand for a class of resources are all made by one template: every other one is looked at on a phone in the light,
     * the rest on a desk in the dark; all others both ways.
     */
    @ParameterizedTest
    @MethodSource("kinds")
    void isAccessible(PageKinds kind) {
        boolean isEven = kind.name().hashCode() % 2 == 0;
        if (!kind.isOfClass() || isEven) {
            var phone = open(View.PHONE, kind.path());
            assertThat(phone.locator("html").getAttribute("lang")).isEqualTo("vi");
            check(phone, kind.name() + "-phone-light");
        }
        if (!kind.isOfClass() || !isEven) {
            var desk = openInTheDark(View.DESKTOP, kind.path() + (kind.path().contains("?") ? "&" : "?") + "lang=en");
            assertThat(desk.locator("html").getAttribute("lang")).isEqualTo("en");
            desk.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            check(desk, kind.name() + "-desktop-dark");
        }
        assertThat(takeErrors())
                .allMatch(error -> kind.status() != 200 && error.contains("status of " + kind.status()));
    }

    private static void check(Page page, String name) {
        look(page, name);
        assertAccessible(page);
    }

    /** A controller that is new, or an address that is, has its page among the kinds or says what else it gives. */
    @Test
    void noneIsForgotten() {
        var paths = kinds().stream()
                .map(kind -> PathContainer.parsePath(kind.path().replaceFirst("[?].*", "")))
                .toList();
        var patterns = mapped().toList();
        assertThat(patterns).contains("/", "/browse/{list}", "/metrics");
        assertThat(patterns.stream()
                        .filter(pattern -> NO_PAGES.keySet().stream()
                                .noneMatch(key -> key.endsWith("/") ? pattern.startsWith(key) : pattern.equals(key)))
                        .filter(pattern ->
                                paths.stream().noneMatch(PathPatternParser.defaultInstance.parse(pattern)::matches)))
                .as("addresses that are answered and neither in PageKinds nor in NO_PAGES")
                .isEmpty();
        assertThat(NO_PAGES.keySet())
                .as("addresses without a page")
                .allMatch(key -> patterns.stream().anyMatch(pattern -> pattern.startsWith(key)));
    }

    private static Stream<String> mapped() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.banggiao.publish")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(GetMapping.class))
                        .map(JavaMethod::reflect)
                        .flatMap(method -> Arrays.stream(
                                method.getAnnotation(GetMapping.class).value()))
                        .filter(pattern -> !pattern.contains("{suffix}"));
    }
}
