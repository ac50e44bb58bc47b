package org.banggiao.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A service over the released data and a headless Chromium for the tests that extend it. After each test no request has gone to another
 * host, and no page has written an error to the console. Skipped where the machine has no Chromium; the environment variable
 * {@code CHROMIUM} names one at another place.
 */
@Tag("heavy")
abstract class BrowserTest {
    private static Playwright playwright;
    private static Browser browser;
    private static TestService service;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void start() {
        var chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: no Chromium here; install it, or name it in the variable CHROMIUM");
        service = TestService.of(
                MemoryStore.copyOf(DatasetFile.read(Path.of("data/graph/dataset.nq"))),
                Map.of("banggiao.permanent-queries.enabled", "false"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setChromiumSandbox(false));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            browser.close();
            playwright.close();
            service.close();
        }
    }

    @BeforeEach
    void forget() {
        foreign.clear();
        errors.clear();
    }

    @AfterEach
    void nothingWentWrong() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(foreign).as("requests to other hosts").isEmpty();
        assertThat(errors).as("errors in the console").isEmpty();
    }

    /** A page at this path, in Vietnamese unless the path says otherwise, with JavaScript. */
    Page open(View view, String path) {
        return open(view, options(view), path);
    }

    /** The same without JavaScript. */
    Page openWithoutScript(View view, String path) {
        return open(view, options(view).setJavaScriptEnabled(false), path);
    }

    /** The same in the dark. */
    Page openInTheDark(View view, String path) {
        return open(view, options(view).setColorScheme(ColorScheme.DARK), path);
    }

    private static Browser.NewContextOptions options(View view) {
        return new Browser.NewContextOptions()
                .setViewportSize(view.width(), view.height())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("vi")
                .setAcceptDownloads(true);
    }

    private Page open(View view, Browser.NewContextOptions options, String path) {
        var context = browser.newContext(options);
        contexts.add(context);
        context.onRequest(request -> {
            if (!request.url().startsWith(service.url()) && !request.url().matches("(data|blob|about):.*")) {
                foreign.add(request.url());
            }
        });
        context.onConsoleMessage(this::note);
        context.onWebError(error -> errors.add(error.error()));
        var page = context.newPage();
        page.navigate(service.url() + path);
        return page;
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            errors.add(message.text() + " (" + message.location() + ")");
        }
    }

    /** Takes the console's errors noted so far off the list, for a test in which the service must refuse something. */
    List<String> takeErrors() {
        var taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** Where the service is, without a slash at the end. */
    static String address() {
        return service.url();
    }

    /** Fails where axe-core finds a fault, and tells each with its place, or where the page is wider than the screen. */
    static void assertAccessible(Page page) {
        var faults = new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(faults).as("axe-core at " + page.url()).isEmpty();
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which %s is wider than the screen", page.url())
                .isZero();
    }

    /** Keeps what the page looks like in {@code target/screenshots}, from its top to its bottom. */
    static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
