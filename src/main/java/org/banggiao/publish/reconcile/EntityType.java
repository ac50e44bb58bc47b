package org.banggiao.publish.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.entity.Kind;

/**
 * A type of entities that can be asked for.
 *
 * @param id as requests name it
 * @param kinds of resources that are of it
 * @param broader the id of the type above it, if one
 * @param names by language (BCP 47)
 */
public record EntityType(String id, List<Kind> kinds, Optional<String> broader, Map<String, String> names) {
    public EntityType {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a type has kinds of resources: " + id);
        }
        kinds = List.copyOf(kinds);
        names = Map.copyOf(names);
    }

    /** Its name in a language, else its id. */
    public String name(String language) {
        return names.getOrDefault(language, id);
    }
}
