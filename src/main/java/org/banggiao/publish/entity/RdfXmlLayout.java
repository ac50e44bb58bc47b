package org.banggiao.publish.entity;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** RDF/XML, one element a subject, in the order of the description. */
final class RdfXmlLayout {
    private static final Pattern NAME = Pattern.compile("(.*[^A-Za-z0-9_.-])([A-Za-z_][A-Za-z0-9_.-]*)");

    private final Prefixes prefixes;

    RdfXmlLayout(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    /** @throws IllegalArgumentException if a property's address cannot be written as the name of an element */
    String xml(Arranged description) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            var namespaces = namespaces(description);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("rdf", "RDF", RDF.getURI());
            for (var namespace : namespaces.entrySet()) {
                xml.writeNamespace(namespace.getValue(), namespace.getKey());
            }
            for (var section : description.sections()) {
                for (var subject : section.subjects()) {
                    subject(subject, description.graph(), namespaces, xml);
                }
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static void subject(Node subject, Subgraph graph, Map<String, String> namespaces, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("rdf", "Description", RDF.getURI());
        xml.writeAttribute("rdf", RDF.getURI(), "about", subject.getURI());
        for (var property : graph.properties(subject)) {
            for (var object : graph.objects(subject, property)) {
                xml.writeCharacters("\n    ");
                statement(property, object, namespaces, xml);
            }
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void statement(Node property, Node object, Map<String, String> namespaces, XMLStreamWriter xml)
            throws XMLStreamException {
        var name = split(property);
        var namespace = name.group(1);
        var prefix = namespaces.getOrDefault(namespace, "");
        if (object.isURI()) {
            xml.writeEmptyElement(prefix, name.group(2), namespace);
            xml.writeAttribute("rdf", RDF.getURI(), "resource", object.getURI());
            return;
        }
        xml.writeStartElement(prefix, name.group(2), namespace);
        if (!object.getLiteralLanguage().isEmpty()) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", object.getLiteralLanguage());
        } else if (!XSDDatatype.XSDstring.getURI().equals(object.getLiteralDatatypeURI())) {
            xml.writeAttribute("rdf", RDF.getURI(), "datatype", object.getLiteralDatatypeURI());
        }
        xml.writeCharacters(object.getLiteralLexicalForm());
        xml.writeEndElement();
    }

    private Map<String, String> namespaces(Arranged description) {
        var found = new TreeMap<String, String>();
        found.put(RDF.getURI(), "rdf");
        for (var subject : description.graph().subjects()) {
            for (var property : description.graph().properties(subject)) {
                var namespace = split(property).group(1);
                var known = prefixes.namespaces().entrySet().stream()
                        .filter(e -> e.getValue().equals(namespace))
                        .map(Map.Entry::getKey)
                        .findFirst();
                found.computeIfAbsent(namespace, n -> known.orElse("ns" + found.size()));
            }
        }
        return found;
    }

    private static Matcher split(Node property) {
        var name = NAME.matcher(property.getURI());
        if (!name.matches()) {
            throw new IllegalArgumentException(
                    "RDF/XML has no element name for the property <" + property.getURI() + ">");
        }
        return name;
    }
}
