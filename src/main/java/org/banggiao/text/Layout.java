package org.banggiao.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.banggiao.text.RunningHeaders.Header;

/**
 * What each line of a text is: running text, a note, a running header, a page number, a rule, or blank. One pass from the first line
 * to the last.
 */
final class Layout {
    /** How far a note's number may be ahead of the last one that is known: those between lost theirs. */
    private static final int LARGEST_GAP = 12;

    private static final int LONGEST_TITLE = 20;
    private static final Set<String> TITLES = Set.of("chú thích", "ghi chú", "chú giải", "các chú thích", "cước chú");

    final Lines lines;
    final LayoutStyle style;

    /** The lines of the running text, in order. */
    final IntList body = new IntList();

    final List<NoteDraft> notes = new ArrayList<>();
    final List<PageDraft> pages = new ArrayList<>();

    private final Map<Integer, Header> headers;
    private final NoteNumbers numbers;
    private final PageFeet feet;
    private boolean inNotes;

    /** Whether a page has ended, and the next line opens another. */
    private boolean pageEnded;

    private boolean atStartOfNotes;
    private int lastNumber;

    /** The last line that was read together with one before it. */
    private int readAhead = -1;

    /** The last line that was a page's number at its top. */
    private int numberAtTop = -2;

    /** Whether the notes at the end of the text have begun; a page does not end them. */
    private boolean inEndnotes;

    /** Whether a title says that what follows are notes. */
    private boolean underTitle;

    /** The numbers up to 999 that stood in brackets in the running text. */
    private final BitSet bracketed = new BitSet();

    Layout(Lines lines) {
        this.lines = lines;
        this.style = LayoutStyle.of(lines);
        this.headers = RunningHeaders.find(lines, style);
        this.numbers = new NoteNumbers(lines);
        this.feet = new PageFeet(headers.isEmpty() ? lines : new Lines(""), style, numbers);
        read();
        PageDraft.numberAll(pages);
    }

    private void read() {
        pages.add(new PageDraft(0));
        boolean afterBlank = false;
        for (int i = 0; i < lines.count(); i++) {
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

    /** Reads a line that ends a page, or is the first of a note at the foot of one; whether it was one. */
    private boolean isReadAtFoot(int i) {
        if (feet.isFurniture(i)) {
            inNotes = inEndnotes;
            pageEnded = true;
            if (feet.pageNumber(i) > 0) {
                pages.get(pages.size() - 1).number = feet.pageNumber(i);
            } else {
                pages.get(pages.size() - 1).header = lines.content(i);
            }
            return true;
        }
        if (pageEnded) {
            pageEnded = false;
            openPage(i);
        }
        if (feet.noteAt(i) > 0) {
            openNote(i, feet.noteAt(i));
            return true;
        }
        return false;
    }

    private void readLine(int i, boolean afterBlank) {
        if (isReadAtFoot(i)) {
            return;
        }
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
            if ((numbers.isRest(i) || lines.indent(i) == 2) && style.spaceOpensPage() && !lines.isAfterFormFeed(i)) {
                openNote(i, 0);
                return;
            }
            openPage(i);
        }
        if (isTitleOfNotes(i)) {
            inEndnotes = true;
            underTitle = true;
            inNotes = true;
            lastNumber = 0;
            return;
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
            if (numbers.isAlone(i)) {
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
        notes.add(numbers.begin(line, number, pages.size() - 1));
        inNotes = true;
        atStartOfNotes = false;
        lastNumber = number > 0 ? number : lastNumber;
    }

    private void openPage(int line) {
        if (lines.start(line) > pages.get(pages.size() - 1).start || pages.size() > 1) {
            if (!body.isEmpty() || !notes.isEmpty()) {
                pages.add(new PageDraft(lines.start(line)));
            }
        }
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
        return !numbers.isRest(i) && i + 1 < lines.count() && !lines.isBlank(i + 1) && hasOpeningSpace(i + 1);
    }

    /** A line of nothing but a number, first on its page. */
    private boolean isNumberAtTop(int i, boolean afterBlank) {
        int next = lines.next(i);
        return lines.isNumber(i, 4) && isPageStart(i, afterBlank) && (next == lines.count() || !numbers.isRest(next));
    }

    /** A line of nothing but a number, last on its page. */
    private boolean isNumberAtBottom(int i) {
        int next = lines.next(i);
        return lines.isNumber(i, 4) && i > 0 && (next == lines.count() || lines.isAfterFormFeed(next));
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

    /** A wide blank line, or a line of dashes, where the rule above the notes was. */
    private boolean isRule(int i) {
        int next = lines.next(i);
        if (next == lines.count()) {
            return false;
        }
        boolean number = numbers.isAlone(next) || numbers.length(next) > 0;
        if (lines.isBlank(i)) {
            return lines.indent(i) >= LayoutStyle.RULE
                    && style.hardWrapped()
                    && (number || (style.wideBlankIsRule() && !notes.isEmpty()));
        }
        return lines.isDrawnRule(i) && number;
    }

    /** A number on a line of its own, and below it a full stop or comma and the words of the note. */
    private boolean isHeadWithoutRule(int i) {
        if (!numbers.isAlone(i)) {
            return false;
        }
        int next = lines.next(i);
        int number = numbers.at(i);
        return next < lines.count() && numbers.isRest(next) && isNext(number);
    }

    /** "Chú thích" on a line of its own, behind running text and before the first note: what follows are the notes. */
    private boolean isTitleOfNotes(int i) {
        int next = lines.next(i);
        return !body.isEmpty()
                && lines.length(i) <= LONGEST_TITLE
                && TITLES.contains(lines.content(i).toLowerCase(Locale.ROOT).replace(":", ""))
                && next < lines.count()
                && numbers.length(next) > 0
                && numbers.at(next) == 1;
    }

    /**
     * A number in brackets that stood in the text before, now at the start of a line, one after the other; below a title of the
     * notes any number that is the next.
     */
    private boolean isEndnote(int i) {
        int number = numbers.at(i);
        boolean known = lines.first(i) == '[' && bracketed.get(Math.min(number, 1000));
        return (known || underTitle) && numbers.length(i) > 0 && (inEndnotes ? number == lastNumber + 1 : number == 1);
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
        int number = numbers.at(i);
        boolean fits;
        if (numbers.isAlone(i)) {
            fits = isNext(number) || (atStartOfNotes && number == 1);
        } else if (numbers.length(i) == 0) {
            fits = false;
        } else if (inEndnotes) {
            fits = isEndnote(i);
        } else {
            fits = atStartOfNotes ? isNext(number) || number == 1 : number == lastNumber + 1;
        }
        return fits ? number : 0;
    }

    private boolean isNext(int number) {
        return number > lastNumber && number <= lastNumber + LARGEST_GAP;
    }
}
