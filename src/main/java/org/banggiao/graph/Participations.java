package org.banggiao.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.authority.Kind;
import org.banggiao.claim.PersonRef;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Persons in events: in which role, on which side, in which post. Role and title are those of the claims; the side is the
 * person's country where it takes part; the post is the one of the title, or the one that the authority data certainly give
 * the person at the date, where it is one only.
 */
final class Participations {
    /** The role of who signs. */
    static final String SIGNATORY = "signatory";

    private final Iris iris;
    private final Actors actors;
    private final Authority authority;
    private final QuadSink sink;

    Participations(Iris iris, Actors actors, Authority authority, QuadSink sink) {
        this.iris = iris;
        this.actors = actors;
        this.authority = authority;
        this.sink = sink;
    }

    /**
     * Describes the persons of an event.
     *
     * @param persons as its claims name them
     * @param role the role of all, by its notation, or null for what the claims say of each
     * @param countries those that take part, by key
     * @param on the date, or null
     */
    void describe(
            Node event,
            List<PersonRef> persons,
            @Nullable String role,
            Set<String> countries,
            @Nullable HistoricalDate on) {
        var byPerson = new LinkedHashMap<Node, PersonRef>();
        persons.forEach(p -> byPerson.merge(actors.person(p), p, Participations::fuller));
        int position = 0;
        for (Map.Entry<Node, PersonRef> it : byPerson.entrySet()) {
            var ref = it.getValue();
            var node = Iris.part(event, "participation", ++position);
            sink.add(event, Vocabulary.PARTICIPATION, node);
            sink.add(node, Vocabulary.TYPE, Vocabulary.PARTICIPATION_CLASS);
            sink.add(node, Vocabulary.ACTOR, it.getKey());
            sink.add(node, Vocabulary.ROLE, Iris.code("role", role != null ? role : role(ref.role())));
            sink.text(node, Vocabulary.POST_AS_PRINTED, ref.title(), "vi");
            var country = country(ref);
            if (country != null && countries.contains(country)) {
                sink.add(node, Vocabulary.SIDE, iris.ofKey(country));
            }
            post(ref, country, on).ifPresent(p -> sink.add(node, Vocabulary.POST, iris.ofKey(p)));
        }
    }

    static String role(PersonRef.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** What two claims say of one person: the role and the title of the first that has one. */
    private static PersonRef fuller(PersonRef a, PersonRef b) {
        return new PersonRef(
                a.printed(),
                a.key(),
                a.title() != null ? a.title() : b.title(),
                a.role() != PersonRef.Role.PRESENT ? a.role() : b.role());
    }

    private @Nullable String country(PersonRef ref) {
        return ref.key() == null
                ? null
                : authority.byKey(ref.key()).map(Entry::country).orElse(null);
    }

    private Optional<String> post(PersonRef ref, @Nullable String country, @Nullable HistoricalDate on) {
        if (ref.title() != null) {
            var title = ref.title();
            return authority.entries().stream()
                    .filter(e -> e.kind() == Kind.OFFICE && isNamed(e, title))
                    .map(e -> authority.genericOffice(e.key()))
                    .findFirst()
                    .map(generic -> ofCountry(generic, country));
        }
        if (ref.key() == null || on == null) {
            return Optional.empty();
        }
        var certain = authority.postOf(ref.key(), on).stream()
                .filter(t -> t.certainlyHolds(on))
                .map(t -> ofCountry(t.office(), t.country()))
                .distinct()
                .toList();
        return certain.size() == 1 ? Optional.of(certain.get(0)) : Optional.empty();
    }

    private static boolean isNamed(Entry office, String title) {
        return office.nameVi().equalsIgnoreCase(title)
                || office.variants().stream().anyMatch(v -> v.equalsIgnoreCase(title));
    }

    private String ofCountry(String office, @Nullable String country) {
        return country == null
                ? office
                : authority.officeIn(office, country).map(Entry::key).orElse(office);
    }
}
