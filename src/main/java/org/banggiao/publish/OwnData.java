package org.banggiao.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What the service says of the data that come with the program, and of these alone. */
final class OwnData {
    private static final String FILE = "own-data.yaml";
    /** Under which base the data of the program lie. */
    private static final String BASE = "https://w3id.org/banggiao/";

    private OwnData() {}

    /** Adds it behind all other settings, where the service is for that data. */
    static void describe(ConfigurableEnvironment environment) {
        if (environment.getProperty("banggiao.base-iri", BASE).equals(BASE)) {
            try {
                new YamlPropertySourceLoader()
                        .load(FILE, new ClassPathResource(FILE))
                        .forEach(environment.getPropertySources()::addLast);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
