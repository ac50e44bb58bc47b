package org.banggiao.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ties marks to notes: by page and number, and for notes whose number is lost by what is missing. */
final class NoteTies {
    private final List<NoteDraft> notes;
    private final int[] numbers;
    private final int[] noteOfMark;

    /**
     * Ties.
     *
     * @param notes the notes, in order
     * @param markNumbers the numbers that the marks show, in order
     * @param markPages index of the page of each mark
     */
    NoteTies(List<NoteDraft> notes, int[] markNumbers, int[] markPages) {
        this.notes = notes;
        this.numbers = new int[notes.size()];
        this.noteOfMark = new int[markNumbers.length];
        Map<Long, Integer> byPage = new HashMap<>();
        Map<Integer, IntList> byNumber = new HashMap<>();
        for (int n = 0; n < numbers.length; n++) {
            NoteDraft note = notes.get(n);
            numbers[n] = note.number;
            if (note.number > 0) {
                byPage.putIfAbsent(key(note.page, note.number), n);
                byNumber.computeIfAbsent(note.number, k -> new IntList()).add(n);
            }
            if (note.alias > 0) {
                byPage.putIfAbsent(key(note.page, note.alias), n);
            }
        }
        for (int m = 0; m < noteOfMark.length; m++) {
            Integer note = byPage.get(key(markPages[m], markNumbers[m]));
            noteOfMark[m] = note != null ? note : firstFrom(byNumber.get(markNumbers[m]), markPages[m]);
        }
        tieLost(markNumbers, markPages);
        numberByNeighbours();
    }

    /** Index of the note that a mark points to, or -1. */
    int noteOf(int mark) {
        return noteOfMark[mark];
    }

    /** The number of a note, printed or inferred, or 0. */
    int number(int note) {
        return numbers[note];
    }

    private static long key(int page, int number) {
        return (long) page << 32 | number;
    }

    /** The first note of a number on the mark's page or a later one; a note before its mark is another chapter's. */
    private int firstFrom(@Nullable IntList candidates, int page) {
        if (candidates == null) {
            return -1;
        }
        int low = 0;
        int high = candidates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (notes.get(candidates.get(middle)).page < page) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < candidates.size() ? candidates.get(low) : -1;
    }

    /** On a page with as many marks without note as notes without number, they belong together in order. */
    private void tieLost(int[] markNumbers, int[] markPages) {
        int note = 0;
        int mark = 0;
        while (note < notes.size()) {
            int page = notes.get(note).page;
            List<Integer> lost = new ArrayList<>();
            while (note < notes.size() && notes.get(note).page == page) {
                if (notes.get(note).number == 0) {
                    lost.add(note);
                }
                note++;
            }
            while (mark < markPages.length && markPages[mark] < page) {
                mark++;
            }
            List<Integer> open = new ArrayList<>();
            while (mark < markPages.length && markPages[mark] == page) {
                if (noteOfMark[mark] < 0) {
                    open.add(mark);
                }
                mark++;
            }
            if (!lost.isEmpty() && lost.size() == open.size()) {
                for (int k = 0; k < lost.size(); k++) {
                    noteOfMark[open.get(k)] = lost.get(k);
                    numbers[lost.get(k)] = markNumbers[open.get(k)];
                }
            }
        }
    }

    /** Between two notes of known numbers, as many without as numbers are missing have those. */
    private void numberByNeighbours() {
        int known = -1;
        for (int n = 0; n < numbers.length; n++) {
            if (numbers[n] == 0) {
                continue;
            }
            int before = known < 0 ? 0 : numbers[known];
            if (n - known > 1 && numbers[n] - before == n - known) {
                for (int k = known + 1; k < n; k++) {
                    numbers[k] = before + k - known;
                }
            }
            known = n;
        }
    }
}
