package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.sparql.Explainer;
import org.banggiao.publish.sparql.Explanation;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Tells programs how a query is run: its plan and the time that it takes, as JSON or text. */
@Controller
final class ExplainController {
    private final Explainer explainer;

    ExplainController(Explainer explainer) {
        this.explainer = explainer;
    }

    @RequestMapping(
            path = "/query/explain",
            method = {RequestMethod.GET, RequestMethod.POST})
    void explain(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = Objects.requireNonNullElse(request.getParameter("query"), "");
        switch (explainer.explain(query, ClientAddress.of(request), store)) {
            case Explanation.Refused refused -> refused.problem().write(request, response);
            case Explanation.Made made -> send(made, request, response);
        }
    }

    private static void send(Explanation.Made made, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var accept = Accept.parse(Problem.accept(request));
        boolean isText = accept.weight("text/plain") > accept.weight("application/json");
        byte[] body = (isText ? text(made) : json(made)).getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        response.setContentType(isText ? "text/plain;charset=utf-8" : "application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String text(Explanation.Made made) {
        return made.milliseconds() + " ms, " + (made.isCut() ? "more than " : "") + made.rows() + " rows or triples\n\n"
                + made.plan() + "\n";
    }

    private static String json(Explanation.Made made) {
        var json = new JsonObject();
        json.put("milliseconds", made.milliseconds());
        json.put("rows", made.rows());
        json.put("cut", made.isCut());
        json.put("plan", made.plan());
        return json + "\n";
    }
}
