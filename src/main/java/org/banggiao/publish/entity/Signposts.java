package org.banggiao.publish.entity;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.http.WebLink;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/**
 * The typed links of a resource, by which programs find their way without reading a page (FAIR Signposting, levels 1 and 2):
 * its formats, how to cite it, its licence, what sort of thing it is, who made the record, what it belongs to and what belongs to
 * it. References are relative to the resource's address here, so that they hold under any host and path.
 */
public final class Signposts {
    private static final String PAGE_TYPE = "https://schema.org/AboutPage";
    /** What a profile is. */
    private static final String PROFILE = "http://www.w3.org/ns/dx/prof/Profile";

    /** Where to tell of records about it (Linked Data Notifications, section 3.1). */
    static final String INBOX = "http://www.w3.org/ns/ldp#inbox";

    /** Items that a header names; the set of links names all. */
    private static final int MOST_IN_HEADER = 8;

    private final String path;
    private final Description description;
    private final LocalAddress address;
    private final PublishSettings settings;
    private final List<Profile> profiles;

    /**
     * The links of a resource.
     *
     * @param path its address here, without suffix
     */
    Signposts(String path, Description description, LocalAddress address, PublishSettings settings) {
        this.settings = settings;
        this.path = path;
        this.description = description;
        this.address = address;
        this.profiles = Profile.of(description);
    }

    /**
     * The links for headers of whatever is at a path; none where the data say nothing of it.
     *
     * @param path its address here, without suffix
     */
    public static List<WebLink> ofHeader(String path, Store store, PublishSettings settings) {
        var address = new LocalAddress(settings.baseIri());
        return Descriptions.of(store, settings.limits().forQuery())
                .of(NodeFactory.createURI(address.iri(path)))
                .map(description -> new Signposts(path, description, address, settings).ofHeader())
                .orElse(List.of());
    }

    /** The links for headers. */
    List<WebLink> ofHeader() {
        var links = ofResource();
        items().stream().limit(MOST_IN_HEADER).forEach(links::add);
        for (var form : List.of(Companion.LINKSET, Companion.LINKS)) {
            links.add(WebLink.of(beside(form.suffix()), "linkset", form.mediaType()));
        }
        for (var profile : profiles) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("token", profile.token());
            attributes.put("anchor", profile.uri());
            links.add(new WebLink(PROFILE, "type", attributes));
        }
        return links;
    }

    private List<WebLink> ofResource() {
        var links = new ArrayList<WebLink>();
        links.add(WebLink.of(description.subject().getURI(), "cite-as"));
        links.add(WebLink.of(beside(Format.HTML.suffix()), "alternate", Format.HTML.mediaType()));
        for (var format : Format.ofData()) {
            var target = beside(format.suffix());
            links.add(
                    profiles.isEmpty()
                            ? WebLink.of(target, "alternate describedby", format.mediaType())
                            : inProfile(target, "alternate describedby", format, profiles.getFirst()));
        }
        for (var profile : profiles.stream().skip(1).toList()) {
            for (var format : Format.ofData()) {
                links.add(inProfile(beside(format, profile), "alternate", format, profile));
            }
        }
        if (!profiles.isEmpty()) {
            // What one gets who asks for nothing in particular: the page, which is in no profile.
            links.add(WebLink.of(description.subject().getURI(), "canonical", Format.HTML.mediaType()));
        }
        for (var form : Companion.citations()) {
            links.add(WebLink.of(beside(form.suffix()), "describedby", form.mediaType()));
        }
        links.add(WebLink.of(PAGE_TYPE, "type"));
        SchemaTypes.of(description).ifPresent(type -> links.add(WebLink.of(SchemaTypes.NAMESPACE + type, "type")));
        settings.licence().stated().ifPresent(l -> links.add(WebLink.of(l.url(), "license")));
        var publisher = settings.publisher().url();
        links.add(WebLink.of(publisher.isEmpty() ? up("/#about") : publisher, "author"));
        links.add(WebLink.of(up("/dataset"), "collection", Format.HTML.mediaType()));
        if (settings.inbox().enabled() && path.startsWith("/id/")) {
            links.add(WebLink.of(up("/inbox"), INBOX));
        }
        local(Vocabulary.IN_SCHEME).forEach(scheme -> links.add(WebLink.of(scheme, "collection")));
        return links;
    }

    /** What belongs to it: files of a source, concepts of a list. */
    private List<WebLink> items() {
        var items = new ArrayList<WebLink>();
        local(Vocabulary.HAS_FILE).forEach(file -> items.add(WebLink.of(file, "item")));
        for (var concept : description.graph().subjects(Vocabulary.IN_SCHEME, description.subject())) {
            address.path(concept.getURI()).ifPresent(item -> items.add(WebLink.of(up(item), "item")));
        }
        return items;
    }

    private List<String> local(Node property) {
        return description.graph().objects(description.subject(), property).stream()
                .filter(Node::isURI)
                .flatMap(o -> address.path(o.getURI()).map(this::up).stream())
                .toList();
    }

    /** A link to a representation (Content Negotiation by Profile, section 7.1.1). */
    private static WebLink inProfile(String target, String rel, Format format, Profile profile) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("type", format.mediaType());
        attributes.put("formats", profile.uri());
        return new WebLink(target, rel, attributes);
    }

    /** A reference to the resource in a format and in a profile that is not the default. */
    String beside(Format format, Profile profile) {
        return beside(format.suffix()) + "?_profile=" + profile.token();
    }

    private String beside(String suffix) {
        return "./" + path.substring(path.lastIndexOf('/') + 1) + "." + suffix;
    }

    /** A reference from the folder of the path to another path, whatever prefix a proxy puts before both. */
    private String up(String other) {
        int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
        return (depth == 0 ? "./" : "../".repeat(depth)) + other.substring(1);
    }

    /**
     * The links as a set.
     *
     * @param form {@link Companion#LINKSET} or {@link Companion#LINKS}
     * @param here the address at which the client has reached the resource in any form
     */
    String set(Companion form, String here) {
        var base = URI.create(here);
        var landing =
                base.resolve("./" + path.substring(path.lastIndexOf('/') + 1)).toString();
        var links = new LinkedHashMap<String, List<WebLink>>();
        var own = ofResource();
        own.addAll(items());
        links.put(landing, own);
        for (var format : Format.ofData()) {
            links.put(base.resolve(beside(format.suffix())).toString(), back(landing));
            profiles.stream()
                    .skip(1)
                    .forEach(profile ->
                            links.put(base.resolve(beside(format, profile)).toString(), back(landing)));
        }
        for (var citation : Companion.citations()) {
            links.put(base.resolve(beside(citation.suffix())).toString(), back(landing));
        }
        return form == Companion.LINKSET ? json(links, base) : text(links, base);
    }

    /** What a description says of what it describes. */
    private List<WebLink> back(String landing) {
        var links = new ArrayList<WebLink>();
        links.add(WebLink.of(landing, "describes", Format.HTML.mediaType()));
        settings.licence().stated().ifPresent(l -> links.add(WebLink.of(l.url(), "license")));
        return links;
    }

    private static String text(Map<String, List<WebLink>> links, URI base) {
        var lines = new ArrayList<String>();
        links.forEach((anchor, targets) -> targets.forEach(link ->
                lines.add(new WebLink(base.resolve(link.target()).toString(), link.rel(), link.attributes()).header()
                        + "; anchor=\"" + anchor + "\"")));
        return String.join(",\n", lines) + "\n";
    }

    /** An attribute of a target: those that RFC 9264 does not know are lists (section 4.2.4.3). */
    private static JsonValue attribute(String name, String value) {
        if (name.equals("type")) {
            return new JsonString(value);
        }
        var list = new JsonArray();
        list.add(value);
        return list;
    }

    private static String json(Map<String, List<WebLink>> links, URI base) {
        var contexts = new JsonArray();
        links.forEach((anchor, targets) -> {
            var byRelation = new LinkedHashMap<String, JsonArray>();
            for (var link : targets) {
                for (var relation : link.rel().split(" ", -1)) {
                    var target = new JsonObject();
                    target.put("href", base.resolve(link.target()).toString());
                    link.attributes().forEach((name, value) -> target.put(name, attribute(name, value)));
                    byRelation.computeIfAbsent(relation, r -> new JsonArray()).add(target);
                }
            }
            var context = new JsonObject();
            context.put("anchor", anchor);
            byRelation.forEach(context::put);
            contexts.add(context);
        });
        var set = new JsonObject();
        set.put("linkset", contexts);
        return set + "\n";
    }
}
