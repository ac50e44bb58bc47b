package org.banggiao.publish.reconcile;

import org.banggiao.publish.settings.PublishSettings;
import tools.jackson.databind.node.ObjectNode;

/** Says what the service offers, as the two versions of the API have it (0.2, section 3.1; 1.0-draft, section 3.1). */
final class Manifest {
    private static final int PREVIEW_WIDTH = 420;
    private static final int PREVIEW_HEIGHT = 300;
    /** Where an address of an entity leads that may have characters which have a meaning in addresses. */
    private static final String VIEW = "reconcile/view?id=";

    private final PublishSettings settings;
    private final Schema schema;
    private final String server;
    private final String language;

    /**
     * A manifest.
     *
     * @param server the address of the service as the client reaches it, ending in a slash
     */
    Manifest(PublishSettings settings, Schema schema, String server, String language) {
        this.settings = settings;
        this.schema = schema;
        this.server = server;
        this.language = language;
    }

    /** The root of a version in this language, without a slash at its end. */
    private String root(Version version) {
        return server + "reconcile/" + version.path() + "/" + language;
    }

    ObjectNode of(Version version) {
        var json = Json.object();
        json.putArray("versions").add(version.id());
        json.put("name", settings.title() + " (" + language + ")");
        json.put("documentation", server + "reconcile?lang=" + language);
        json.put("batchSize", settings.reconcile().batchSize());
        var types = json.putArray("defaultTypes");
        schema.types().forEach(t -> types.addObject().put("id", t.id()).put("name", t.name(language)));
        return version == Version.V02 ? of02(json) : of10(json);
    }

    private ObjectNode of02(ObjectNode json) {
        var root = root(Version.V02);
        json.put("identifierSpace", settings.baseIri() + "id/");
        json.put("schemaSpace", settings.baseIri() + "reconcile#property-");
        json.putObject("view").put("url", server + VIEW + "{{id}}");
        json.putObject("feature_view").put("url", server + "reconcile?lang=" + language + "&feature={{id}}#features");
        json.putObject("preview")
                .put("url", root + "/preview?id={{id}}")
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        var suggest = json.putObject("suggest");
        for (var kind : new String[] {"entity", "property", "type"}) {
            suggest.putObject(kind)
                    .put("service_url", root)
                    .put("service_path", "/suggest/" + kind)
                    .put("flyout_service_path", "/flyout/" + kind + "?id=${id}");
        }
        var extend = json.putObject("extend");
        extend.putObject("propose_properties").put("service_url", root).put("service_path", "/extend/propose");
        extend.set("property_settings", Extension.settings(Version.V02, language));
        return json;
    }

    private ObjectNode of10(ObjectNode json) {
        json.put("lang", language);
        json.put("standardizedScore", true);
        json.putObject("view").put("url", server + VIEW + "{id}");
        json.putObject("featureView").put("url", server + "reconcile?lang=" + language + "&feature={id}#features");
        json.putObject("preview").put("width", PREVIEW_WIDTH).put("height", PREVIEW_HEIGHT);
        json.putObject("suggest").put("entity", true).put("property", true).put("type", true);
        var extend = json.putObject("extend");
        extend.put("proposeProperties", true);
        extend.set("propertySettings", Extension.settings(Version.V10, language));
        return json;
    }
}
