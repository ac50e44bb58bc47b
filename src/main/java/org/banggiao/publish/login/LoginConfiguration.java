package org.banggiao.publish.login;

import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import org.banggiao.publish.inbox.Inbox;
import org.banggiao.publish.inbox.Tokens;
import org.banggiao.publish.inbox.WhereEnabled;
import org.banggiao.publish.keep.HourlyRate;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * The login of reviewers, over {@code /review} and what lies under it, and over nothing else: other pages have no session, and their
 * headers are as without it. Where nobody reviews, nothing of this is loaded.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(WhereEnabled.class)
@EnableWebSecurity
public class LoginConfiguration {
    /** Where reviewers work. */
    public static final String PATH = "/review";

    static final String LOGIN = PATH + "/login";
    private static final String ROLE = "REVIEWER";
    private static final int STRENGTH = 12;
    private static final int MOST_FAILURES = 20;

    @Bean
    PasswordEncoder passwordEncoder() {
        return encoder();
    }

    /** Hashes passwords with bcrypt, and knows those of PBKDF2 too. */
    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of(
                        "bcrypt",
                        new BCryptPasswordEncoder(STRENGTH),
                        "pbkdf2@SpringSecurity_v5_8",
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    UserDetailsService reviewers(PublishSettings settings) {
        return new InMemoryUserDetailsManager(settings.inbox().reviewers().stream()
                .map(r -> User.withUsername(r.name())
                        .password(r.password())
                        .roles(ROLE)
                        .build())
                .toList());
    }

    @Bean
    SecurityFilterChain reviewing(HttpSecurity http, Inbox inbox, Tokens tokens) throws Exception {
        var answers = new LoginAnswers(inbox);
        var failures = new HourlyRate(MOST_FAILURES, Clock.systemUTC());
        return http.securityMatcher(PATH, PATH + "/**")
                .authorizeHttpRequests(all ->
                        all.requestMatchers(LOGIN).permitAll().anyRequest().hasRole(ROLE))
                .formLogin(form -> form.loginPage(LOGIN)
                        .successHandler(answers)
                        .failureHandler(answers)
                        .permitAll())
                .logout(out -> out.logoutUrl(PATH + "/logout").logoutSuccessHandler(answers))
                .exceptionHandling(e -> e.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .csrf(csrf -> csrf.ignoringRequestMatchers(Tokens::isGiven))
                .headers(headers -> headers.defaultsDisabled().cacheControl(c -> {}))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new ReviewFilter(tokens, failures, ROLE), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean login() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.addUrlPatterns(PATH, PATH + "/*");
        // After the store and the pages of problems.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /** A session is known by a cookie, which goes to the pages of reviewers only, never with requests from other sites. */
    @Bean
    ServletContextInitializer sessionsOfReviewers(PublishSettings settings) {
        return context -> {
            context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
            var cookie = context.getSessionCookieConfig();
            cookie.setName("review");
            cookie.setHttpOnly(true);
            cookie.setSecure(settings.inbox().secureCookie());
            cookie.setAttribute("SameSite", "Strict");
        };
    }
}
