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
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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

    /** All cases of one suite; as data they come with the others. */
    @GetMapping("/conformance/{suite}")
    void suite(@PathVariable String suite, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var report =
                reports.reports().stream().filter(r -> r.name().equals(suite)).findFirst();
        if (report.isEmpty()) {
            var names = reports.reports().stream()
                    .map(ConformanceReports.Report::name)
                    .toList();
            new Problem(
                            404,
                            "http-404",
                            "Not Found",
                            "There is no report on a suite " + suite + ". The suites are " + String.join(", ", names)
                                    + ".")
                    .write(request, response);
            return;
        }
        var frame = frames.of(request, report.get().title(), "");
        var html = templates.render("suite", Map.of("frame", frame, "report", report.get()));
        Pages.send(html, frame, request, response);
    }
}
