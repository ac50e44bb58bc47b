package org.banggiao.publish.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;

/**
 * A list: the instances of a class, and what they are narrowed by.
 *
 * @param key its name in addresses
 * @param names what it is called, by language (BCP 47); at least one
 * @param type the class of its members
 * @param needs the paths at which each member has a value; instances without are left out
 * @param date the path to a member's date (EDTF), by which the list is ordered
 * @param use the path to what uses a member; the list begins with what is used most
 * @param geometry the path to where a member lies (WKT)
 * @param facets by what it is narrowed, in the order in which they are shown and stand in addresses
 */
public record ListShape(
        String key,
        Map<String, String> names,
        Node type,
        List<Path> needs,
        Optional<Path> date,
        Optional<Path> use,
        Optional<Path> geometry,
        List<Facet> facets) {
    public ListShape {
        names = Map.copyOf(names);
        needs = List.copyOf(needs);
        facets = List.copyOf(facets);
    }

    /** What it is called in a language, else in any. */
    public String name(String language) {
        return Names.in(names, language);
    }

    /** The facet of a parameter. */
    public Optional<Facet> facet(String key) {
        return facets.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /** How it can be ordered, the usual order first. */
    public List<Order> orders() {
        var orders = new ArrayList<Order>();
        date.ifPresent(d -> orders.addAll(List.of(Order.DATE, Order.DATE_DOWN)));
        use.ifPresent(u -> orders.add(Order.USE));
        orders.add(Order.NAME);
        return orders;
    }
}
