package org.banggiao.publish.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.StringReader;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.inbox.Entry.Decision;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.inbox.Targets.Target;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The parts of finding aids and authority records, within the smallest whole documents, against the schemas of their makers. */
class LinkSnippetsTest {
    private static final String BASE = InboxFixture.BASE + "id/";
    private static final LinkSnippets SNIPPETS = new LinkSnippets("Banggiao & friends", "en");

    /** A record about something of each kind, with what is awkward in XML. */
    private static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var kind : Kind.values()) {
            entries.add(entry(
                    "https://archive.example/r/" + kind.path() + "?a=1&b=2",
                    "Minutes <draft> & \"notes\"",
                    kind,
                    "1977?"));
        }
        entries.add(entry("https://archive.example/r/event?a=1&b=2", "The same record again", Kind.PERSON, ""));
        return entries;
    }

    private static Entry entry(String record, String title, Kind kind, String date) {
        var link = new RecordLink(
                record, title, BASE + kind.path() + "/k", Relation.SUBJECT, "Kho lưu trữ & thư viện", date, "");
        return new Entry(
                link.id(),
                link,
                new Sender("An archive", "", "192.0.2", ""),
                Instant.EPOCH,
                new Decision(State.ACCEPTED, "Lan", Instant.EPOCH, ""));
    }

    private static Map<String, Target> targets() {
        var targets = new TreeMap<String, Target>();
        Arrays.stream(Kind.values())
                .map(k -> new Target(BASE + k.path() + "/k", k, Map.of("en", "Name <of> & " + k.path())))
                .forEach(t -> targets.put(t.iri(), t));
        return targets;
    }

    @Test
    void theAccessPointsAreValidInEad3() throws Exception {
        var part = SNIPPETS.ead(entries(), targets()).orElseThrow();
        assertThat(part).contains("persname", "corpname", "geogname", "<subject ", "<title ");
        validate(schema("ead3.xsd"), ead(part));
        assertThatThrownBy(() -> validate(
                        schema("ead3.xsd"),
                        ead(part.replace("<part>", "<piece>").replace("</part>", "</piece>"))))
                .as("the schema is asked")
                .isInstanceOf(SAXException.class);
    }

    @Test
    void theRelationsAreValidInEac2() throws Exception {
        var part = SNIPPETS.eac(entries(), targets()).orElseThrow();
        assertThat(part.split("<relation>", -1))
                .as("four kinds of actors, one twice")
                .hasSize(6);
        validate(schema("eac.xsd"), eac(part));
        assertThatThrownBy(() -> validate(schema("eac.xsd"), eac(part.replace("targetType=\"resource\"", ""))))
                .as("the schema is asked")
                .isInstanceOf(SAXException.class);
    }

    @Test
    void theRelationsAreValidInEac2010() throws Exception {
        var folder = System.getProperty("banggiao.eac2010");
        assumeThat(folder)
                .as("-Dbanggiao.eac2010= names a folder with cpf.xsd of EAC-CPF 2010, which comes without a licence")
                .isNotNull();
        var part = SNIPPETS.eac2010(entries(), targets()).orElseThrow();
        validate(Path.of(folder, "cpf.xsd").toUri().toURL(), """
                <eac-cpf xmlns="urn:isbn:1-931666-33-4"><control><recordId>x</recordId><maintenanceStatus>new</maintenanceStatus>
                <maintenanceAgency><agencyName>x</agencyName></maintenanceAgency>
                <languageDeclaration><language languageCode="eng">English</language><script scriptCode="Latn">Latin</script></languageDeclaration>
                <maintenanceHistory><maintenanceEvent><eventType>created</eventType><eventDateTime>2026</eventDateTime>
                <agentType>human</agentType><agent>x</agent></maintenanceEvent></maintenanceHistory></control>
                <cpfDescription><identity><entityType>person</entityType><nameEntry><part>x</part></nameEntry></identity>%s</cpfDescription>
                </eac-cpf>""".formatted(part));
    }

    @Test
    void ofNothingThereIsNoPart() {
        assertThat(SNIPPETS.ead(List.of(), targets())).isEmpty();
        assertThat(SNIPPETS.ead(entries(), Map.of())).as("what was withdrawn").isEmpty();
        var event = List.of(entry("https://archive.example/r/1", "A letter", Kind.EVENT, ""));
        assertThat(SNIPPETS.eac(event, targets())).isEmpty();
        assertThat(SNIPPETS.eac2010(event, targets())).isEmpty();
    }

    private static String ead(String part) {
        return """
                <ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>x</recordid><filedesc><titlestmt>
                <titleproper>x</titleproper></titlestmt></filedesc><maintenancestatus value="new"/>
                <maintenanceagency><agencyname>x</agencyname></maintenanceagency><maintenancehistory><maintenanceevent>
                <eventtype value="created"/><eventdatetime>2026</eventdatetime><agenttype value="human"/><agent>x</agent>
                </maintenanceevent></maintenancehistory></control><archdesc level="fonds"><did><unittitle>x</unittitle></did>%s</archdesc>
                </ead>""".formatted(part);
    }

    private static String eac(String part) {
        return """
                <eac xmlns="https://archivists.org/ns/eac/v2"><control maintenanceStatus="new" publicationStatus="approved">
                <recordId>x</recordId><maintenanceAgency><agencyName>x</agencyName></maintenanceAgency>
                <maintenanceHistory><maintenanceEvent maintenanceEventType="created"><agent agentType="human">x</agent>
                <eventDateTime>2026</eventDateTime></maintenanceEvent></maintenanceHistory></control>
                <cpfDescription><identity><entityType value="person"/><nameEntry><part>x</part></nameEntry></identity>%s</cpfDescription>
                </eac>""".formatted(part);
    }

    private static URL schema(String name) {
        return Objects.requireNonNull(LinkSnippetsTest.class.getResource("schemas/" + name));
    }

    /** Neither entities nor anything elsewhere is ever fetched. */
    private static void validate(URL schema, String document) throws Exception {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        var validator = factory.newSchema(schema).newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        validator.validate(new StreamSource(new StringReader(document)));
    }
}
