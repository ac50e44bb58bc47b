package org.banggiao.publish.federation;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpStatus;
import org.apache.http.HttpVersion;
import org.apache.http.NameValuePair;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.utils.URLEncodedUtils;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/**
 * What RDF4J takes for its way to a member: of each request the query alone goes on, as one of the calls for an answer. Nothing is
 * connected to from here.
 */
@SuppressWarnings("deprecation")
final class MemberClient extends CloseableHttpClient {
    private static final ContentType RESULTS = ContentType.create("application/sparql-results+json");

    private final Partner partner;
    private final Calls calls;

    MemberClient(Partner partner, Calls calls) {
        this.partner = partner;
        this.calls = calls;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        // RDF4J sends short queries in the address and long ones as a form.
        var parameters = request instanceof HttpEntityEnclosingRequest form
                ? URLEncodedUtils.parse(form.getEntity())
                : URLEncodedUtils.parse(URI.create(request.getRequestLine().getUri()), StandardCharsets.UTF_8);
        var query = parameters.stream()
                .filter(p -> p.getName().equals("query"))
                .map(NameValuePair::getValue)
                .findFirst()
                .orElseThrow(() -> new IOException("no query is sent"));
        var response = new Response();
        response.setHeader(HttpHeaders.CONTENT_TYPE, RESULTS.getMimeType());
        response.setEntity(new ByteArrayEntity(calls.ask(partner, query), RESULTS));
        return response;
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public HttpParams getParams() {
        return new BasicHttpParams();
    }

    @Override
    public ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException("nothing is connected to from here");
    }

    /** An answer that is here already. */
    private static final class Response extends BasicHttpResponse implements CloseableHttpResponse {
        Response() {
            super(HttpVersion.HTTP_1_1, HttpStatus.SC_OK, "OK");
        }

        @Override
        public void close() {
            // It is in memory.
        }
    }
}
