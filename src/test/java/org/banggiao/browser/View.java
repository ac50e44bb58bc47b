package org.banggiao.browser;

/** A size of screen that pages are looked at on, in CSS pixels. */
enum View {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    View(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
