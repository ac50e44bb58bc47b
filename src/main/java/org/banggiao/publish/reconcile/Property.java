package org.banggiao.publish.reconcile;

import java.util.List;
import java.util.Map;

/**
 * A property of entities: values of it can be fetched, and of most it can be a condition.
 *
 * @param id as requests name it
 * @param types the ids of the types whose entities have it
 * @param values what its values are
 * @param valueTypes the ids of the types that its values are of, where they are entities
 * @param isCondition whether it can be a condition
 * @param path from an entity to the values
 * @param names by language (BCP 47)
 * @param descriptions what it means, by language
 */
public record Property(
        String id,
        List<String> types,
        Values values,
        List<String> valueTypes,
        boolean isCondition,
        PropertyPath path,
        Map<String, String> names,
        Map<String, String> descriptions) {
    public Property {
        types = List.copyOf(types);
        valueTypes = List.copyOf(valueTypes);
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
    }

    /** What values of a property are. */
    public enum Values {
        /** Dates, as EDTF. */
        DATE,
        /** Entities that can be reconciled here. */
        ENTITY,
        /** Concepts of a code list. */
        CONCEPT,
        /** Texts. */
        TEXT,
        /** Numbers. */
        NUMBER,
        /** Addresses of elsewhere. */
        ADDRESS
    }

    /** Its name in a language, else its id. */
    public String name(String language) {
        return names.getOrDefault(language, id);
    }

    /** What it means, in a language; empty where nothing is said. */
    public String description(String language) {
        return descriptions.getOrDefault(language, "");
    }
}
