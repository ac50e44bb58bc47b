package org.banggiao.authority;

import java.util.List;

/**
 * A name found in a text, with all that it can mean.
 *
 * @param start first char of the given string
 * @param end the char after the last
 * @param entries every entry that bears the name, at least one, by kind and then key
 */
public record Match(int start, int end, List<Entry> entries) {
    public Match {
        entries = List.copyOf(entries);
    }
}
