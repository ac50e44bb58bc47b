package org.banggiao.text;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.corpus.SourceText;

/**
 * Reads a source text into a {@link Document}: lines, layout, paragraphs, repair, marks of notes, headings, sentences. Each step looks
 * at each char a bounded number of times.
 */
public final class DocumentReader {
    /** The document that a text holds. */
    public Document read(SourceText source) {
        CodePoints codePoints = CodePoints.of(source.text());
        Layout layout = new Layout(new Lines(source.text()));
        List<Block> blocks = new Paragraphs(layout).of(layout.body);
        int bodyBlocks = blocks.size();
        for (NoteDraft draft : layout.notes) {
            Block block = new Block(draft);
            for (int k = 0; k < draft.lines.size(); k++) {
                block.lines.add(draft.lines.get(k));
            }
            blocks.add(block);
        }
        List<Range> restored = new ArrayList<>();
        new Blocks(layout, codePoints).fill(blocks, restored);
        return new DocumentBuilder(source, layout, codePoints, blocks, bodyBlocks, restored).build();
    }
}
