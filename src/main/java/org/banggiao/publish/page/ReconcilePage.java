package org.banggiao.publish.page;

import java.util.List;

/**
 * What the page of reconciliation says.
 *
 * @param services the addresses to give to a client
 * @param types that can be asked for
 * @param properties that can be conditions
 * @param features what a score is made of
 * @param asked what the form was filled with
 * @param isAsked whether it was sent
 * @param candidates what was found
 */
public record ReconcilePage(
        List<Service> services,
        List<Choice> types,
        List<Described> properties,
        List<Described> features,
        Asked asked,
        boolean isAsked,
        List<Found> candidates) {
    public ReconcilePage {
        services = List.copyOf(services);
        types = List.copyOf(types);
        properties = List.copyOf(properties);
        features = List.copyOf(features);
        candidates = List.copyOf(candidates);
    }

    /** A version in a language. */
    public record Service(String version, String language, String address) {}

    /** A type to be chosen. */
    public record Choice(String id, String name, boolean chosen) {}

    /** Something with an id, a name and what it means. */
    public record Described(String id, String name, String meaning) {}

    /** The fields of the form. */
    public record Asked(String name, String type, String date, String party, String place) {
        boolean isEmpty() {
            return name.isBlank() && date.isBlank() && party.isBlank() && place.isBlank();
        }
    }

    /**
     * A candidate.
     *
     * @param parts what its score is made of
     */
    public record Found(
            String href, String name, String about, String type, String score, boolean match, List<Part> parts) {
        public Found {
            parts = List.copyOf(parts);
        }
    }

    /** A feature: how well it agrees, and its share. */
    public record Part(String name, String value, String weight) {}
}
