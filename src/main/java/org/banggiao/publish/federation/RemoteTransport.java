package org.banggiao.publish.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.DnsResolver;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.message.BasicNameValuePair;
import org.banggiao.publish.settings.FederationSettings;
import org.banggiao.publish.settings.FederationSettings.Member;

/**
 * Asks a member over HTTP (SPARQL 1.1 Protocol, section 2.1.2), and trusts nothing of it: its addresses are checked, redirects are
 * not followed, time and size are bounded, and an answer is read whole and checked before it is used.
 */
final class RemoteTransport implements Transport, AutoCloseable {
    private static final String RESULTS = "application/sparql-results+json";
    private static final int CONNECTIONS = 16;

    private final String endpoint;
    private final int mostBytes;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock;

    RemoteTransport(Member member, FederationSettings settings) {
        this(member.endpoint(), member.local(), settings.memberSize());
    }

    /**
     * A way to an endpoint.
     *
     * @param isLocal whether it may lie in the own network
     * @param mostBytes of one answer
     */
    RemoteTransport(String endpoint, boolean isLocal, int mostBytes) {
        this.endpoint = endpoint;
        this.mostBytes = mostBytes;
        DnsResolver names = InetAddress::getAllByName;
        this.client = HttpClientBuilder.create()
                .setDnsResolver(new MemberAddresses(names, isLocal))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setUserAgent("Banggiao (federated query)")
                .build();
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("federation-clock").factory());
    }

    @Override
    public byte[] ask(String query, Duration time) throws IOException {
        int millis = (int) Math.max(1, time.toMillis());
        var request = new HttpPost(endpoint);
        request.setConfig(RequestConfig.custom()
                .setConnectTimeout(millis)
                .setConnectionRequestTimeout(millis)
                .setSocketTimeout(millis)
                .build());
        request.setHeader("Accept", RESULTS);
        request.setEntity(
                new UrlEncodedFormEntity(List.of(new BasicNameValuePair("query", query)), StandardCharsets.UTF_8));
        var end = clock.schedule(request::abort, millis, TimeUnit.MILLISECONDS);
        try (var response = client.execute(request)) {
            var answer = read(response);
            JsonResults.check(answer);
            return answer;
        } catch (MemberException e) {
            throw e;
        } catch (UnknownHostException e) {
            var why = String.valueOf(e.getMessage());
            throw new MemberException(MemberState.DOWN, why.startsWith("it ") ? why : "its name is not known");
        } catch (SocketTimeoutException | ConnectTimeoutException e) {
            throw late(time);
        } catch (IOException e) {
            throw request.isAborted()
                    ? late(time)
                    : new MemberException(MemberState.DOWN, "it cannot be reached or broke off");
        } finally {
            end.cancel(false);
        }
    }

    private static MemberException late(Duration time) {
        return new MemberException(MemberState.SLOW, "it did not answer within " + time.toMillis() + " ms");
    }

    private byte[] read(HttpResponse response) throws IOException {
        int status = response.getStatusLine().getStatusCode();
        if (status >= 300 && status < 400) {
            throw new MemberException("it answered with a redirect (" + status + "), which is not followed");
        }
        if (status != 200) {
            throw new MemberException("it answered with status " + status);
        }
        var type = response.getFirstHeader("Content-Type");
        var named = type == null ? "" : type.getValue().split(";", 2)[0].strip();
        if (!named.equals(RESULTS) && !named.equals("application/json")) {
            throw new MemberException("it answered with something else than results of SPARQL in JSON");
        }
        try (var in = response.getEntity().getContent()) {
            return whole(in);
        }
    }

    private byte[] whole(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > mostBytes) {
                throw new MemberException("its answer has more than " + mostBytes + " bytes");
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }
}
