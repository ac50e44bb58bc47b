package org.banggiao.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page in the making. */
final class PageDraft {
    /** First char. */
    final int start;

    @Nullable
    Integer number;

    @Nullable
    String header;

    boolean opensChapter;

    PageDraft(int start) {
        this.start = start;
    }

    /**
     * Numbers the pages between two whose number is known, where their count agrees. One number more than pages is an empty page
     * before a chapter.
     */
    static void numberAll(List<PageDraft> pages) {
        int known = -1;
        for (int i = 0; i < pages.size(); i++) {
            Integer number = pages.get(i).number;
            if (number == null) {
                continue;
            }
            Integer before = known < 0 ? null : pages.get(known).number;
            if (before != null) {
                int empty = number - before - (i - known);
                int chapter = empty == 1 ? onlyChapter(pages, known + 1, i) : i;
                for (int k = known + 1; k < i && chapter > 0 && (empty == 0 || empty == 1); k++) {
                    pages.get(k).number = before + k - known + (k >= chapter ? empty : 0);
                }
            }
            known = i;
        }
    }

    /** Index of the only page that opens a chapter, from one to another; -1 where there is none, or more than one. */
    private static int onlyChapter(List<PageDraft> pages, int from, int to) {
        int found = -1;
        for (int k = from; k <= to; k++) {
            if (pages.get(k).opensChapter) {
                if (found >= 0) {
                    return -1;
                }
                found = k;
            }
        }
        return found;
    }
}
