package org.banggiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A reader who has no mouse: moves by Tab, opens by Enter, and must see at each step where the focus is. */
record Keyboard(Page page) {
    private static final int MOST_STEPS = 250;

    /** A name for what has the focus, and what of it a reader would not see. */
    private static final String FOCUSED = """
            () => {
              const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
              const name = e.tagName + ' ' + (e.getAttribute('href') || e.id || e.textContent.trim().slice(0, 40));
              if (e === document.body) return [name, ''];
              const ringed = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
              const inside = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
              return [name, (ringed ? '' : 'no ring ') + (inside ? '' : 'out of sight')];
            }""";

    /** Presses Tab until the element has the focus; each on the way shows that it has it. */
    void to(Locator wanted) {
        var passed = new ArrayList<String>();
        var unseen = new ArrayList<String>();
        wanted.waitFor(new Locator.WaitForOptions());
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            var focused = (List<?>) page.evaluate(FOCUSED);
            passed.add(focused.get(0).toString());
            if (!focused.get(1).toString().isEmpty()) {
                unseen.add(focused.get(0) + ": " + focused.get(1));
            }
            if ((Boolean) wanted.evaluate("e => e === document.activeElement")) {
                assertThat(unseen)
                        .as("elements of %s whose focus is not seen", page.url())
                        .isEmpty();
                return;
            }
        }
        throw new AssertionError(wanted + " of " + page.url() + " is not reached by Tab, but " + passed);
    }

    /** Goes to the link and opens it. */
    void open(Locator link) {
        to(link);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }
}
