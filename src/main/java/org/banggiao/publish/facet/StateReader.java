package org.banggiao.publish.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.NearKeys;
import org.banggiao.publish.entity.Prefixes;

/** Reads what a list is to show from the parameters of its address. */
public final class StateReader {
    /** What the first field of a form of years is called, after the facet's key. */
    public static final String FROM = ".from";
    /** What the second field of a form of years is called, after the facet's key. */
    public static final String TO = ".to";

    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,6}");
    /** What other sites add to links that they pass on; it says nothing of the list. */
    private static final Pattern OF_OTHERS = Pattern.compile("utm_.*|fbclid|gclid|msclkid|zarsrc|mc_[ce]id");

    private static final int MOST_VALUES = 50;
    private static final int MOST_NEAR = 8;
    private static final int LONGEST = 80;

    private final FacetIndex index;
    private final Prefixes prefixes;
    private final Predicate<Node> isKnown;

    /**
     * A reader.
     *
     * @param index of the list
     * @param isKnown whether the release says anything of a resource
     */
    public StateReader(FacetIndex index, Prefixes prefixes, Predicate<Node> isKnown) {
        this.index = index;
        this.prefixes = prefixes;
        this.isKnown = isKnown;
    }

    /**
     * The state that parameters say.
     *
     * @param parameters the values of each by name, as they came
     * @param others parameters that are not the list's and are passed over
     * @throws BadStateException where a parameter or a value is none of the list's
     */
    public ListState read(Map<String, String[]> parameters, Set<String> others) throws BadStateException {
        var shape = index.shape();
        var chosen = new TreeMap<String, List<String>>();
        for (var facet : shape.facets()) {
            var texts = new ArrayList<String>();
            for (var text : values(parameters, facet.key())) {
                texts.add(canonical(facet, text));
            }
            if (facet.as() == Facet.As.YEARS) {
                years(facet, parameters, texts);
            }
            if (texts.size() > MOST_VALUES) {
                throw new BadStateException(
                        BadStateException.Wrong.FORM,
                        facet.key(),
                        "",
                        List.of(),
                        "The parameter " + facet.key() + " has " + texts.size() + " values; " + MOST_VALUES
                                + " at most can be chosen. Choose fewer.");
            }
            chosen.put(facet.key(), texts);
        }
        for (var name : parameters.keySet()) {
            if (!isParameter(name, others)) {
                throw unknown(name, others);
            }
        }
        return new ListState(shape, chosen, order(parameters), page(parameters));
    }

    private boolean isParameter(String name, Set<String> others) {
        return name.equals("sort")
                || name.equals("page")
                || others.contains(name)
                || OF_OTHERS.matcher(name).matches()
                || index.shape().facets().stream()
                        .anyMatch(f -> f.key().equals(name)
                                || (f.as() == Facet.As.YEARS
                                        && (name.equals(f.key() + FROM) || name.equals(f.key() + TO))));
    }

    private BadStateException unknown(String name, Set<String> others) {
        var allowed = Stream.of(
                        index.shape().facets().stream().map(Facet::key),
                        Stream.of("sort", "page"),
                        others.stream().sorted())
                .flatMap(s -> s)
                .toList();
        return new BadStateException(
                BadStateException.Wrong.PARAMETER,
                cut(name),
                "",
                allowed,
                "The list " + index.shape().key() + " has no parameter \"" + cut(name) + "\". It has "
                        + String.join(", ", allowed) + ".");
    }

    private static List<String> values(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    private String canonical(Facet facet, String text) throws BadStateException {
        return switch (facet.as()) {
            case YEARS ->
                YearRange.parse(text)
                        .map(YearRange::toString)
                        .orElseThrow(() -> form(
                                facet.key(),
                                text,
                                List.of(),
                                "a year or years from one to another, such as 1950, 1950-1954 or 1950-"));
            case YES_NO -> {
                if (List.of(Facet.YES, "1", "true").contains(text)) {
                    yield Facet.YES;
                }
                if (List.of(Facet.NO, "0", "false").contains(text)) {
                    yield Facet.NO;
                }
                throw form(facet.key(), text, List.of(Facet.YES, Facet.NO), "yes or no");
            }
            case TERMS, HIERARCHY -> term(facet, text);
        };
    }

    private String term(Facet facet, String text) throws BadStateException {
        if (index.value(facet, text).isPresent()) {
            return text;
        }
        var node = facet.node(text, prefixes);
        var canonical = node.map(n -> facet.text(n, prefixes)).orElse(text);
        if (index.value(facet, canonical).isPresent() || node.filter(isKnown).isPresent()) {
            return canonical;
        }
        var near = near(facet, text);
        throw new BadStateException(
                BadStateException.Wrong.VALUE,
                facet.key(),
                cut(text),
                near,
                "The parameter " + facet.key() + " is \"" + cut(text)
                        + "\", and this release has nothing of that name there."
                        + (near.isEmpty() ? "" : " Perhaps one of these was meant: " + String.join(", ", near) + "."));
    }

    /** The values whose text or name has what was asked for in it, whatever its marks. */
    private List<String> near(Facet facet, String text) {
        var wanted = Order.nameKey(text.replaceFirst("^.*[:/#]", "").replace('-', ' '));
        if (wanted.isBlank()) {
            return List.of();
        }
        return index.values(facet).stream()
                .filter(v -> Stream.concat(Stream.of(v.text()), v.labels().values().stream())
                        .map(n -> Order.nameKey(n.replace('-', ' ')))
                        .anyMatch(n ->
                                n.contains(wanted) || NearKeys.edits(n, wanted, 2) <= Math.min(2, wanted.length() / 3)))
                .limit(MOST_NEAR)
                .map(FacetValue::text)
                .toList();
    }

    private static void years(Facet facet, Map<String, String[]> parameters, Collection<String> texts)
            throws BadStateException {
        var from = values(parameters, facet.key() + FROM);
        var to = values(parameters, facet.key() + TO);
        if (from.isEmpty() && to.isEmpty()) {
            return;
        }
        var both = (from.isEmpty() ? "" : from.getFirst()) + "-" + (to.isEmpty() ? "" : to.getFirst());
        var range = YearRange.parse(both);
        if (range.isEmpty()) {
            throw form(
                    facet.key() + (from.isEmpty() ? TO : FROM),
                    both,
                    List.of(),
                    "years of four digits at most, the first not after the last");
        }
        texts.clear();
        texts.add(range.get().toString());
    }

    private Order order(Map<String, String[]> parameters) throws BadStateException {
        var orders = index.shape().orders();
        var wanted = values(parameters, "sort");
        if (wanted.isEmpty()) {
            return orders.getFirst();
        }
        var keys = orders.stream().map(Order::key).toList();
        return orders.stream()
                .filter(o -> o.key().equals(wanted.getFirst()))
                .findFirst()
                .orElseThrow(() -> form("sort", wanted.getFirst(), keys, "one of " + String.join(", ", keys)));
    }

    private static int page(Map<String, String[]> parameters) throws BadStateException {
        var wanted = values(parameters, "page");
        if (wanted.isEmpty()) {
            return 1;
        }
        if (!PAGE.matcher(wanted.getFirst()).matches()) {
            throw form("page", wanted.getFirst(), List.of(), "the number of a page, from 1 on");
        }
        return Integer.parseInt(wanted.getFirst());
    }

    private static BadStateException form(String parameter, String value, List<String> allowed, String what) {
        return new BadStateException(
                BadStateException.Wrong.FORM,
                parameter,
                cut(value),
                allowed,
                "The parameter " + parameter + " is " + what + ", not \"" + cut(value) + "\".");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(
                                0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))))
                        + "…";
    }
}
