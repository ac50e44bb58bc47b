package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * A property with its values as a page shows it.
 *
 * @param name in words
 * @param href where the property is explained, if anywhere
 * @param disputed whether claims give it differently
 */
public record Fact(String name, Optional<String> href, List<Value> values, boolean disputed) {
    public Fact {
        values = List.copyOf(values);
    }

    static Fact of(String name, Value... values) {
        return new Fact(name, Optional.empty(), List.of(values), false);
    }
}
