package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of a class or property.
 *
 * @param kind class or property, in words
 * @param title what it is called
 * @param otherTitle what it is called in the other language, if it is
 * @param shortName with a prefix, such as {@code bg:Visit}
 * @param iri its address
 * @param definition what it means, with its scope note, in the language of the page
 * @param otherDefinition the same in the other language
 * @param facts what is broader, narrower, disjoint, matches elsewhere, has it as domain or range
 * @param rules what its things must and may have; of a property, what is asked of it in each class
 * @param used how often the release uses it, in words
 * @param examples invented ones of the ontology, in Turtle
 * @param found some things of the class, or statements with the property, of this release
 * @param sparql a query for all of these
 * @param changes dated notes
 * @param vocabulary the vocabulary that it belongs to, with a link
 * @param asked example queries that use it, if there are any
 */
public record TermPage(
        String kind,
        String title,
        Optional<Value> otherTitle,
        String shortName,
        String iri,
        String definition,
        Optional<Value> otherDefinition,
        List<Fact> facts,
        List<Fact> rules,
        String used,
        List<String> examples,
        List<Found> found,
        String sparql,
        List<String> changes,
        Value vocabulary,
        Optional<Frame.Alternate> asked) {
    public TermPage {
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
        found = List.copyOf(found);
        changes = List.copyOf(changes);
    }

    /** Whether it is a class: their names begin with a capital. */
    public boolean isClass() {
        return Character.isUpperCase(iri.charAt(iri.indexOf('#') + 1));
    }

    /** A thing, and of a property the value that it has. */
    public record Found(Value thing, Optional<Value> value) {}
}
