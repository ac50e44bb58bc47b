package org.banggiao.text;

import java.util.Arrays;

/**
 * How a text is laid out, found by counting its lines.
 *
 * @param hardWrapped whether a line ends where the width ends, not where the paragraph does
 * @param blanksPartParagraphs whether blank lines say something about paragraphs; not so where there is one after each line
 * @param spaceEndsLine whether lines end in a space, so that one without it goes on without a space in the next line
 * @param spaceOpensPage whether a single space before a line that follows another without a blank line opens a page
 * @param twoSpacesOpenNote whether two spaces there open a note that lost its number: the space of the page, and the one behind
 *     the number; not so where lines begin like that more often
 * @param wideBlankIsRule whether a blank line of many spaces stands where the rule above notes was
 * @param usualGap blank lines between two lines of running text
 * @param width chars of a full line
 */
record LayoutStyle(
        boolean hardWrapped,
        boolean blanksPartParagraphs,
        boolean spaceEndsLine,
        boolean spaceOpensPage,
        boolean twoSpacesOpenNote,
        boolean wideBlankIsRule,
        int usualGap,
        int width) {
    /** A blank line of so many spaces was a rule. */
    static final int RULE = 20;

    private static final int WIDEST_HARD_LINE = 160;

    static LayoutStyle of(Lines lines) {
        int[] lengths = new int[lines.count()];
        int filled = 0;
        int ended = 0;
        int spaceAtEnd = 0;
        int pairs = 0;
        int apart = 0;
        int oneSpace = 0;
        int twoSpaces = 0;
        int wideBlank = 0;
        int goesOn = 0;
        int goesOnApart = 0;
        int blank = 0;
        int previous = -1;
        for (int i = 0; i < lines.count(); i++) {
            if (lines.isBlank(i)) {
                blank++;
                wideBlank += lines.indent(i) >= RULE ? 1 : 0;
                continue;
            }
            lengths[filled++] = lines.length(i);
            ended += ".!?:;".indexOf(lines.last(i)) >= 0 ? 1 : 0;
            spaceAtEnd += lines.hasSpaceAtEnd(i) ? 1 : 0;
            if (previous >= 0) {
                pairs++;
                boolean oneSentence = goesOn(lines, previous, i);
                goesOn += oneSentence ? 1 : 0;
                goesOnApart += oneSentence && i - previous > 1 ? 1 : 0;
                apart += i - previous > 1 ? 1 : 0;
                oneSpace += lines.indent(i) == 1 && i - previous == 1 ? 1 : 0;
                twoSpaces += lines.indent(i) == 2 ? 1 : 0;
            }
            previous = i;
        }
        Arrays.sort(lengths, 0, filled);
        int width = filled == 0 ? 0 : lengths[Math.min(filled - 1, filled * 9 / 10)];
        boolean hardWrapped =
                filled > 1 && width <= WIDEST_HARD_LINE && (ended * 10 < filled * 6 || goesOn * 10 > filled);
        boolean mostlyApart = apart * 10 > pairs * 7 && goesOnApart * 10 > apart;
        return new LayoutStyle(
                hardWrapped,
                !(hardWrapped && mostlyApart),
                spaceAtEnd * 10 > filled * 8,
                hardWrapped && oneSpace * 5 <= filled,
                twoSpaces * 5 <= oneSpace,
                wideBlank * 10 <= blank * 3,
                mostlyApart ? 1 : 0,
                width);
    }

    /** Whether a line ends in the middle of a sentence that the next goes on with in small letters. */
    private static boolean goesOn(Lines lines, int line, int next) {
        return ".!?:;".indexOf(lines.last(line)) < 0
                && Character.isLowerCase(lines.first(next))
                && Headings.numberLength(lines.text, lines.start(next), lines.end(next)) == 0;
    }
}
