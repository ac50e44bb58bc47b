package org.banggiao.publish.facet;

import java.util.stream.IntStream;

/**
 * What one answer holds of a list: all of it, or where that is more than one answer may hold, a part.
 *
 * @param selection the list
 * @param number which part, from 1 on
 * @param most members of a part
 */
public record ListPart(Selection selection, int number, int most) {
    public ListPart {
        if (number < 1 || most < 1) {
            throw new IllegalArgumentException("no part " + number + " of " + most);
        }
    }

    /** How many parts there are, one at least. */
    public int parts() {
        return Math.max(1, Math.ceilDiv(selection.size(), most));
    }

    /** Whether it is the whole list. */
    public boolean isWhole() {
        return parts() == 1;
    }

    /** The place of its first member in the list, from 0 on. */
    public int from() {
        return (int) Math.min((long) (number - 1) * most, selection.size());
    }

    /** The place after its last member. */
    public int to() {
        return (int) Math.min((long) number * most, selection.size());
    }

    /** The numbers of its members in the index, in order. */
    public IntStream members() {
        return IntStream.range(from(), to()).map(selection::member);
    }
}
