package org.banggiao.claim;

import java.util.List;
import java.util.stream.Stream;
import org.banggiao.mention.Span;

/**
 * What is given, in words.
 *
 * @param stretch all of it
 * @param money sums
 * @param measures what is counted
 * @param things what is only named
 */
record AidGiven(Clause stretch, List<Span> money, List<Span> measures, List<Clause> things) {
    /** The token behind the last figure; behind all that is given where it has none. */
    int figureEnd() {
        return Stream.concat(money.stream(), measures.stream())
                .mapToInt(Span::to)
                .max()
                .orElse(stretch.to());
    }
}
