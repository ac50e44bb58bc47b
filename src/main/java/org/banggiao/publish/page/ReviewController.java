package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.inbox.Inbox;
import org.banggiao.publish.inbox.Inbox.Outcome;
import org.banggiao.publish.inbox.LinkTable;
import org.banggiao.publish.inbox.Targets;
import org.banggiao.publish.inbox.WhereEnabled;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where links are reviewed. Who is let in is decided before (see the package {@code login}). */
@Controller
@Conditional(WhereEnabled.class)
final class ReviewController {
    private static final String PATH = "/review";
    private static final int MOST_OF_TABLE = 4_000_000;

    private final PublishSettings settings;
    private final Inbox inbox;
    private final Targets targets;
    private final ReviewViews views;

    ReviewController(PublishSettings settings, Inbox inbox, Targets targets, Frames frames, Templates templates) {
        this.settings = settings;
        this.inbox = inbox;
        this.targets = targets;
        this.views = new ReviewViews(inbox, targets, frames, templates);
    }

    @GetMapping(PATH + "/login")
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        views.login(request, response);
    }

    @GetMapping({PATH, PATH + "/{view:accepted|refused|table|log}"})
    void page(
            @PathVariable(name = "view", required = false) Optional<String> view,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        views.page(view.orElse("held"), store, Optional.empty(), "", request, response);
    }

    /** Decides about the links that are named ({@code id}, as often as there are) as {@code state} says. */
    @PostMapping(PATH + "/decide")
    void decide(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var state = Arrays.stream(State.values())
                .filter(s -> s.name().equalsIgnoreCase(request.getParameter("state")))
                .findFirst();
        if (state.isEmpty() || state.get() == State.HELD) {
            new Problem(400, "bad-request", "Bad request", "The parameter state is accepted, refused or removed.")
                    .write(request, response);
            return;
        }
        var ids = request.getParameterValues("id");
        var outcome = inbox.decide(
                ids == null ? List.of() : List.of(ids),
                state.get(),
                request.getRemoteUser(),
                Objects.requireNonNullElse(request.getParameter("reason"), ""));
        switch (outcome) {
            case Outcome.Refused refused -> refused.problem().write(request, response);
            case Outcome.Done done -> told(done, state.get(), request, response);
        }
    }

    private static void told(Outcome.Done done, State state, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Problem.accept(request).contains("json")) {
            var json = new JsonObject();
            json.put("state", state.name().toLowerCase(Locale.ROOT));
            var ids = new JsonArray();
            done.entries().forEach(e -> ids.add(e.id()));
            json.put("ids", ids);
            json(json, HttpServletResponse.SC_OK, response);
            return;
        }
        var from = Objects.requireNonNullElse(request.getParameter("from"), "");
        var language = Language.of(Objects.requireNonNullElse(request.getParameter("lang"), ""));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                (from.equals("accepted") || from.equals("refused") ? from : "../review") + "?done="
                        + state.name().toLowerCase(Locale.ROOT) + "&number="
                        + done.entries().size()
                        + language.map(l -> "&lang=" + l.code()).orElse(""));
    }

    private static void json(JsonObject json, int status, HttpServletResponse response) throws IOException {
        byte[] body = (json + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Takes a table: from the form of the page, or as the body with {@code ?apply=1} to publish what it says. */
    @PostMapping(PATH + "/table")
    void table(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        boolean isFile = type.startsWith("text/csv");
        Optional<String> text;
        try {
            text = isFile ? body(request) : Optional.ofNullable(request.getParameter("table"));
        } catch (CharacterCodingException e) {
            json(json(LinkTable.Report.NOT_UTF_8, false), 422, response);
            return;
        }
        if (text.isEmpty()) {
            new Problem(
                            413,
                            "request-too-large",
                            "The request is too large",
                            "A table may have " + MOST_OF_TABLE + " bytes and " + LinkTable.MOST_ROWS + " lines.")
                    .write(request, response);
            return;
        }
        var root = RequestAddress.root(request, request.getRequestURI());
        var report = LinkTable.read(
                text.get(),
                targets,
                store,
                root,
                l -> inbox.find(l.id()).filter(e -> e.state() == State.ACCEPTED).isPresent());
        boolean applies = request.getParameter("apply") != null && report.isSound();
        if (applies && inbox.load(report.links(), request.getRemoteUser()) instanceof Outcome.Refused refused) {
            refused.problem().write(request, response);
        } else if (isFile) {
            json(json(report, applies), report.isSound() ? HttpServletResponse.SC_OK : 422, response);
        } else if (applies) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "accepted?done=accepted&number=" + report.fresh());
        } else {
            views.page("table", store, Optional.of(report), text.get(), request, response);
        }
    }

    private static JsonObject json(LinkTable.Report report, boolean applied) {
        var json = new JsonObject();
        json.put("applied", applied);
        json.put("links", report.links().size());
        json.put("new", report.fresh());
        var faults = new JsonArray();
        if (!report.fault().isEmpty()) {
            faults.add(report.fault());
        }
        report.faulty().forEach(r -> faults.add("line " + r.number() + ": " + r.fault()));
        json.put("faults", faults);
        return json;
    }

    private Optional<String> body(HttpServletRequest request) throws IOException {
        int most = Math.max(settings.limits().bodySize(), MOST_OF_TABLE);
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        return bytes.length > most
                ? Optional.empty()
                : Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
    }
}
