package org.banggiao.authority;

import java.util.List;
import java.util.Optional;
import org.banggiao.time.DatePoint;

/**
 * How an entry came of another, or to which it belongs.
 *
 * @param key the entry spoken of; the later one, but for {@link Relation#PART_OF}
 * @param relation how it is related to the other
 * @param other the earlier entry, or the whole
 * @param date when it came so, empty where the sources do not say
 * @param sources keys of the {@link Source sources} that state it, at least one
 */
public record Succession(String key, Relation relation, String other, Optional<DatePoint> date, List<String> sources) {
    /** How one entry is related to another. */
    public enum Relation {
        /** One of the parts into which the other was divided. */
        SPLIT_FROM("split-from", true),
        /** Formed by joining the other with more; there is a row for each. */
        FORMED_FROM("formed-from", true),
        /** The other under a new name. */
        RENAMED_FROM("renamed-from", true),
        /** Took the other in and kept its own name. */
        ABSORBED("absorbed", true),
        /** Lies in the other, or belongs to it. */
        PART_OF("part-of", false);

        private final String name;
        private final boolean replaces;

        Relation(String name, boolean replaces) {
            this.name = name;
            this.replaces = replaces;
        }

        /** Whether the entry takes the place of the other, wholly or in part. */
        public boolean replaces() {
            return replaces;
        }

        static Relation parse(String name) {
            for (var relation : values()) {
                if (relation.name.equals(name)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("no such relation: '" + name + "'");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public Succession {
        sources = List.copyOf(sources);
        if (key.equals(other)) {
            throw new IllegalArgumentException(key + " is related to itself");
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(key + " " + relation + " " + other + " has no source");
        }
    }
}
