package org.banggiao.publish.page;

import java.util.Optional;

/**
 * A resource in a list.
 *
 * @param when its date in words; empty for what has none
 * @param what what it is called, linked
 * @param about its name or subject as printed, where the list needs it to tell things apart
 * @param sort what sort of its kind it is
 * @param note such as the number of its claims
 * @param disputed whether its claims contradict each other
 */
public record Row(
        String when, Value what, Optional<String> about, String sort, Optional<String> note, boolean disputed) {
    /** The same with something else in the place of its sort, where that says something. */
    Row withSort(String other) {
        return other.isEmpty() ? this : new Row(when, what, about, other, note, disputed);
    }
}
