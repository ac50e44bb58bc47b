package org.banggiao.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of a text, nested by the rank of their headings. */
final class Sections {
    private record Draft(
            int rank,
            int level,
            String number,
            String title,
            @Nullable Integer parent,
            Range heading) {}

    private final List<Draft> drafts = new ArrayList<>();

    /** Ordinals of the sections that are open, outermost first. */
    private final List<Integer> open = new ArrayList<>();

    /** Opens the section of a heading; the ordinal of the section. */
    int add(Headings.Parts heading, Range range) {
        Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        if (last != null
                && last.rank() == 1
                && last.title().isEmpty()
                && heading.number().isEmpty()) {
            drafts.set(
                    drafts.size() - 1,
                    new Draft(
                            1,
                            last.level(),
                            last.number(),
                            heading.title(),
                            last.parent(),
                            new Range(last.heading().startInclusive(), range.endExclusive())));
            return drafts.size();
        }
        while (!open.isEmpty() && drafts.get(open.get(open.size() - 1) - 1).rank() >= heading.rank()) {
            open.remove(open.size() - 1);
        }
        Integer parent = open.isEmpty() ? null : open.get(open.size() - 1);
        drafts.add(new Draft(heading.rank(), open.size() + 1, heading.number(), heading.title(), parent, range));
        open.add(drafts.size());
        return drafts.size();
    }

    /** Ordinal of the innermost section that holds a range, or null before the first. */
    @Nullable
    Integer at(Range range) {
        int low = 0;
        int high = drafts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (drafts.get(middle).heading().startInclusive() <= range.startInclusive()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : low;
    }

    /** The sections, each up to the next that is not inside it. */
    List<Section> build(int length) {
        int[] end = new int[drafts.size()];
        List<Integer> stack = new ArrayList<>();
        for (int i = 0; i < end.length; i++) {
            end[i] = length;
            while (!stack.isEmpty()
                    && drafts.get(stack.get(stack.size() - 1)).level()
                            >= drafts.get(i).level()) {
                end[stack.remove(stack.size() - 1)] = drafts.get(i).heading().startInclusive();
            }
            stack.add(i);
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < end.length; i++) {
            Draft d = drafts.get(i);
            sections.add(new Section(
                    i + 1,
                    d.level(),
                    d.number(),
                    d.title(),
                    Headings.years(d.title()),
                    d.parent(),
                    d.heading(),
                    new Range(d.heading().startInclusive(), end[i])));
        }
        return sections;
    }
}
