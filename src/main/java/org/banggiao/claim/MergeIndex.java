package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the groups of claims that another may join, by what it must have in common with one of theirs. */
final class MergeIndex {
    private final Sameness sameness;
    private final Map<Object, List<Integer>> groups = new HashMap<>();
    private final List<Set<Object>> keys = new ArrayList<>();

    MergeIndex(Sameness sameness) {
        this.sameness = sameness;
    }

    /** Notes that a claim is in a group; groups are numbered from 0, one after the other. */
    void put(Claim claim, int group) {
        if (group == keys.size()) {
            keys.add(new HashSet<>());
        }
        for (var key : sameness.keys(claim)) {
            if (keys.get(group).add(key)) {
                groups.computeIfAbsent(key, k -> new ArrayList<>(1)).add(group);
            }
        }
    }

    /** The groups that can hold a claim on the same thing, the highest number first. */
    Iterable<Integer> latestFirst(Claim claim) {
        var found = new TreeSet<Integer>();
        for (var key : sameness.sought(claim)) {
            found.addAll(groups.getOrDefault(key, List.of()));
        }
        return found.descendingSet();
    }
}
