package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.inbox.Act;
import org.banggiao.publish.inbox.Entry;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.inbox.Inbox;
import org.banggiao.publish.inbox.LinkTable;
import org.banggiao.publish.inbox.Targets;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the pages of reviewers. */
final class ReviewViews {
    private static final int PER_PAGE = 25;
    private static final int MOST_PAGES = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Inbox inbox;
    private final Targets targets;
    private final Frames frames;
    private final Templates templates;

    ReviewViews(Inbox inbox, Targets targets, Frames frames, Templates templates) {
        this.inbox = inbox;
        this.targets = targets;
        this.frames = frames;
        this.templates = templates;
    }

    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = Texts.in(frames.language(request));
        var frame = frames.of(request, texts.get("login.title"), "review");
        send(
                templates.render(
                        "login",
                        Map.of(
                                "frame",
                                frame,
                                "csrf",
                                csrf(request),
                                "said",
                                request.getParameter("wrong") != null
                                        ? texts.get("login.wrong")
                                        : request.getParameter("ended") != null ? texts.get("login.ended") : "")),
                frame,
                response);
    }

    /**
     * A page.
     *
     * @param table what a table holds that was sent
     * @param text the table as it was sent
     */
    void page(
            String view,
            Store store,
            Optional<LinkTable.Report> table,
            String text,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var texts = Texts.in(frames.language(request));
        var entries = switch (view) {
            case "held" -> inbox.all(State.HELD).reversed();
            case "accepted" -> inbox.all(State.ACCEPTED);
            case "refused" -> {
                var all = new ArrayList<>(inbox.all(State.REFUSED));
                all.addAll(inbox.all(State.REMOVED));
                yield all;
            }
            default -> List.<Entry>of();
        };
        int of = Math.max(1, (entries.size() + PER_PAGE - 1) / PER_PAGE);
        int number = Math.clamp(number(request.getParameter("page")), 1, of);
        var links = frames.links(request);
        var page = new ReviewPage(
                view,
                Objects.requireNonNullElse(request.getRemoteUser(), ""),
                csrf(request),
                inbox.count(State.HELD),
                said(request, texts),
                entries.stream()
                        .skip((long) (number - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(e -> card(e, store, texts, links))
                        .toList(),
                new ReviewPage.Part(number, of, entries.size()),
                table,
                text,
                view.equals("log")
                        ? inbox.log().stream().map(a -> line(a, texts)).toList()
                        : List.of());
        var frame = frames.of(request, texts.get("review." + view), "review");
        send(templates.render("reviewing", Map.of("frame", frame, "page", page)), frame, response);
    }

    private static void send(String html, Frame frame, HttpServletResponse response) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Content-Language", frame.language());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ReviewPage.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new ReviewPage.Csrf(token.getParameterName(), token.getToken())
                : new ReviewPage.Csrf("_csrf", "");
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(text), MOST_PAGES) : 1;
    }

    private static String said(HttpServletRequest request, Texts texts) {
        var done = Objects.requireNonNullElse(request.getParameter("done"), "");
        return texts.find("review.done." + done)
                .map(t -> t.replace("{0}", Numbers.whole(number(request.getParameter("number")), texts.language())))
                .orElse("");
    }

    private ReviewPage.Card card(Entry entry, Store store, Texts texts, Links links) {
        var link = entry.link();
        var sender = entry.sender();
        var decision = entry.decision();
        return new ReviewPage.Card(
                entry.id(),
                link.title(),
                link.record(),
                ArchivedRecord.host(link.record()),
                Value.of(targets.find(link.about(), store)
                                .map(t -> t.label(texts.language().code()))
                                .orElse(link.about()))
                        .withHref(links.resource(NodeFactory.createURI(link.about()))),
                texts.get("relation." + link.relation().code().replace(' ', '-')),
                link.holder(),
                link.date(),
                link.note(),
                sender.name(),
                sender.actor(),
                sender.network(),
                sender.token(),
                time(entry.received()),
                sender.doubts(link.record()).stream()
                        .map(d -> texts.get(
                                "doubt." + d.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .toList(),
                decision.by().isEmpty()
                        ? ""
                        : texts.get(
                                "review.decided." + decision.state().name().toLowerCase(Locale.ROOT),
                                decision.by(),
                                time(decision.at())),
                decision.reason());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static ReviewPage.LogLine line(Act act, Texts texts) {
        return switch (act) {
            case Act.Received received ->
                new ReviewPage.LogLine(
                        time(received.at()),
                        received.sender().name(),
                        received.link().title(),
                        "");
            case Act.Decided decided ->
                new ReviewPage.LogLine(
                        time(decided.at()),
                        decided.by(),
                        texts.get("review.done." + decided.state().name().toLowerCase(Locale.ROOT))
                                .replace("{0}", Numbers.whole(decided.ids().size(), texts.language())),
                        decided.reason());
            case Act.Loaded loaded ->
                new ReviewPage.LogLine(
                        time(loaded.at()),
                        loaded.by(),
                        texts.get("review.loaded", Numbers.whole(loaded.links().size(), texts.language())),
                        "");
            case Act.Entered entered ->
                new ReviewPage.LogLine(
                        time(entered.at()), entered.by(), texts.get("review.entered", entered.network()), "");
        };
    }
}
