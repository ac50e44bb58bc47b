package org.banggiao.publish.facet;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a state of a list selects in a release, in the list's order. Making one is some passes over bits; counts are made when
 * they are asked for.
 */
public final class Selection {
    private final ListState state;
    private final FacetIndex index;
    private final BitSet members;
    private final int[] ordered;

    private Selection(ListState state, FacetIndex index, String language) {
        this.state = state;
        this.index = index;
        this.members = without(null);
        this.ordered = new int[members.cardinality()];
        int next = 0;
        for (int member : index.order(state.order(), language)) {
            if (members.get(member)) {
                ordered[next++] = member;
            }
        }
    }

    /**
     * What a state selects.
     *
     * @param index of the state's list
     * @param language whose names order it, where it is ordered by name (BCP 47)
     */
    public static Selection of(ListState state, FacetIndex index, String language) {
        return new Selection(state, index, language);
    }

    public ListState state() {
        return state;
    }

    public FacetIndex index() {
        return index;
    }

    /** How many are selected. */
    public int size() {
        return ordered.length;
    }

    /** The number in the index of the member at a place of the list, from 0 on. */
    public int member(int place) {
        return ordered[place];
    }

    /** The addresses of all that is selected, in order; a view that takes no memory of its own. */
    public List<Node> things() {
        return new Things();
    }

    /**
     * How many members each value has if the list were narrowed by it: what is chosen of the facet itself is left out.
     *
     * @return by the places of the values in {@link FacetIndex#values(Facet)}
     */
    public int[] counts(Facet facet) {
        return index.column(facet).counts(without(facet));
    }

    /** How many the list has where nothing of a facet is chosen. */
    public int sizeWithout(Facet facet) {
        return without(facet).cardinality();
    }

    /**
     * How many members lie in each range of years, with what is chosen of the facet left out.
     *
     * @param years the first year of each range, ascending; each ends before the next
     */
    public int[] countsFrom(Facet facet, int[] years) {
        return index.column(facet).countsFrom(without(facet), years);
    }

    /** What all facets but one select. */
    private BitSet without(@Nullable Facet left) {
        var selected = new BitSet(index.size());
        selected.set(0, index.size());
        for (var facet : state.narrowing()) {
            if (!facet.equals(left)) {
                selected.and(index.column(facet).having(state.of(facet)));
            }
        }
        return selected;
    }

    private final class Things extends AbstractList<Node> implements RandomAccess {
        @Override
        public Node get(int place) {
            return index.member(ordered[place]);
        }

        @Override
        public int size() {
            return ordered.length;
        }
    }

    /** The numbers of what is selected. */
    public IntStream members() {
        return IntStream.of(ordered);
    }
}
