package org.banggiao.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.banggiao.text.RunningHeaders.Header;
import org.jspecify.annotations.Nullable;

/**
 * What each line of a text is: running text, a note, a running header, a page number, a rule, or blank. One pass from the first line
 * to the last.
 */
final class Layout {
    /** How far a note's number may be ahead of the last one that is known: those between lost theirs. */
    private static final int LARGEST_GAP = 12;

    /** A note in the making. */
    static final class NoteDraft {
        /** The number printed with it, or 0. */
        final int number;

        /** A second number printed with it, as in {@code 17, 2.}, or 0. */
        final int alias;

        /** Index of the page on which it begins. */
        final int page;

        final IntList lines = new IntList();

        /** First char of its words. */
        final int start;

        NoteDraft(int number, int alias, int page, int start) {
            this.number = number;
            this.alias = alias;
            this.page = page;
            this.start = start;
        }
    }

    /** A page in the making. */
    static final class PageDraft {
        final int start;

        @Nullable
        Integer number;

        @Nullable
        String header;

        boolean opensChapter;

        PageDraft(int start) {
            this.start = start;
        }
    }

    final Lines lines;
    final LayoutStyle style;

    /** The lines of the running text, in order. */
    final IntList body = new IntList();

    final List<NoteDraft> notes = new ArrayList<>();
    final List<PageDraft> pages = new ArrayList<>();

    private final Map<Integer, Header> headers;
    private final int[] page;
    private boolean inNotes;
    private boolean atStartOfNotes;
    private int lastNumber;

    /** The last line that was read together with one before it. */
    private int readAhead = -1;

    /** The last line that was a page's number at its top. */
    private int numberAtTop = -2;

    /** Whether the notes at the end of the text have begun; a page does not end them. */
    private boolean inEndnotes;

    /** The numbers up to 999 that stood in brackets in the running text. */
    private final BitSet bracketed = new BitSet();

    Layout(Lines lines) {
        this.lines = lines;
        this.style = LayoutStyle.of(lines);
        this.headers = RunningHeaders.find(lines, style);
        this.page = new int[lines.count()];
        read();
        numberPages();
    }

    /** Index of the page on which a line stands. */
    int pageOf(int line) {
        return page[line];
    }

    private void read() {
        pages.add(new PageDraft(0));
        boolean afterBlank = false;
        for (int i = 0; i < lines.count(); i++) {
            page[i] = pages.size() - 1;
            if (i <= readAhead) {
                continue;
            }
            if (lines.isBlank(i) || lines.isDrawnRule(i)) {
                boolean rule = isRule(i);
                if (rule) {
                    openNotes();
                }
                afterBlank = !rule;
                continue;
            }
            readLine(i, afterBlank);
            afterBlank = false;
        }
    }

    private void readLine(int i, boolean afterBlank) {
        Header header = headers.get(i);
        if (header != null) {
            if (opensPage(header)) {
                openPage(i);
            }
            inNotes = inEndnotes;
            PageDraft current = pages.get(pages.size() - 1);
            current.number = header.page();
            current.header = header.words();
            return;
        }
        boolean top = isNumberAtTop(i, afterBlank);
        if (top || isNumberAtBottom(i)) {
            if (top) {
                openPage(i);
                numberAtTop = i;
            }
            pages.get(pages.size() - 1).number = lines.numberAt(lines.start(i));
            return;
        }
        if (isHeaderBelowNumber(i)) {
            pages.get(pages.size() - 1).header = lines.content(i);
            return;
        }
        if (isPageStart(i, afterBlank)) {
            if ((lead(i) > 0 || lines.indent(i) == 2) && style.spaceOpensPage() && !lines.isAfterFormFeed(i)) {
                openNote(i, 0);
                return;
            }
            openPage(i);
        }
        if ((!inNotes || inEndnotes) && isEndnote(i)) {
            inEndnotes = true;
            inNotes = true;
        } else if (!inNotes && !isHeadWithoutRule(i)) {
            body.add(i);
            findBracketed(i);
            return;
        }
        readNoteLine(i, afterBlank);
    }

    private void readNoteLine(int i, boolean afterBlank) {
        int number = headNumber(i);
        if (number > 0) {
            if (lines.isNumber(i, 3)) {
                int next = lines.next(i);
                if (next < lines.count()) {
                    openNote(next, number);
                    readAhead = next;
                }
            } else {
                openNote(i, number);
            }
        } else if (style.blanksPartParagraphs() && afterBlank && !atStartOfNotes && !inEndnotes) {
            inNotes = false;
            body.add(i);
        } else if (notes.isEmpty()) {
            openNote(i, 0);
        } else {
            notes.get(notes.size() - 1).lines.add(i);
            atStartOfNotes = false;
        }
    }

    private void openNotes() {
        inNotes = true;
        atStartOfNotes = true;
    }

    /** Begins a note with the words of a line; the number 0 where it is lost. */
    private void openNote(int line, int number) {
        int lead = number > 0 && !lines.isNumber(line, 3) ? numberLead(line) : 0;
        int start = lines.start(line) + lead;
        int alias = 0;
        if (start < lines.end(line) && lines.text.charAt(start) == ',') {
            int digits = start + 1;
            while (digits < lines.end(line) && Letters.isSpace(lines.text.charAt(digits))) {
                digits++;
            }
            int after = digits;
            while (after < lines.end(line) && Lines.isDigit(lines.text.charAt(after))) {
                after++;
            }
            if (after > digits && after - digits <= 3 && after < lines.end(line) && lines.text.charAt(after) == '.') {
                alias = lines.numberAt(digits);
                start = after + 1;
            }
        } else if (start < lines.end(line) && ".)]".indexOf(lines.text.charAt(start)) >= 0) {
            start++;
        }
        while (start < lines.end(line) && Letters.isSpace(lines.text.charAt(start))) {
            start++;
        }
        NoteDraft note = new NoteDraft(number, alias, pages.size() - 1, start);
        note.lines.add(line);
        notes.add(note);
        inNotes = true;
        atStartOfNotes = false;
        if (number > 0) {
            lastNumber = number;
        }
    }

    private void openPage(int line) {
        if (lines.start(line) > pages.get(pages.size() - 1).start || pages.size() > 1) {
            if (!body.isEmpty() || !notes.isEmpty()) {
                pages.add(new PageDraft(lines.start(line)));
            }
        }
        page[line] = pages.size() - 1;
        inNotes = inEndnotes;
        pages.get(pages.size() - 1).opensChapter = lines.length(line) < 100 && Headings.isChapter(lines.content(line));
    }

    /** A header opens a page, unless its number is that of the page that is open: then it is the page's foot. */
    private boolean opensPage(Header header) {
        Integer open = pages.get(pages.size() - 1).number;
        return open == null || open != header.page();
    }

    private boolean isPageStart(int i, boolean afterBlank) {
        return lines.isAfterFormFeed(i) || (!afterBlank && hasOpeningSpace(i) && !isLoneLine(i));
    }

    private boolean hasOpeningSpace(int i) {
        return style.spaceOpensPage()
                && i > 0
                && (lines.indent(i) == 1 || (lines.indent(i) == 2 && style.twoSpacesOpenNote()));
    }

    /** Whether a line opens what would be a page of one line: then it goes on with what stands before it. */
    private boolean isLoneLine(int i) {
        return lead(i) == 0 && i + 1 < lines.count() && !lines.isBlank(i + 1) && hasOpeningSpace(i + 1);
    }

    /** A line of nothing but a number, first on its page. */
    private boolean isNumberAtTop(int i, boolean afterBlank) {
        int next = lines.next(i);
        return lines.isNumber(i, 4) && isPageStart(i, afterBlank) && (next == lines.count() || lead(next) == 0);
    }

    /** A line of nothing but a number, last on its page. */
    private boolean isNumberAtBottom(int i) {
        int next = lines.next(i);
        return lines.isNumber(i, 4)
                && i > 0
                && (next == lines.count() || lines.isAfterFormFeed(next) || crossesFormFeed(i, next));
    }

    /** A short line below the page's number, in the middle of a sentence: no words of it. */
    private boolean isHeaderBelowNumber(int i) {
        return style.hardWrapped()
                && i == numberAtTop + 1
                && !body.isEmpty()
                && lines.length(i) * 10 <= style.width() * 6
                && ".!?:;,…”)".indexOf(lines.last(i)) < 0
                && ".!?:;…”".indexOf(lines.last(body.last())) < 0;
    }

    private boolean crossesFormFeed(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (lines.isAfterFormFeed(i)) {
                return true;
            }
        }
        return false;
    }

    /** A wide blank line, or a line of dashes, where the rule above the notes was. */
    private boolean isRule(int i) {
        int next = lines.next(i);
        if (next == lines.count()) {
            return false;
        }
        boolean number = lines.isNumber(next, 3) || numberLead(next) > 0;
        if (lines.isBlank(i)) {
            return lines.indent(i) >= LayoutStyle.RULE && style.hardWrapped() && (style.wideBlankIsRule() || number);
        }
        return lines.isDrawnRule(i) && number;
    }

    /** How many chars of a full stop or comma, left over from a note's number, stand before the words; 0 where none do. */
    private int lead(int i) {
        String text = lines.text;
        int s = lines.start(i);
        return lines.length(i) > 2 && (text.charAt(s) == '.' || text.charAt(s) == ',') && text.charAt(s + 1) == ' '
                ? 1
                : 0;
    }

    /** A number on a line of its own, and below it a full stop or comma and the words of the note. */
    private boolean isHeadWithoutRule(int i) {
        if (!lines.isNumber(i, 3)) {
            return false;
        }
        int next = lines.next(i);
        int number = lines.numberAt(lines.start(i));
        return next < lines.count() && lead(next) > 0 && isNext(number);
    }

    /** A number in brackets that stood in the text before, now at the start of a line, one after the other. */
    private boolean isEndnote(int i) {
        int number = lines.numberAt(lines.start(i) + 1);
        return lines.first(i) == '['
                && numberLead(i) > 0
                && bracketed.get(Math.min(number, 1000))
                && (inEndnotes ? number == lastNumber + 1 : number == 1);
    }

    private void findBracketed(int i) {
        int at = lines.text.indexOf('[', lines.start(i), lines.end(i));
        while (at >= 0) {
            bracketed.set(Math.min(lines.numberAt(at + 1), 999));
            at = lines.text.indexOf('[', at + 1, lines.end(i));
        }
    }

    /** The number of the note that begins at the line, or 0 where none does. */
    private int headNumber(int i) {
        boolean bracket = lines.first(i) == '[' || lines.first(i) == '(';
        int number = lines.numberAt(lines.start(i) + (bracket ? 1 : 0));
        if (lines.isNumber(i, 3)) {
            return isNext(number) || (atStartOfNotes && number == 1) ? number : 0;
        }
        int lead = numberLead(i);
        if (lead == 0) {
            return 0;
        }
        if (inEndnotes) {
            return lines.first(i) == '[' && isEndnote(i) ? number : 0;
        }
        boolean fits = atStartOfNotes ? isNext(number) || number == 1 : number == lastNumber + 1;
        return fits ? number : 0;
    }

    private boolean isNext(int number) {
        return number > lastNumber && number <= lastNumber + LARGEST_GAP;
    }

    /** How many chars the number takes with which the line begins, if words follow that can begin a note; else 0. */
    private int numberLead(int i) {
        String text = lines.text;
        int from = lines.start(i);
        int to = from;
        boolean bracket = text.charAt(from) == '[' || text.charAt(from) == '(';
        to += bracket ? 1 : 0;
        int digits = to;
        while (to < lines.end(i) && Lines.isDigit(text.charAt(to))) {
            to++;
        }
        if (to == digits || to - digits > 3 || to >= lines.end(i)) {
            return 0;
        }
        int after = to;
        while (after < lines.end(i) && ".)]".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        boolean marked = after > to;
        int word = after;
        while (word < lines.end(i) && Letters.isSpace(text.charAt(word))) {
            word++;
        }
        if (word == lines.end(i) || (word == after && !marked)) {
            return 0;
        }
        char c = text.charAt(word);
        boolean opens = text.charAt(from) == '['
                || Character.isUpperCase(c)
                || "“\"'‘(".indexOf(c) >= 0
                || SentenceSplitter.isTonedVowel(c);
        return opens ? to - from : 0;
    }

    /**
     * Numbers the pages between two whose number is known, where their count agrees. One number more than pages is an empty page
     * before a chapter.
     */
    private void numberPages() {
        int known = -1;
        for (int i = 0; i < pages.size(); i++) {
            Integer number = pages.get(i).number;
            if (number == null) {
                continue;
            }
            Integer before = known < 0 ? null : pages.get(known).number;
            if (before != null) {
                int empty = number - before - (i - known);
                int chapter = empty == 1 ? onlyChapter(known + 1, i) : i;
                for (int k = known + 1; k < i && chapter > 0 && (empty == 0 || empty == 1); k++) {
                    pages.get(k).number = before + k - known + (k >= chapter ? empty : 0);
                }
            }
            known = i;
        }
    }

    /** Index of the only page that opens a chapter, from one to another; -1 where there is none, or more than one. */
    private int onlyChapter(int from, int to) {
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
