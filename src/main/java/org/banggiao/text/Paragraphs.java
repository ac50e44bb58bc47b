package org.banggiao.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts lines together to paragraphs. Where a text is wrapped hard, a paragraph ends with a line that ends a sentence and left room
 * for the first word of the next; a heading ends with a line that left room, or where the next begins.
 */
final class Paragraphs {
    /** A heading is not longer than so many lines. */
    private static final int LONGEST_HEADING = 5;

    /** No heading ends with these: something must follow. */
    private static final Set<String> OPEN_WORDS = Set.of(
            "và", "của", "với", "trong", "cho", "từ", "đến", "các", "những", "do", "tại", "về", "là", "giữa", "ở",
            "theo", "bằng", "để", "như", "hay", "hoặc", "trên", "dưới", "vào", "ra", "đối", "sau", "trước");

    private final Lines lines;
    private final LayoutStyle style;

    Paragraphs(Layout layout) {
        this.lines = layout.lines;
        this.style = layout.style;
    }

    /** The blocks of the running text. */
    List<Block> of(IntList body) {
        List<Block> blocks = new ArrayList<>();
        Block block = new Block(null);
        for (int k = 0; k < body.size(); k++) {
            int line = body.get(k);
            if (!block.lines.isEmpty() && parts(block, line)) {
                blocks.add(block);
                block = new Block(null);
            }
            block.lines.add(line);
        }
        if (!block.lines.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private boolean parts(Block block, int next) {
        int last = block.lines.last();
        if (!style.hardWrapped()) {
            return true;
        }
        boolean lastUpper = isUpper(last);
        boolean nextUpper = isUpper(next);
        boolean nextOpens = opensItem(next);
        if (lastUpper && nextUpper) {
            return nextOpens;
        }
        boolean apart = style.blanksPartParagraphs() && next - last > 1 && isBlankBetween(last, next);
        boolean ended = endsSentence(last);
        boolean starts = startsSentence(next);
        if (lastUpper != nextUpper && (lastUpper ? starts && !endsOpen(last) : ended || apart)) {
            return true;
        }
        if (block.lines.size() == 1 && lines.length(last) < 100 && Headings.isChapter(lines.content(last))) {
            return nextOpens || nextUpper || starts;
        }
        boolean inHeading = !ended && block.lines.size() <= LONGEST_HEADING && opensItem(block.lines.get(0));
        if (nextOpens && (ended || apart || inHeading || lines.last(last) == ';')) {
            return true;
        }
        if (lines.first(next) == '-' && (ended || ";:".indexOf(lines.last(last)) >= 0) && leavesRoom(last, next, 95)) {
            return true;
        }
        if (!starts) {
            return false;
        }
        if (inHeading) {
            return !endsOpen(last) && (apart || endsInYears(last) || leavesRoom(last, next, 83));
        }
        if (ended) {
            return apart || leavesRoom(last, next, 97);
        }
        return !endsOpen(last) && (apart ? leavesRoom(last, next, 90) : leavesRoom(last, next, 55));
    }

    /** Whether the first word of the next line would have found place in this one, at so much of the full width. */
    private boolean leavesRoom(int line, int next, int percentOfWidth) {
        int word = lines.start(next);
        while (word < lines.end(next) && !Letters.isSpace(lines.text.charAt(word))) {
            word++;
        }
        return (lines.length(line) + 1 + word - lines.start(next)) * 100L <= (long) style.width() * percentOfWidth;
    }

    private boolean isBlankBetween(int last, int next) {
        for (int i = last + 1; i < next; i++) {
            if (!lines.isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line ends as a sentence does, leaving out the mark of a note. */
    private boolean endsSentence(int line) {
        int i = lines.end(line) - 1;
        int from = lines.start(line);
        boolean bracket = lines.last(line) == ']';
        i -= bracket ? 1 : 0;
        while (i > from && Lines.isDigit(lines.text.charAt(i))) {
            i--;
        }
        i -= bracket && i > from && lines.text.charAt(i) == '[' ? 1 : 0;
        while (i > from && "”\"’')»".indexOf(lines.text.charAt(i)) >= 0) {
            i--;
        }
        return ".!?:…".indexOf(lines.text.charAt(i)) >= 0;
    }

    /** Whether the line breaks off where a phrase must go on. */
    private boolean endsOpen(int line) {
        int from = lines.end(line);
        while (from > lines.start(line) && Character.isLetter(lines.text.charAt(from - 1))) {
            from--;
        }
        return ",;-–(/".indexOf(lines.last(line)) >= 0
                || (lines.end(line) - from <= 5 && OPEN_WORDS.contains(lines.text.substring(from, lines.end(line))));
    }

    /** Whether the line ends in a bracket with a year, as headings do. */
    private boolean endsInYears(int line) {
        int end = lines.end(line) - 1;
        return lines.last(line) == ')'
                && end - lines.start(line) >= 5
                && Lines.isDigit(lines.text.charAt(end - 1))
                && Lines.isDigit(lines.text.charAt(end - 4))
                && Headings.years("(" + lines.numberAt(end - 4) + ")") != null;
    }

    /** Whether the line begins with the number or the sign of a heading or of an item of a list. */
    private boolean opensItem(int line) {
        int start = lines.start(line);
        return Headings.numberLength(lines.text, start, lines.end(line)) > 0
                || (lines.length(line) > 2
                        && "*•+".indexOf(lines.text.charAt(start)) >= 0
                        && lines.text.charAt(start + 1) == ' '
                        && Character.isLetter(lines.text.charAt(start + 2)));
    }

    private boolean startsSentence(int line) {
        int i = lines.start(line);
        while (i < lines.end(line) - 1 && "“\"‘'(«".indexOf(lines.text.charAt(i)) >= 0) {
            i++;
        }
        char c = lines.text.charAt(i);
        return Character.isUpperCase(c) || SentenceSplitter.isTonedVowel(c) || opensItem(line);
    }

    /** Whether the line has words, all in capitals. */
    private boolean isUpper(int line) {
        int upper = 0;
        for (int i = lines.start(line); i < lines.end(line); i++) {
            char c = lines.text.charAt(i);
            if (Character.isLowerCase(c) && !SentenceSplitter.isTonedVowel(c)) {
                return false;
            }
            upper += Character.isUpperCase(c) ? 1 : 0;
        }
        return upper >= 4;
    }
}
