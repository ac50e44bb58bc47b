package org.banggiao.publish.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.inbox.Inbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Where the steps of a login lead: relative, so that they hold under any host and path. */
final class LoginAnswers
        implements AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                LogoutSuccessHandler,
                AuthenticationEntryPoint,
                AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger("org.banggiao.review");

    private final Inbox inbox;

    LoginAnswers(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication reviewer) {
        inbox.entered(reviewer.getName(), ClientAddress.coarse(request));
        seeOther("/review", request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        LOG.warn("A login failed, from the network {}", ClientAddress.coarse(request));
        seeOther("/review/login?wrong=1", request, response);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication reviewer) {
        seeOther("/review/login?ended=1", request, response);
    }

    /** Who is not known: people are led to the login, machines are told what to send. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (Problem.accept(request).contains("text/html")
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))) {
            seeOther("/review/login", request, response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        new Problem(
                        401,
                        "login-needed",
                        "Reviewers only",
                        "Log in at /review/login, or send a token of a reviewer: Authorization: Bearer …")
                .write(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        new Problem(
                        403,
                        "form-not-ours",
                        "This form is not of this session",
                        "The page was open for too long, was sent from elsewhere, or the token is not a reviewer's. Open"
                                + " /review again. Nothing was changed.")
                .write(request, response);
    }

    private static void seeOther(String to, HttpServletRequest request, HttpServletResponse response) {
        int depth = (int) request.getRequestURI().chars().filter(c -> c == '/').count() - 1;
        var language = request.getParameter("lang");
        var kept = "vi".equals(language) || "en".equals(language)
                ? (to.contains("?") ? "&" : "?") + "lang=" + language
                : "";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", (depth == 0 ? "./" : "../".repeat(depth)) + to.substring(1) + kept);
    }
}
