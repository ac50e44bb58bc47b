package org.banggiao.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.banggiao.corpus.SourceText;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.text.MarkSites.Site;
import org.banggiao.text.NormalText.Edit;
import org.jspecify.annotations.Nullable;

/** From blocks with their words to the sentences, notes, sections and pages of a document. */
final class DocumentBuilder {
    private final SourceText source;
    private final Layout layout;
    private final CodePoints codePoints;
    private final List<Block> blocks;
    private final int bodyBlocks;
    private final int length;

    private final List<Page> pages = new ArrayList<>();
    private final Sections sections = new Sections();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** First sentence that holds a mark of the note, by the note's index; 0 where none does. */
    private final int[] anchors;

    private @Nullable NoteTies ties;

    DocumentBuilder(
            SourceText source,
            Layout layout,
            CodePoints codePoints,
            List<Block> blocks,
            int bodyBlocks,
            List<Range> restored) {
        this.source = source;
        this.layout = layout;
        this.codePoints = codePoints;
        this.blocks = blocks;
        this.bodyBlocks = bodyBlocks;
        this.length = codePoints.at(source.text().length());
        this.anchors = new int[layout.notes.size()];
        for (Range range : restored) {
            report(TextIssue.SPACE_RESTORED, range, "A space was missing here between two words, and was put in.");
        }
    }

    Document build() {
        buildPages();
        findLostSigns();
        List<List<NoteMark>> marks = takeOutMarks();
        for (int b = 0; b < blocks.size(); b++) {
            addBlock(b, marks.get(b));
        }
        findings.sort(Comparator.comparing(Finding::location, Comparator.comparingInt(Location::startInclusive))
                .thenComparing(f -> f.issue().code()));
        return new Document(source, sections.build(length), sentences, notes, pages, findings);
    }

    /** Signs that no text has: those for lost bytes, controls of another encoding, private ones of a font. */
    private void findLostSigns() {
        String text = source.text();
        int first = -1;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0 && c != '\u0085') || (c >= '\uE000' && c <= '\uF8FF')) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        if (count > 0) {
            int at = codePoints.at(first);
            report(
                    TextIssue.ENCODING_UNKNOWN,
                    new Range(at, at + 1),
                    count
                            + " signs from here on stand for letters of an encoding that is not known: give the text in UTF-8.");
        }
    }

    private void buildPages() {
        List<PageDraft> drafts = layout.pages;
        if (drafts.size() < 2 && drafts.get(0).number == null) {
            return;
        }
        for (int i = 0; i < drafts.size(); i++) {
            PageDraft draft = drafts.get(i);
            int end = i + 1 < drafts.size() ? codePoints.at(drafts.get(i + 1).start) : length;
            pages.add(new Page(i + 1, draft.number, draft.header, new Range(codePoints.at(draft.start), end)));
        }
    }

    /** Finds the marks of notes, ties them, and takes them out of the words; the marks of each block, in its new words. */
    private List<List<NoteMark>> takeOutMarks() {
        List<Site> sites = new ArrayList<>();
        for (int b = 0; b < bodyBlocks; b++) {
            sites.addAll(MarkSites.find(b, blocks.get(b).text.value()));
        }
        NoteMarks found =
                new NoteMarks(sites, i -> pageIndex(sourceOf(sites.get(i)).startInclusive()), layout.notes);
        for (Site site : found.ambiguous()) {
            report(
                    TextIssue.MARK_AMBIGUOUS,
                    sourceOf(site),
                    "These digits may be the mark of note " + site.number()
                            + " or part of the number before them: they were left alone; see the print.");
        }
        List<Site> marks = found.marks();
        ties = new NoteTies(
                layout.notes,
                marks.stream().mapToInt(Site::number).toArray(),
                marks.stream()
                        .mapToInt(s -> pageIndex(sourceOf(s).startInclusive()))
                        .toArray());
        List<List<NoteMark>> ofBlocks = new ArrayList<>();
        int untied = 0;
        int m = 0;
        for (int b = 0; b < blocks.size(); b++) {
            NormalText text = blocks.get(b).text;
            List<NoteMark> ofBlock = new ArrayList<>();
            List<Edit> edits = new ArrayList<>();
            int removed = 0;
            while (m < marks.size() && marks.get(m).block() == b) {
                int first = m;
                int end = marks.get(m).toExclusive();
                while (m < marks.size()
                        && marks.get(m).block() == b
                        && marks.get(m).from() <= end) {
                    end = Math.max(end, marks.get(m++).toExclusive());
                }
                int from = marks.get(first).from();
                boolean space = from > 0
                        && text.value().charAt(from - 1) == ' '
                        && (end == text.length()
                                || " .,;:!?)”".indexOf(text.value().charAt(end)) >= 0);
                from -= space ? 1 : 0;
                for (int k = first; k < m; k++) {
                    int note = ties.noteOf(k);
                    untied += note < 0 ? 1 : 0;
                    ofBlock.add(new NoteMark(
                            from - removed, marks.get(k).number(), note < 0 ? null : note + 1, sourceOf(marks.get(k))));
                }
                edits.add(new Edit(from, end, ""));
                removed += end - from;
            }
            ofBlocks.add(ofBlock);
            blocks.get(b).text = text.edited(edits);
        }
        if (untied > 0) {
            report(
                    TextIssue.MARK_WITHOUT_NOTE,
                    new Range(0, 0),
                    untied + " of " + marks.size() + " marks of notes have no note in the text.");
        }
        return ofBlocks;
    }

    private Range sourceOf(Site site) {
        return blocks.get(site.block()).text.source(site.from(), site.toExclusive());
    }

    /** Index of the page that holds a code point. */
    private int pageIndex(int offset) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages.get(middle).range().startInclusive() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private @Nullable Integer pageNumber(int offset) {
        return pages.isEmpty() ? null : pages.get(pageIndex(offset)).number();
    }

    private void addBlock(int index, List<NoteMark> marks) {
        Block block = blocks.get(index);
        NoteDraft draft = block.note;
        if (block.text.isEmpty() && draft == null) {
            return;
        }
        if (Languages.isOther(block.text.value())) {
            block.kind = Kind.OTHER_LANGUAGE;
            report(
                    TextIssue.OTHER_LANGUAGE,
                    block.text.range(),
                    "This paragraph is not in Vietnamese, and was not read.");
        }
        Integer note = draft == null ? null : index - bodyBlocks + 1;
        int anchor = note == null ? 0 : anchors[note - 1];
        Integer section = anchor > 0 ? sentences.get(anchor - 1).section() : sections.at(block.text.range());
        int firstSentence = sentences.size() + 1;
        Headings.Parts heading = block.kind == Kind.BODY ? Headings.parse(block.text.value()) : null;
        if (heading != null) {
            block.kind = Kind.HEADING;
            section = sections.add(heading, block.text.range());
            addSentence(block, index, 0, block.text.length(), false, section, note, marks);
        } else {
            Integer inSection = section;
            SentenceSplitter.split(
                    block.text.value(),
                    (from, to, insideQuote) ->
                            addSentence(block, index, from, to, insideQuote, inSection, note, marks));
            if (sentences.subList(firstSentence - 1, sentences.size()).stream()
                    .anyMatch(s -> s.text().length() >= SentenceSplitter.LONGEST)) {
                report(
                        TextIssue.SENTENCE_CUT,
                        block.text.range(),
                        "A sentence here goes on for more than " + SentenceSplitter.LONGEST
                                + " characters, and was cut: see whether full stops or line ends were lost.");
            }
        }
        if (draft != null && note != null) {
            addNote(block, draft, note, firstSentence);
        }
    }

    private void addSentence(
            Block block,
            int paragraph,
            int from,
            int to,
            boolean insideQuote,
            @Nullable Integer section,
            @Nullable Integer note,
            List<NoteMark> marksOfBlock) {
        int number = sentences.size() + 1;
        List<NoteMark> marks = new ArrayList<>();
        int low = firstAfter(marksOfBlock, from);
        for (int k = low; k < marksOfBlock.size() && marksOfBlock.get(k).position() <= to; k++) {
            NoteMark mark = marksOfBlock.get(k);
            marks.add(new NoteMark(mark.position() - from, mark.number(), mark.note(), mark.source()));
            if (mark.note() != null && anchors[mark.note() - 1] == 0) {
                anchors[mark.note() - 1] = number;
            }
        }
        NormalText text = block.text.slice(from, to);
        sentences.add(new Sentence(
                number,
                paragraph + 1,
                block.kind,
                text,
                section,
                pageNumber(text.range().startInclusive()),
                note,
                insideQuote,
                marks));
    }

    /** Index of the first mark behind the sentence before: one at the very start of a block belongs to its first sentence. */
    private static int firstAfter(List<NoteMark> marks, int from) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int position = marks.get(middle).position();
            if (position < from || (position == from && from == 0 && position < 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void addNote(Block block, NoteDraft draft, int ordinal, int firstSentence) {
        List<Integer> numbers = new ArrayList<>();
        for (int s = firstSentence; s <= sentences.size(); s++) {
            numbers.add(s);
        }
        int number = ties == null ? draft.number : ties.number(ordinal - 1);
        int anchor = anchors[ordinal - 1];
        Range range = block.text.range();
        notes.add(new Note(
                ordinal, number, draft.number == 0 && number > 0, range, numbers, anchor == 0 ? null : anchor));
        if (anchor == 0) {
            report(
                    TextIssue.NOTE_UNTIED,
                    range,
                    "No mark points to this note" + (number > 0 ? " " + number : "") + ": its sentence is not known.");
        }
    }

    private void report(TextIssue issue, Range range, String message) {
        findings.add(
                Finding.of(issue, new Location(source.id(), range.startInclusive(), range.endExclusive()), message));
    }
}
