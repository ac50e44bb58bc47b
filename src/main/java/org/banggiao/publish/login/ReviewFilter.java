package org.banggiao.publish.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.inbox.Tokens;
import org.banggiao.publish.keep.HourlyRate;
import org.banggiao.publish.settings.InboxSettings.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets machines in by their token, without a session; keeps one client from trying passwords without end; and tells browsers that
 * no other site may read these pages.
 */
final class ReviewFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Tokens tokens;
    private final transient HourlyRate attempts;
    private final String role;

    /**
     * A filter.
     *
     * @param attempts how often one client may try a password
     * @param role that of reviewers
     */
    ReviewFilter(Tokens tokens, HourlyRate attempts, String role) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.role = role;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Access-Control-Allow-Origin", request.getScheme() + "://" + request.getServerName());
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.getMethod().equals("POST") && request.getRequestURI().endsWith(LoginConfiguration.LOGIN)) {
            var wait = attempts.take(ClientAddress.of(request));
            if (wait.isPresent()) {
                new Problem(
                                429,
                                "too-many-logins",
                                "Too many logins",
                                "One client may try only some times in an hour.",
                                Map.of(Problem.RETRY_AFTER, wait.get()))
                        .write(request, response);
                return;
            }
        }
        if (Tokens.isGiven(request)) {
            tokens.of(request).filter(t -> t.role() == Role.REVIEWER).ifPresent(t -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        t.name(), null, AuthorityUtils.createAuthorityList("ROLE_" + role)));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }
}
