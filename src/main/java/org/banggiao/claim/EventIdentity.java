package org.banggiao.claim;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Says when two claims speak of one event: by type, actors, date, and what or who tells it from others. */
final class EventIdentity {
    private static final Pattern DECREE_KIND = Pattern.compile(
            "nghị quyết|chỉ thị|thông tri|thông tư|quyết định|thông báo|sắc lệnh|nghị định",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DECREE =
            Pattern.compile("(?:Nghị quyết|Chỉ thị|Thông tri|Thông tư|Quyết định|Thông báo)(?: số)? (\\d{1,5})");

    /**
     * What an event says, in the forms that are compared.
     *
     * @param actors codes of the actors
     * @param persons keys of the persons that have one
     * @param about what it is about, folded, or null
     * @param decree number of the resolution or directive that it is about, or null
     * @param decreeKind what that is called, folded, or null
     */
    private record Facts(
            Set<String> actors,
            Set<String> persons,
            @Nullable String about,
            @Nullable String decree,
            @Nullable String decreeKind) {
        static Facts of(DiplomaticEvent event) {
            var persons = new HashSet<String>();
            for (var person : event.persons()) {
                if (person.key() != null) {
                    persons.add(person.key());
                }
            }
            var about = event.about();
            if (about == null) {
                return new Facts(Merger.codes(event.actors()), persons, null, null, null);
            }
            var number = DECREE.matcher(about);
            var kind = DECREE_KIND.matcher(about);
            return new Facts(
                    Merger.codes(event.actors()),
                    persons,
                    Merger.fold(about),
                    number.find() ? number.group(1) : null,
                    kind.find() ? Merger.fold(kind.group()) : null);
        }
    }

    private final Map<DiplomaticEvent, Facts> known = new IdentityHashMap<>();

    private Facts facts(DiplomaticEvent event) {
        return known.computeIfAbsent(event, Facts::of);
    }

    /** Why the two are one event; empty where they are not. */
    Optional<String> same(DiplomaticEvent a, DiplomaticEvent b) {
        if (a.type() != b.type() || !a.said().factuality().equals(b.said().factuality())) {
            return Optional.empty();
        }
        var x = facts(a);
        var y = facts(b);
        if (Merger.share(x.actors(), y.actors()) < 0.5) {
            return Optional.empty();
        }
        if (a.type() == EventType.DECISION && x.decree() != null && y.decree() != null && Merger.compatible(a, b)) {
            return x.decree().equals(y.decree())
                    ? Optional.of("same number of a resolution, and the dates agree")
                    : Optional.empty();
        }
        if (a.type() == EventType.DECISION && isOther(x.decreeKind(), y.decreeKind())) {
            return Optional.empty();
        }
        if (Merger.sameDate(a, b) && Merger.isDay(a.date())) {
            return Optional.of("same type and actors on the same day");
        }
        boolean open = isOpen(a.date()) || isOpen(b.date());
        if (a.type() == EventType.VISIT
                && !open
                && saysMonth(a)
                && saysMonth(b)
                && samePerson(a, b)
                && Merger.compatible(a, b)) {
            return Optional.of("same visitor and actors in the same month, and the dates agree");
        }
        if ((open ? Merger.sameDate(a, b) : Merger.compatible(a, b)) && sameAbout(x, y)) {
            return Optional.of("same type, actors and subject, and the dates agree");
        }
        return Optional.empty();
    }

    /** Whether nothing but the date tells them apart. */
    boolean isSameButDate(DiplomaticEvent a, DiplomaticEvent b) {
        var x = facts(a);
        var y = facts(b);
        return a.type() == b.type()
                && Merger.share(x.actors(), y.actors()) == 1
                && (sameAbout(x, y) || !x.persons().isEmpty() && x.persons().equals(y.persons()));
    }

    /** Each way to be the same, but for the date, needs one of these in common; what can never be the same has none. */
    Set<Object> keys(DiplomaticEvent event) {
        var facts = facts(event);
        var keys = new HashSet<Object>();
        if (facts.about() != null) {
            keys.add(List.of(event.type(), "about", facts.about()));
        }
        if (Merger.isDay(event.date())) {
            keys.add(List.of(event.type(), "day", event.date().edtf()));
        }
        if (Merger.isDay(event.date()) && !facts.persons().isEmpty()) {
            keys.add(List.of(event.type(), "persons", facts.persons()));
        }
        if (facts.decree() != null) {
            keys.add(List.of(event.type(), "decree", facts.decree()));
        }
        if (event.type() == EventType.VISIT && saysMonth(event) && !isOpen(event.date())) {
            for (var person : event.persons()) {
                keys.add(List.of("printed", person.printed()));
                if (person.key() != null) {
                    keys.add(List.of("person", person.key()));
                }
            }
        }
        return keys;
    }

    private static boolean sameAbout(Facts a, Facts b) {
        return a.about() != null && a.about().equals(b.about());
    }

    /** Whether two decisions are called by different kinds: a directive is no circular. */
    private static boolean isOther(@Nullable String kind, @Nullable String other) {
        return kind != null && other != null && !kind.equals(other);
    }

    /**
     * Whether a date leaves open when ("from 1965 on") or tells of several years ("1980 to 1986"): it agrees with every date
     * inside, and so with none.
     */
    private static boolean isOpen(HistoricalDate date) {
        return date instanceof DateInterval && date.singleYear().isEmpty();
    }

    /** Whether the date of an event says at least the month. */
    private static boolean saysMonth(DiplomaticEvent event) {
        return switch (event.date()) {
            case DatePoint p -> p.grain().compareTo(DatePoint.Grain.MONTH) >= 0;
            case DateInterval i ->
                i.start()
                        .filter(s -> s.grain().compareTo(DatePoint.Grain.MONTH) >= 0)
                        .isPresent();
            case DateAlternatives a -> false;
        };
    }

    private static boolean samePerson(DiplomaticEvent a, DiplomaticEvent b) {
        return a.persons().stream()
                .anyMatch(p -> b.persons().stream()
                        .anyMatch(q -> p.key() != null
                                ? p.key().equals(q.key())
                                : p.printed().equals(q.printed())));
    }
}
