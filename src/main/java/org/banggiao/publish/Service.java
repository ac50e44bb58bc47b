package org.banggiao.publish;

import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.banggiao.store.OverlaidSource;
import org.banggiao.store.StoreSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The running service: {@link #start} returns when it answers, {@link #close} lets open requests finish and frees the port.
 */
public final class Service implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final ServeSettings settings;

    private Service(ServletWebServerApplicationContext context, ServeSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * Starts the service.
     *
     * @param source the data; closed when the service is
     * @throws FaultException if the port is taken, or the address or a setting of {@code application.yaml} cannot be used
     */
    public static Service start(StoreSource source, ServeSettings settings) {
        return start(source, settings, Map.of());
    }

    /**
     * Starts the service.
     *
     * @param overrides settings by name, such as {@code banggiao.limits.query-time}, that win over all others
     */
    public static Service start(StoreSource source, ServeSettings settings, Map<String, String> overrides) {
        var properties = new TreeMap<String, Object>(overrides);
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        var application = application(source, new MapPropertySource("serve", properties));
        try {
            return new Service((ServletWebServerApplicationContext) application.run(), settings);
        } catch (RuntimeException e) {
            source.close();
            throw fault(e, settings);
        }
    }

    private static SpringApplication application(StoreSource source, MapPropertySource properties) {
        return new SpringApplicationBuilder(PublishConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(properties);
                    OwnData.describe(context.getEnvironment());
                    ((GenericApplicationContext) context)
                            .registerBean(OverlaidSource.class, () -> new OverlaidSource(source));
                })
                .build();
    }

    private static RuntimeException fault(RuntimeException failure, ServeSettings settings) {
        var location = Location.of(settings.address() + ":" + settings.port());
        if (has(failure, PortInUseException.class)) {
            return new FaultException(
                    PublishIssue.PORT_IN_USE,
                    location,
                    "Port " + settings.port() + " of " + settings.address()
                            + " is in use by another program. Choose another one with --port, or end that program.",
                    failure);
        }
        if (has(failure, UnknownHostException.class) || has(failure, BindException.class)) {
            return new FaultException(
                    PublishIssue.BAD_SETTING,
                    location,
                    "The address " + settings.address() + " with port " + settings.port() + " cannot be listened on ("
                            + innermost(failure).getMessage() + "). Give an address of this machine, such as "
                            + ServeSettings.LOOPBACK + ".",
                    failure);
        }
        if (has(failure, ConfigurationPropertiesBindException.class)) {
            return new FaultException(
                    PublishIssue.BAD_SETTING,
                    Location.of("application.yaml"),
                    "A setting cannot be used: " + innermost(failure).getMessage() + "." + origin(failure),
                    failure);
        }
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .filter(FaultException.class::isInstance)
                .map(FaultException.class::cast)
                .findFirst()
                .map(RuntimeException.class::cast)
                .orElse(failure);
    }

    /** Where the setting was found, if a setting as such is wrong and not several together. */
    private static String origin(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .filter(org.springframework.boot.context.properties.bind.BindException.class::isInstance)
                .map(org.springframework.boot.context.properties.bind.BindException.class::cast)
                .map(org.springframework.boot.context.properties.bind.BindException::getProperty)
                .filter(Objects::nonNull)
                .map(p -> " It is " + p.getName() + (p.getOrigin() == null ? "" : " in " + p.getOrigin()) + ".")
                .findFirst()
                .orElse("");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static Throwable innermost(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return innermost;
    }

    /** The port it listens on, the real one where any was asked for. */
    public int port() {
        return Objects.requireNonNull(context.getWebServer(), "the service is closed")
                .getPort();
    }

    /** Where people reach it, without a slash at the end. */
    public String url() {
        return "http://" + settings.address() + ":" + port();
    }

    /** Lets open requests finish, then frees the port and closes the data. */
    @Override
    public void close() {
        context.close();
    }
}
