package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.banggiao.text.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant: resolves names, and words such as "hai nước", to actors. Knows the two countries that a document mostly speaks
 * of, and the side that it is written from.
 */
final class Sides {
    /** An actor at a place of a sentence; {@code printed} is null in the reference where context gave it. */
    record Actor(int from, int to, ActorRef ref, boolean byName) {}

    private static final int THREE = 3;

    /** A document speaks of a country where every so many-th name is its. */
    private static final int SPOKEN_OF = 10;

    private static final int MEDIATED = 8;
    private static final int TITLE = 3;
    private static final int NAMED = 2;
    private static final String HOME = "VN";
    private static final List<String> INDOCHINA = List.of("VN", "LA", "KH");

    private final Authority authority;
    private final List<String> pair;
    private final Map<String, Entry> countries = new TreeMap<>();
    private final Map<Reading, List<Actor>> known = new java.util.IdentityHashMap<>();
    private final Regimes regimes;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Focus focus;
    private final StandIns standIns;
    private final Movements movements;

    /**
     * The sides of a document whose sentences are given.
     *
     * @param before the sentence that one goes on from, or null
     */
    Sides(Authority authority, Regimes regimes, List<Reading> readings, Function<Reading, @Nullable Reading> before) {
        this.authority = authority;
        this.regimes = regimes;
        for (var entry : authority.entries()) {
            if (entry.kind() == org.banggiao.authority.Kind.COUNTRY && entry.code() != null) {
                countries.putIfAbsent(entry.code(), entry);
            }
        }
        for (var reading : readings) {
            if (reading.sentence().kind() == Kind.OTHER_LANGUAGE) {
                continue;
            }
            int weight = reading.sentence().kind() == Kind.HEADING ? TITLE : 1;
            for (var span : reading.all("actor")) {
                codeOf(span, null).ifPresent(code -> counts.merge(code, weight, Integer::sum));
            }
        }
        var whole = new TreeMap<>(counts);
        whole.keySet().retainAll(countries.keySet());
        focus = new Focus(readings, whole, this::named, before, HOME);
        standIns = new StandIns(readings, this::countryOf);
        movements = new Movements(readings);
        var hub = focus.hub();
        pair = counts.entrySet().stream()
                .filter(e -> countries.containsKey(e.getKey()))
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Integer> e) -> !e.getKey().equals(hub))
                        .thenComparing(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isVenue(Reading reading, Span span) {
        return span.is("place") && isBehindPlaceWord(reading, span.from());
    }

    private static boolean isBehindPlaceWord(Reading reading, int token) {
        var word = reading.lower(token - 1);
        return word.equals("tại") || word.equals("ở");
    }

    /** How much a sentence names each country, its cities and people counted in, half where they are only where something was. */
    private Map<String, Integer> named(Reading reading) {
        var named = new TreeMap<String, Integer>();
        for (var type : List.of("actor", "place", "person")) {
            for (var span : reading.all(type)) {
                if (isMediator(reading, span.from())) {
                    continue;
                }
                codeOf(span, null)
                        .map(this::asNamed)
                        .filter(countries::containsKey)
                        .ifPresent(code -> named.merge(code, isVenue(reading, span) ? 1 : NAMED, Integer::sum));
            }
        }
        if (counts.containsKey(HOME) && reading.all("actor").stream().anyMatch(a -> a.is("actor.ours"))) {
            named.merge(HOME, NAMED, Integer::sum);
        }
        return named;
    }

    /** Of a city of a country that the document mostly calls by the state it was part of, the code of that state. */
    String asNamed(String code) {
        var earlier = regimes.earlier(code);
        return earlier != null && counts.getOrDefault(earlier, 0) > counts.getOrDefault(code, 0) ? earlier : code;
    }

    /** Codes of the two countries that the document speaks of at a sentence. */
    List<String> pair(Reading reading) {
        return focus.at(reading).stream().limit(2).toList();
    }

    /** Whether the document has much to do with a country. */
    boolean isOutstanding(String code) {
        return focus.outstanding().contains(code);
    }

    /** The country with which another stands where the document speaks of two, or none. */
    Optional<String> partner(String code, Reading reading) {
        var hub = focus.hub();
        if (hub != null && !hub.equals(code)) {
            return Optional.of(hub);
        }
        return focus.at(reading).stream().filter(c -> !c.equals(code)).findFirst();
    }

    /** Codes of the two countries that the document speaks of most, the first most often. */
    List<String> pair() {
        return pair;
    }

    /** The side that the document is written from: Vietnam where it is one of the two, else the first. */
    String home() {
        return pair.isEmpty() || pair.contains(HOME) ? HOME : pair.get(0);
    }

    /** The country that most likely receives where none is named: Vietnam where the document speaks of it, else the first. */
    String subject() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        boolean home = counts.getOrDefault(HOME, 0) * SPOKEN_OF >= all;
        return home || pair.isEmpty() ? HOME : pair.get(0);
    }

    /** Whether the code is that of a country, not of an organisation. */
    boolean isCountry(String code) {
        return countries.containsKey(code);
    }

    /** A reference from context only: to the country of a code, or to the one organisation that has it as its own. */
    ActorRef contextual(String code) {
        var entry = countries.get(code);
        if (entry == null) {
            var own = authority.organisationsOf(code);
            entry = own.size() == 1 ? own.get(0) : null;
        }
        return new ActorRef(code, entry == null ? null : entry.key(), null);
    }

    /** The actors of a sentence, in order; words such as "hai nước" give several at one place. */
    List<Actor> actors(Reading reading, @Nullable Reading before) {
        var cached = known.get(reading);
        if (cached != null) {
            return cached;
        }
        var actors = new ArrayList<Actor>();
        var spans = new ArrayList<>(reading.all("actor"));
        spans.addAll(standIns.in(reading, this::countryOf));
        spans.addAll(movements.in(reading));
        spans.sort(Comparator.comparingInt(Span::from));
        for (var span : spans) {
            if (span.is("actor.seat") || span.is("actor.person")) {
                actors.add(new Actor(span.from(), span.to(), contextual(String.valueOf(span.value())), true));
            } else if (span.value() instanceof List<?> entries && entries.get(0) instanceof Entry first) {
                var code = code(first);
                if (code != null) {
                    actors.add(new Actor(
                            span.from(), span.to(), new ActorRef(code, first.key(), reading.words(span)), true));
                }
            } else if (span.is("actor.unknown")) {
                var code = Movements.codeOf(String.valueOf(span.value()));
                actors.add(new Actor(span.from(), span.to(), new ActorRef(code, null, reading.words(span)), true));
            } else {
                for (var code : meant(String.valueOf(span.value()), span, actors, reading, before)) {
                    actors.add(new Actor(span.from(), span.to(), contextual(code), false));
                }
            }
        }
        known.put(reading, actors);
        return actors;
    }

    private List<String> meant(String word, Span span, List<Actor> earlier, Reading reading, @Nullable Reading before) {
        return switch (word) {
            case "OURS" -> List.of(counts.containsKey(HOME) ? HOME : home());
            case "INDOCHINA" -> INDOCHINA;
            case "THREE" -> three(earlier, reading, before);
            case "FRIEND" -> friend(earlier, reading).stream().toList();
            case "THIS" -> {
                var codes = new ArrayList<>(lastTwo(earlier, before));
                if (home().equals(HOME) && codes.size() > 1) {
                    // A text of Vietnam calls it "nước ta", not "nước này".
                    codes.remove(HOME);
                }
                yield codes.isEmpty() ? List.of() : List.of(codes.get(codes.size() - 1));
            }
            default -> {
                var two = pair(reading);
                var here = distinctCountries(earlier.stream()
                        .filter(a -> !isMediator(reading, a.from()))
                        .filter(a -> two.contains(a.ref().code()) || !isBehindPlaceWord(reading, a.from()))
                        .toList());
                if (here.size() >= 2) {
                    yield here.subList(here.size() - 2, here.size());
                }
                boolean demonstrative = span.type().equals("actor.these");
                var codes = lastTwo(earlier, before);
                if (demonstrative && codes.size() == 2) {
                    yield codes;
                }
                var around = around(reading, span, here);
                if (around.size() == 2) {
                    yield around;
                }
                if (here.size() == 1 && !two.contains(here.get(0))) {
                    yield List.of(home(), here.get(0));
                }
                yield two;
            }
        };
    }

    /** "Bạn": the other side of who is named before, where the text is of others than Vietnam; else the other side of Vietnam. */
    private Optional<String> friend(List<Actor> earlier, Reading reading) {
        var here = distinctCountries(earlier);
        boolean others = !home().equals(HOME) && !here.isEmpty();
        return partner(others ? here.get(here.size() - 1) : home(), reading);
    }

    /**
     * The countries that the stretch of a sentence before words such as "hai bên" names, known persons and cities counted in
     * ("Tổng thống R. Nixon thăm Cairo, hai bên …"); where it names none, those behind.
     */
    private List<String> around(Reading reading, Span span, List<String> here) {
        var clause = Clause.at(Clause.of(reading), span.from());
        var before = new LinkedHashSet<>(here);
        var behind = new LinkedHashSet<String>();
        for (var type : List.of("actor", "person.known", "place")) {
            for (var name : reading.all(type)) {
                boolean counts =
                        clause.holds(name.from()) && !isMediator(reading, name.from()) && !isVenue(reading, name);
                var code = counts ? countryOf(name) : null;
                if (code != null && countries.containsKey(code)) {
                    if (name.from() < span.from()) {
                        before.add(asNamed(code));
                    } else if (type.equals("actor")) {
                        behind.add(code);
                    }
                }
            }
        }
        return new ArrayList<>(before.isEmpty() ? behind : before);
    }

    /** "Dưới sự trung gian của Mỹ, hai bên …": whether who is named at a token only helps. */
    private static boolean isMediator(Reading reading, int at) {
        if (!reading.has("%mediated")) {
            return false;
        }
        for (int i = at - 1; i >= Math.max(0, at - MEDIATED) && !reading.key(i).equals(","); i--) {
            if (reading.starts(i, "%mediated")) {
                return true;
            }
        }
        return false;
    }

    /** The two countries that a sentence names, known persons and cities counted in; none where it names more or fewer. */
    List<String> twoNamedIn(@Nullable Reading reading) {
        if (reading == null) {
            return List.of();
        }
        var codes = new ArrayList<>(named(reading).keySet());
        return codes.size() == 2 ? codes : List.of();
    }

    /** The countries that a sentence names itself, each once. */
    private List<String> namedIn(Reading reading) {
        var codes = new LinkedHashMap<String, Boolean>();
        for (var span : reading.all("actor")) {
            codeOf(span, reading).filter(countries::containsKey).ifPresent(code -> codes.put(code, true));
        }
        return new ArrayList<>(codes.keySet());
    }

    /** "Ba nước": the three that were named last, else those that the sentence names, else those that the document speaks of. */
    private List<String> three(List<Actor> earlier, Reading reading, @Nullable Reading before) {
        var last = lastThree(earlier, before);
        var most = focus.outstanding();
        if (!last.isEmpty() && (most.size() < THREE || most.containsAll(last))) {
            return last;
        }
        var here = namedIn(reading);
        if (here.size() == THREE) {
            return here;
        }
        return most.size() < THREE ? last : most.subList(0, THREE);
    }

    /** "Ba nước": the three countries that were named last, by name or so themselves; none where there were not as many. */
    private List<String> lastThree(List<Actor> earlier, @Nullable Reading before) {
        var codes = new LinkedHashMap<String, Boolean>();
        var all = new ArrayList<>(before == null ? List.<Actor>of() : actors(before, null));
        all.addAll(earlier);
        for (var actor : all) {
            if (countries.containsKey(actor.ref().code())) {
                codes.remove(actor.ref().code());
                codes.put(actor.ref().code(), true);
            }
        }
        var named = new ArrayList<>(codes.keySet());
        return named.size() < THREE ? List.of() : named.subList(named.size() - THREE, named.size());
    }

    private List<String> lastTwo(List<Actor> earlier, @Nullable Reading before) {
        var all = new ArrayList<Actor>();
        if (before != null) {
            all.addAll(actors(before, null));
        }
        all.addAll(earlier);
        var codes = distinctCountries(all);
        return codes.size() <= 2 ? codes : codes.subList(codes.size() - 2, codes.size());
    }

    /** Codes of countries in the order in which they are named last. */
    private List<String> distinctCountries(List<Actor> actors) {
        var codes = new LinkedHashMap<String, Boolean>();
        for (var actor : actors) {
            if (actor.byName() && countries.containsKey(actor.ref().code())) {
                codes.remove(actor.ref().code());
                codes.put(actor.ref().code(), true);
            }
        }
        return new ArrayList<>(codes.keySet());
    }

    /** The country that a place or a person belongs to, or null. */
    @Nullable
    String countryOf(Span span) {
        if (span.value() instanceof List<?> entries && entries.get(0) instanceof Entry entry) {
            return code(entry);
        }
        return null;
    }

    /** The code of the country of a place by its key, as the document calls it, or null. */
    @Nullable
    String countryOf(String place) {
        return authority.byKey(place).map(this::code).map(this::asNamed).orElse(null);
    }

    /** Whether a sentence names a country. */
    boolean isNamedIn(@Nullable Reading reading, String code) {
        return reading != null && namedIn(reading).contains(code);
    }

    private Optional<String> codeOf(Span span, @Nullable Reading reading) {
        return span.value() instanceof List<?> entries && entries.get(0) instanceof Entry entry
                ? Optional.ofNullable(code(entry))
                : Optional.empty();
    }

    private @Nullable String code(Entry entry) {
        if (entry.code() != null) {
            return entry.code();
        }
        var country = entry.country();
        return country == null
                ? null
                : authority.byKey(country).map(Entry::code).orElse(null);
    }
}
