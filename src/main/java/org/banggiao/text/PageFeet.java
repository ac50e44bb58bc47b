package org.banggiao.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of pages and the headers beside them, and the notes above them, in a text whose pages nothing else parts: lines that are
 * a number, or bear one, which rises by one from page to page. A page may break in the middle of a sentence.
 */
final class PageFeet {
    private static final int FEWEST_LINES_BETWEEN = 10;
    private static final int NEAR = 2;
    private static final int LONGEST_NOTES = 30;
    private static final int MOST_NOTES = 8;
    private static final int MOST_DIGITS = 4;
    private static final int LONGEST_WORDS = 90;

    /** A line that may be the number of a page, with or without the words of a header. */
    private record Candidate(int line, int number, String words) {}

    private final Lines lines;
    private final LayoutStyle style;
    private final NoteNumbers numbers;
    private final BitSet furniture = new BitSet();
    private final Map<Integer, Integer> pageNumbers = new HashMap<>();
    private final Map<Integer, Integer> noteHeads = new HashMap<>();

    PageFeet(Lines lines, LayoutStyle style, NoteNumbers numbers) {
        this.lines = lines;
        this.style = style;
        this.numbers = numbers;
        if (!style.hardWrapped() || hasFormFeed()) {
            return;
        }
        var chain = longestChain(candidates());
        chain.forEach(c -> {
            furniture.set(c.line());
            pageNumbers.put(c.line(), c.number());
        });
        findHeaders(chain);
        findNotes(chain);
    }

    /** Whether a line is the number or the header of a page. */
    boolean isFurniture(int line) {
        return furniture.get(line);
    }

    /** The page number that a line bears, or 0. */
    int pageNumber(int line) {
        return pageNumbers.getOrDefault(line, 0);
    }

    /** The number of the note at the foot of a page that begins at a line, or 0. */
    int noteAt(int line) {
        return noteHeads.getOrDefault(line, 0);
    }

    private boolean hasFormFeed() {
        for (int i = 0; i < lines.count(); i++) {
            if (lines.isAfterFormFeed(i)) {
                return true;
            }
        }
        return false;
    }

    private List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < lines.count(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            if (lines.isNumber(i, MOST_DIGITS)) {
                int next = lines.next(i);
                // A number on a line of its own may be that of a note: then it stands above the words.
                if (next == lines.count() || !numbers.isRest(next)) {
                    found.add(new Candidate(i, lines.numberAt(lines.start(i)), ""));
                }
            } else if (lines.length(i) <= LONGEST_WORDS) {
                addWithWords(i, found);
            }
        }
        return found;
    }

    /** A line with words may bear a number of a page at its start, at its end, or both: "23 Nghiên cứu, số 3". */
    private void addWithWords(int line, List<Candidate> found) {
        int start = lines.start(line);
        int end = lines.end(line);
        int behind = start;
        while (behind < end && Lines.isDigit(lines.text.charAt(behind))) {
            behind++;
        }
        int before = end;
        while (before > start && Lines.isDigit(lines.text.charAt(before - 1))) {
            before--;
        }
        if (behind > start && behind - start <= MOST_DIGITS && Letters.isSpace(lines.text.charAt(behind))) {
            found.add(new Candidate(
                    line,
                    lines.numberAt(start),
                    lines.text.substring(behind, end).strip()));
        }
        if (before < end && end - before <= MOST_DIGITS && Letters.isSpace(lines.text.charAt(before - 1))) {
            found.add(new Candidate(
                    line,
                    lines.numberAt(before),
                    lines.text.substring(start, before).strip()));
        }
    }

    /** The longest series that rises by one, of lines of one look; none where it may be anything else. */
    private List<Candidate> longestChain(List<Candidate> candidates) {
        List<Candidate> best = List.of();
        var byNumber = new HashMap<String, List<Candidate>>();
        candidates.forEach(c -> byNumber.computeIfAbsent(c.words() + "\n" + c.number(), k -> new ArrayList<>())
                .add(c));
        for (var first : candidates) {
            var chain = new ArrayList<Candidate>();
            var last = first;
            while (last != null) {
                chain.add(last);
                int from = last.line() + FEWEST_LINES_BETWEEN;
                last = byNumber.getOrDefault(last.words() + "\n" + (last.number() + 1), List.of()).stream()
                        .filter(c -> c.line() >= from)
                        .findFirst()
                        .orElse(null);
            }
            if (chain.size() > best.size() && isCredible(chain)) {
                best = chain;
            }
        }
        return best;
    }

    /** Whether pages end there: header words three times, or numbers at most of which a page breaks off. */
    private boolean isCredible(List<Candidate> chain) {
        boolean words = !chain.get(0).words().isEmpty();
        if (chain.size() < (words ? NEAR + 1 : NEAR)) {
            return false;
        }
        long broken = chain.stream().filter(c -> isBroken(c.line())).count();
        return words ? broken > 0 : 2 * broken >= chain.size();
    }

    /** Whether a sentence breaks off at a line, or a note stands above it, or the line stands far in. */
    private boolean isBroken(int line) {
        int next = lines.next(line);
        int before = before(line);
        if (next == lines.count() || before < 0) {
            return true;
        }
        int behind = lines.next(next);
        boolean small = Character.isLowerCase(lines.first(next))
                || (behind < lines.count() && Character.isLowerCase(lines.first(behind)));
        return lines.indent(line) >= style.width() / 4 || small;
    }

    /** The last line before one that is not blank, or -1. */
    private int before(int line) {
        int i = line - 1;
        while (i >= 0 && lines.isBlank(i)) {
            i--;
        }
        return i;
    }

    private void findHeaders(List<Candidate> chain) {
        Map<String, Integer> beside = new HashMap<>();
        for (var page : chain) {
            neighbours(page.line()).forEach(i -> beside.merge(lines.content(i), 1, Integer::sum));
        }
        for (var page : chain) {
            for (int i : neighbours(page.line())) {
                boolean again = beside.getOrDefault(lines.content(i), 0) > 1;
                boolean below = i > page.line();
                if (again || (below && (isUpper(i) || hasGap(i) || isBetweenParts(page.line(), i)))) {
                    furniture.set(i);
                }
            }
        }
    }

    /** The short lines right above and below a line. */
    private List<Integer> neighbours(int line) {
        var found = new ArrayList<Integer>();
        for (int i : new int[] {before(line), lines.next(line)}) {
            boolean near = i >= 0 && i < lines.count() && Math.abs(i - line) <= NEAR;
            if (near && ".,;:!?".indexOf(lines.last(i)) < 0 && lines.length(i) * 10 <= style.width() * 9) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean isUpper(int line) {
        var words = lines.content(line);
        return words.length() * 10 <= style.width() * 8
                && words.chars().filter(Character::isUpperCase).count() * 2
                        > words.chars().filter(Character::isLetter).count()
                && Headings.numberLength(lines.text, lines.start(line), lines.end(line)) == 0;
    }

    private boolean hasGap(int line) {
        return lines.content(line).contains("     ");
    }

    /** Whether the text goes on in small letters behind a short line below the number of a page. */
    private boolean isBetweenParts(int page, int line) {
        int behind = lines.next(line);
        return line == page + 1
                && lines.length(line) * 10 <= style.width() * 7
                && behind < lines.count()
                && Character.isLowerCase(lines.first(behind))
                && Character.isUpperCase(lines.first(line));
    }

    private void findNotes(List<Candidate> chain) {
        int expected = 1;
        int from = 0;
        for (var page : chain) {
            int end = page.line();
            while (before(end) >= 0 && furniture.get(before(end))) {
                end = before(end);
            }
            int last = notesAbove(end, expected, from);
            if (last == 0 && expected > 1) {
                last = notesAbove(end, 1, from);
            }
            expected = last > 0 ? last + 1 : expected;
            from = page.line() + 1;
        }
    }

    /** Takes the notes above a line, which begin with a number; the last number, or 0 where there are none. */
    private int notesAbove(int end, int expected, int from) {
        Map<Integer, Integer> heads = new HashMap<>();
        Set<Integer> found = new HashSet<>();
        int above = 0;
        for (int i = end - 1; i >= Math.max(from, end - LONGEST_NOTES); i--) {
            if (lines.isBlank(i)) {
                // Words that stand behind a blank line, and are no note, are of the running text.
                int next = lines.next(i);
                if (next < end && !heads.containsKey(next)) {
                    return 0;
                }
                continue;
            }
            int number = numbers.isAlone(i) || numbers.length(i) == 0 ? 0 : numbers.at(i);
            boolean fits = above == 0 ? number >= expected && number < expected + MOST_NOTES : number == above - 1;
            if (number == 0 || !fits || !hasMark(from, i, number)) {
                continue;
            }
            heads.put(i, number);
            found.add(number);
            above = number;
            if (number == expected) {
                boolean apart = i > 0 && (lines.isBlank(i - 1) || lines.isDrawnRule(i - 1));
                if (apart) {
                    noteHeads.putAll(heads);
                    return found.stream().mapToInt(Integer::intValue).max().orElse(0);
                }
                return 0;
            }
        }
        return 0;
    }

    /** Whether what may be the mark of a note stands in a stretch of lines: digits glued to what stands before them, or in brackets. */
    private boolean hasMark(int from, int to, int number) {
        var digits = String.valueOf(number);
        int end = lines.start(to);
        int at = lines.text.indexOf(digits, lines.start(from), end);
        while (at >= 0) {
            int behind = at + digits.length();
            char before = at == 0 ? ' ' : lines.text.charAt(at - 1);
            char after = behind < end ? lines.text.charAt(behind) : ' ';
            boolean whole = !Character.isLetterOrDigit(after) && "/-–".indexOf(after) < 0;
            boolean glued = Character.isLetterOrDigit(before) || ".,;:!?…)”\"’»%".indexOf(before) >= 0;
            if (whole && (glued || before == '[' || before == '(')) {
                return true;
            }
            at = lines.text.indexOf(digits, at + 1, end);
        }
        return false;
    }
}
