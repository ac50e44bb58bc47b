package org.banggiao.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The tests that extend it share a service over the released data and a headless Chromium. After each test no request has gone to another
 * host, and no page has written an error to the console. Skipped where the machine has no Chromium; the environment variable
 * {@code CHROMIUM} names one at another place.
 */
@Tag("heavy")
abstract class BrowserTest {
    /** How long a page may take to show what is expected: a busy machine is no fault of the page. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What all classes of a run share; Playwright is for one thread, and so are these tests. */
    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> {
        var chromium = BrowserRun.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no Chromium here; install it, or name it in the variable CHROMIUM");
        run = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(BrowserRun.class, key -> BrowserRun.start(chromium.get()), BrowserRun.class);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    };

    private static BrowserRun run;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

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
        return open(options, address(), path);
    }

    /** A page of another service than the one that the tests share, for a reader of this language. */
    Page openAt(String address, View view, String language, ColorScheme colours, String path) {
        return open(options(view).setLocale(language).setColorScheme(colours), address, path);
    }

    private Page open(Browser.NewContextOptions options, String address, String path) {
        var context = run.browser().newContext(options);
        contexts.add(context);
        context.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().matches("(data|blob|about):.*")) {
                foreign.add(request.url());
            }
        });
        context.onConsoleMessage(this::note);
        context.onWebError(error -> errors.add(error.error()));
        var page = context.newPage();
        page.navigate(address + path);
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
        return run.service().url();
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
}
