package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.banggiao.publish.http.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says what a kind of problem means and what to do about it, at the address that names the kind. */
@Controller
final class ProblemKindController {
    private final Frames frames;
    private final Templates templates;

    ProblemKindController(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/problem/{kind}")
    void kind(@PathVariable("kind") String kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var texts = Texts.in(frames.language(request));
        var meaning = texts.find("problem." + kind + ".meaning");
        if (meaning.isEmpty()) {
            new Problem(404, "http-404", "Not Found", "There is no such kind of problem.").write(request, response);
            return;
        }
        var title = texts.get("problem." + kind + ".title");
        var frame = frames.of(request, title, "");
        var html = templates.render(
                "problem",
                Map.of(
                        "frame",
                        frame,
                        "status",
                        texts.get("problem.kind"),
                        "title",
                        title,
                        "detail",
                        meaning.get(),
                        "english",
                        "",
                        "reason",
                        "",
                        "reasonLanguage",
                        "",
                        "formats",
                        List.of(),
                        "near",
                        List.of()));
        Pages.send(html, frame, request, response);
    }
}
