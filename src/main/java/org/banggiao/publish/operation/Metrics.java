package org.banggiao.publish.operation;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the service measures, in the text format of Prometheus, for those who watch it; others find nothing here. */
@RestController
final class Metrics {
    private final PrometheusMeterRegistry registry;
    private final List<String> watchers;

    Metrics(PrometheusMeterRegistry registry, PublishSettings settings) {
        this.registry = registry;
        this.watchers = settings.watchers().stream().map(ClientAddress::normal).toList();
    }

    @GetMapping("/metrics")
    void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!watchers.contains(ClientAddress.exact(request))) {
            new Problem(404, "http-404", "Not Found", "There is nothing at this address for you.")
                    .write(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;version=0.0.4;charset=utf-8");
        response.getOutputStream().write(registry.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
