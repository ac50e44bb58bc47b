package org.banggiao.publish.inbox;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.inbox.Targets.Target;

/**
 * Links as an archive puts them into its own descriptions: access points of records in EAD 3 ({@code controlaccess}), and records about an
 * actor in EAC-CPF 2010 ({@code relations}). Each is a part to be copied, well-formed by itself.
 */
public final class LinkSnippets {
    private static final String EAD = "http://ead3.archivists.org/schema/";
    private static final String EAC = "urn:isbn:1-931666-33-4";
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

    /** The access points of each record. */
    public String ead(Collection<Entry> entries, Map<String, Target> targets) {
        var records = new LinkedHashMap<String, List<Entry>>();
        entries.forEach(e -> records.computeIfAbsent(e.link().record(), r -> new ArrayList<>())
                .add(e));
        return written(xml -> {
            xml.setDefaultNamespace(EAD);
            xml.writeStartElement(EAD, "controlaccess");
            xml.writeDefaultNamespace(EAD);
            for (var links : records.values()) {
                line(xml, 1);
                xml.writeStartElement(EAD, "controlaccess");
                line(xml, 2);
                xml.writeStartElement(EAD, "head");
                xml.writeCharacters(links.getFirst().link().title());
                xml.writeEndElement();
                for (var link : links) {
                    var target = targets.get(link.link().about());
                    if (target != null) {
                        accessPoint(xml, target, link.link().record());
                    }
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

    /** The records about actors. */
    public String eac(Collection<Entry> entries, Map<String, Target> targets) {
        return written(xml -> {
            xml.setDefaultNamespace(EAC);
            xml.setPrefix("xlink", XLINK);
            xml.writeStartElement(EAC, "relations");
            xml.writeDefaultNamespace(EAC);
            xml.writeNamespace("xlink", XLINK);
            for (var entry : entries) {
                var target = targets.get(entry.link().about());
                if (target != null && ACTORS.contains(target.kind())) {
                    relation(xml, entry.link(), target);
                }
            }
            line(xml, 0);
            xml.writeEndElement();
        });
    }

    private void relation(XMLStreamWriter xml, RecordLink link, Target target) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement(EAC, "resourceRelation");
        xml.writeAttribute("resourceRelationType", "subjectOf");
        xml.writeAttribute(XLINK, "type", "simple");
        xml.writeAttribute(XLINK, "href", link.record());
        line(xml, 2);
        xml.writeStartElement(EAC, "relationEntry");
        xml.writeCharacters(link.title());
        xml.writeEndElement();
        line(xml, 2);
        xml.writeStartElement(EAC, "descriptiveNote");
        xml.writeStartElement(EAC, "p");
        xml.writeCharacters(link.holder() + (link.date().isEmpty() ? "" : ", " + link.date()) + ": "
                + target.label(language) + " (" + target.iri() + ")");
        xml.writeEndElement();
        xml.writeEndElement();
        line(xml, 1);
        xml.writeEndElement();
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
