package org.banggiao.publish.reconcile;

import java.util.List;
import java.util.Set;

/**
 * One reconciliation query, whichever version of the API it was written for.
 *
 * @param names what the entity may be called; any of them will do
 * @param ids identifiers that the entity may have
 * @param types ids of types that are wanted; any where empty
 * @param isTypeStrict whether entities of other types are left out even where there is nothing else
 * @param conditions what else is said of the entity
 * @param unknown what is said by properties that there are none of here
 * @param limit how many candidates are wanted at most, from 1
 */
public record MatchQuery(
        List<String> names,
        List<String> ids,
        Set<String> types,
        boolean isTypeStrict,
        List<Condition> conditions,
        List<Unknown> unknown,
        int limit) {
    public MatchQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
        names = List.copyOf(names);
        ids = List.copyOf(ids);
        types = Set.copyOf(types);
        conditions = List.copyOf(conditions);
        unknown = List.copyOf(unknown);
    }

    /**
     * A condition on a property that is none here.
     *
     * @param property as the request names it
     * @param isRequired whether entities that do not fulfil it are left out: then there are none
     */
    public record Unknown(String property, boolean isRequired) {}

    /** A query by a name alone. */
    public static MatchQuery ofName(String name, Set<String> types, int limit) {
        return new MatchQuery(List.of(name), List.of(), types, false, List.of(), List.of(), limit);
    }
}
