package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.catalog.ConformanceReports;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.NamedFormat;
import org.banggiao.publish.entity.RdfAnswer;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows which cases of the suites of the W3C the service passes, as a page and as EARL. */
@Controller
final class ConformanceController {
    private final Frames frames;
    private final Templates templates;
    private final RdfAnswer answer;
    private final ConformanceReports reports = ConformanceReports.read();

    ConformanceController(PublishSettings settings, Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
        this.answer = new RdfAnswer(ConformanceReports.prefixes(settings.baseIri()));
    }

    @GetMapping({"/conformance", "/conformance.{suffix}"})
    void conformance(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var offer = NamedFormat.of(path).offer(request);
        if (offer.isPresent() && offer.get().format() == Format.HTML) {
            var title = Texts.in(frames.language(request)).get("conformance.title");
            var frame = frames.of(request, title, "");
            var html = templates.render("conformance", Map.of("frame", frame, "reports", reports.reports()));
            Pages.send(html, frame, request, response);
            return;
        }
        var format = offer.map(o -> o.format().mediaType());
        answer.send("conformance", reports::document, format.or(() -> Optional.of("none")), "", request, response);
    }
}
