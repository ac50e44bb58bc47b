package org.banggiao.publish.facet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a facet for all members of a list, to be read both ways: each member's values and each value's members. Both
 * are numbers in one array, so that counting a selection is one pass over the numbers of its members.
 */
final class Column {
    private final Facet facet;
    private final List<FacetValue> values;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] starts;
    private final int[] valuesOfMembers;
    private final int[] starts2;
    private final int[] membersOfValues;

    /**
     * A column.
     *
     * @param values in the order of their places
     * @param ofMembers the places of each member's values, each once and in order
     */
    Column(Facet facet, List<FacetValue> values, int[][] ofMembers) {
        this.facet = facet;
        this.values = List.copyOf(values);
        for (int i = 0; i < values.size(); i++) {
            places.put(values.get(i).text(), i);
        }
        int pairs = Arrays.stream(ofMembers).mapToInt(v -> v.length).sum();
        starts = new int[ofMembers.length + 1];
        valuesOfMembers = new int[pairs];
        starts2 = new int[values.size() + 1];
        membersOfValues = new int[pairs];
        for (int member = 0; member < ofMembers.length; member++) {
            var own = ofMembers[member];
            System.arraycopy(own, 0, valuesOfMembers, starts[member], own.length);
            starts[member + 1] = starts[member] + own.length;
            for (int value : own) {
                starts2[value + 1]++;
            }
        }
        for (int value = 0; value < values.size(); value++) {
            starts2[value + 1] += starts2[value];
        }
        var next = Arrays.copyOf(starts2, starts2.length);
        for (int member = 0; member < ofMembers.length; member++) {
            for (int value : ofMembers[member]) {
                membersOfValues[next[value]++] = member;
            }
        }
    }

    Facet facet() {
        return facet;
    }

    List<FacetValue> values() {
        return values;
    }

    /** The place of a value. */
    Optional<Integer> place(String text) {
        return Optional.ofNullable(places.get(text));
    }

    /** The places of a member's values. */
    int[] of(int member) {
        return Arrays.copyOfRange(valuesOfMembers, starts[member], starts[member + 1]);
    }

    /** The members that have one of the values of a choice. */
    BitSet having(List<String> choice) {
        int members = starts.length - 1;
        var found = new BitSet(members);
        switch (facet.as()) {
            case TERMS, HIERARCHY -> choice.forEach(text -> place(text).ifPresent(value -> add(value, found)));
            case YEARS -> {
                var ranges = choice.stream()
                        .flatMap(text -> YearRange.parse(text).stream())
                        .toList();
                for (int value = 0; value < values.size(); value++) {
                    int year = Integer.parseInt(values.get(value).text());
                    if (ranges.stream().anyMatch(r -> r.contains(year))) {
                        add(value, found);
                    }
                }
            }
            case YES_NO -> {
                var yes = new BitSet(members);
                for (int member = 0; member < members; member++) {
                    yes.set(member, starts[member + 1] > starts[member]);
                }
                if (choice.contains(Facet.YES)) {
                    found.or(yes);
                }
                if (choice.contains(Facet.NO)) {
                    yes.flip(0, members);
                    found.or(yes);
                }
            }
        }
        return found;
    }

    private void add(int value, BitSet found) {
        for (int i = starts2[value]; i < starts2[value + 1]; i++) {
            found.set(membersOfValues[i]);
        }
    }

    /** How many of some members have each value, by its place; of yes and no, those that have any value at 0. */
    int[] counts(BitSet members) {
        if (facet.as() == Facet.As.YES_NO) {
            int any = 0;
            for (int m = members.nextSetBit(0); m >= 0; m = members.nextSetBit(m + 1)) {
                any += starts[m + 1] > starts[m] ? 1 : 0;
            }
            return new int[] {any};
        }
        var counts = new int[values.size()];
        for (int m = members.nextSetBit(0); m >= 0; m = members.nextSetBit(m + 1)) {
            for (int i = starts[m]; i < starts[m + 1]; i++) {
                counts[valuesOfMembers[i]]++;
            }
        }
        return counts;
    }

    /** How many of some members have a year in each of the ranges from one of these years to before the next. */
    int[] countsFrom(BitSet members, int[] years) {
        var bucket = new int[values.size()];
        for (int value = 0; value < bucket.length; value++) {
            int found = Arrays.binarySearch(
                    years, Integer.parseInt(values.get(value).text()));
            bucket[value] = found >= 0 ? found : -found - 2;
        }
        var counts = new int[years.length];
        for (int m = members.nextSetBit(0); m >= 0; m = members.nextSetBit(m + 1)) {
            // The values of a member are in order, and so are their buckets.
            int last = -1;
            for (int i = starts[m]; i < starts[m + 1]; i++) {
                int own = bucket[valuesOfMembers[i]];
                if (own != last && own >= 0) {
                    counts[own]++;
                }
                last = own;
            }
        }
        return counts;
    }

    /** Bytes that it takes, without the texts of its values. */
    long size() {
        return 4L * (starts.length + valuesOfMembers.length + starts2.length + membersOfValues.length)
                + 100L * values.size();
    }
}
