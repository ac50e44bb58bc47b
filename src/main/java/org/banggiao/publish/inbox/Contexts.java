package org.banggiao.publish.inbox;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The contexts of JSON-LD that notifications may name. What the terms that matter here mean is in files of this program; no context is
 * ever fetched, and another one is refused. One for each notification.
 */
final class Contexts implements DocumentLoader {
    private static final String ACTIVITY = "activitystreams.jsonld";
    private static final String ANNOTATION = "anno.jsonld";
    private static final String NOTIFY = "notify.jsonld";

    /** Without the scheme, since both are in use. */
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "://www.w3.org/ns/activitystreams", ACTIVITY,
            "://www.w3.org/ns/activitystreams.jsonld", ACTIVITY,
            "://www.w3.org/ns/anno.jsonld", ANNOTATION,
            "://www.w3.org/ns/anno", ANNOTATION,
            "://coar-notify.net", NOTIFY,
            "://purl.org/coar/notify", NOTIFY));

    private String refused = "";

    /** What the sender is told of the context that was refused; empty where none was. */
    String refused() {
        return refused;
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        var name = url.toString().replaceFirst("^https?", "").replaceFirst("[#/]$", "");
        var file = FILES.get(name);
        if (file == null) {
            refused = "The context " + RecordLink.text(url.toString(), 200)
                    + " is not known here, and none is fetched. Name https://www.w3.org/ns/activitystreams,"
                    + " http://www.w3.org/ns/anno.jsonld or https://coar-notify.net, or write what your terms mean into"
                    + " the notification.";
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, refused);
        }
        try (var in = Objects.requireNonNull(Contexts.class.getResourceAsStream(file), file)) {
            return JsonDocument.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
