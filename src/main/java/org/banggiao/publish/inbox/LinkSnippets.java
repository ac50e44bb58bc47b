package org.banggiao.publish.inbox;

import static java.util.Objects.requireNonNull;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.inbox.Targets.Target;

/**
 * Links as an archive puts them into its own descriptions: access points of records in EAD 3 ({@code controlaccess}), and records about an
 * actor in EAC-CPF 2.0 or, for systems that know no newer one, 2010 ({@code relations}). Each is a part to be copied, well-formed by
 * itself, and valid where the schema has it; of nothing there is no valid part.
 */
public final class LinkSnippets {
    private static final String EAD = "http://ead3.archivists.org/schema/";
    private static final String EAC = "https://archivists.org/ns/eac/v2";
    private static final String EAC_2010 = "urn:isbn:1-931666-33-4";
    private static final String SUBJECT_OF = Relation.RICO + "isOrWasSubjectOf";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final List<Kind> ACTORS = List.of(Kind.COUNTRY, Kind.STATE, Kind.ORGANISATION, Kind.PERSON);

    private final String source;
    private final String language;

    /**
     * Snippets.
     *
     * @param source the name under which access points are taken from here
     * @param language in which things are named (BCP 47)
     */
    public LinkSnippets(String source, String language) {
        this.source = source;
        this.language = language;
    }

    /** Whether records about a kind of resource have a place in EAC-CPF. */
    public static boolean isActor(Kind kind) {
        return ACTORS.contains(kind);
    }

    /** The access points of each record; empty where there are none. */
    public Optional<String> ead(Collection<Entry> entries, Map<String, Target> targets) {
        var records = new LinkedHashMap<String, List<Entry>>();
        entries.stream()
                .filter(e -> targets.containsKey(e.link().about()))
                .forEach(e -> records.computeIfAbsent(e.link().record(), r -> new ArrayList<>())
                        .add(e));
        return records.isEmpty() ? Optional.empty() : Optional.of(accessPoints(records.values(), targets));
    }

    private String accessPoints(Collection<List<Entry>> records, Map<String, Target> targets) {
        return written(xml -> {
            xml.setDefaultNamespace(EAD);
            xml.writeStartElement(EAD, "controlaccess");
            xml.writeDefaultNamespace(EAD);
            for (var links : records) {
                line(xml, 1);
                xml.writeStartElement(EAD, "controlaccess");
                line(xml, 2);
                xml.writeStartElement(EAD, "head");
                xml.writeCharacters(links.getFirst().link().title());
                xml.writeEndElement();
                for (var link : links) {
                    accessPoint(
                            xml,
                            requireNonNull(targets.get(link.link().about())),
                            link.link().record());
                }
                line(xml, 1);
                xml.writeEndElement();
            }
            line(xml, 0);
            xml.writeEndElement();
        });
    }

    private void accessPoint(XMLStreamWriter xml, Target target, String record) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement(EAD, element(target.kind()));
        xml.writeAttribute("source", source);
        xml.writeAttribute("identifier", target.iri());
        xml.writeAttribute("altrender", record);
        xml.writeStartElement(EAD, "part");
        xml.writeCharacters(target.label(language));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String element(Kind kind) {
        return switch (kind) {
            case EVENT, AID_FLOW, PLAN -> "subject";
            case INSTRUMENT, SOURCE -> "title";
            case STATE, ORGANISATION -> "corpname";
            case PERSON -> "persname";
            case COUNTRY, PLACE -> "geogname";
        };
    }

    /** The records about actors in EAC-CPF 2.0; empty where there are none. */
    public Optional<String> eac(Collection<Entry> entries, Map<String, Target> targets) {
        return relations(entries, targets, EAC, this::relation);
    }

    /** The records about actors in EAC-CPF 2010; empty where there are none. */
    public Optional<String> eac2010(Collection<Entry> entries, Map<String, Target> targets) {
        return relations(entries, targets, EAC_2010, this::relationOf2010);
    }

    private static Optional<String> relations(
            Collection<Entry> entries, Map<String, Target> targets, String namespace, WritingRelation writing) {
        var links = entries.stream()
                .map(Entry::link)
                .filter(l -> targets.containsKey(l.about())
                        && isActor(targets.get(l.about()).kind()))
                .toList();
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(written(xml -> {
                    xml.setDefaultNamespace(namespace);
                    xml.writeStartElement(namespace, "relations");
                    xml.writeDefaultNamespace(namespace);
                    if (namespace.equals(EAC_2010)) {
                        xml.setPrefix("xlink", XLINK);
                        xml.writeNamespace("xlink", XLINK);
                    }
                    for (var link : links) {
                        writing.relation(xml, link, requireNonNull(targets.get(link.about())));
                    }
                    line(xml, 0);
                    xml.writeEndElement();
                }));
    }

    private void relation(XMLStreamWriter xml, RecordLink link, Target target) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement(EAC, "relation");
        line(xml, 2);
        xml.writeStartElement(EAC, "targetEntity");
        xml.writeAttribute("targetType", "resource");
        xml.writeAttribute("valueURI", link.record());
        element(xml, EAC, "part", link.title());
        xml.writeEndElement();
        if (!link.date().isEmpty()) {
            line(xml, 2);
            element(xml, EAC, "date", link.date());
        }
        line(xml, 2);
        xml.writeStartElement(EAC, "relationType");
        xml.writeAttribute("valueURI", SUBJECT_OF);
        xml.writeCharacters("is or was subject of");
        xml.writeEndElement();
        line(xml, 2);
        note(xml, EAC, link.holder() + ": " + target.label(language) + " (" + target.iri() + ")");
        line(xml, 1);
        xml.writeEndElement();
    }

    private void relationOf2010(XMLStreamWriter xml, RecordLink link, Target target) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement(EAC_2010, "resourceRelation");
        xml.writeAttribute("resourceRelationType", "subjectOf");
        xml.writeAttribute(XLINK, "type", "simple");
        xml.writeAttribute(XLINK, "href", link.record());
        line(xml, 2);
        element(xml, EAC_2010, "relationEntry", link.title());
        line(xml, 2);
        note(
                xml,
                EAC_2010,
                link.holder() + (link.date().isEmpty() ? "" : ", " + link.date()) + ": " + target.label(language) + " ("
                        + target.iri() + ")");
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String namespace, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(namespace, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void note(XMLStreamWriter xml, String namespace, String text) throws XMLStreamException {
        xml.writeStartElement(namespace, "descriptiveNote");
        element(xml, namespace, "p", text);
        xml.writeEndElement();
    }

    /** What writes a relation. */
    private interface WritingRelation {
        void relation(XMLStreamWriter xml, RecordLink link, Target target) throws XMLStreamException;
    }

    /** What writes elements. */
    private interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String written(Writing writing) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writing.to(xml);
            xml.flush();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
