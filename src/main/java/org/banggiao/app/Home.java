package org.banggiao.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/**
 * The folder with what Banggiao brings along: {@code data/} and {@code ontology/}.
 *
 * @param root the folder that holds both
 */
record Home(Path root) {
    /** System property that names the folder; the script {@code banggiao} sets it. */
    static final String PROPERTY = "banggiao.home";

    /**
     * The folder that the system property names; else the current folder, or one of those above the jar, whichever has the
     * data.
     *
     * @throws FaultException where none of them has
     */
    static Home find() {
        String named = System.getProperty(PROPERTY);
        Set<Path> tried = new LinkedHashSet<>();
        if (named != null) {
            tried.add(Path.of(named));
        } else {
            tried.add(Path.of(""));
            for (Path folder = program().getParent(); folder != null; folder = folder.getParent()) {
                tried.add(folder);
            }
        }
        return tried.stream()
                .map(Home::new)
                .filter(home -> Files.isDirectory(home.authority()))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        AppIssue.HOME_MISSING,
                        Location.of(String.valueOf(tried.iterator().next().toAbsolutePath())),
                        "The folder data/authority is not found: run banggiao in its own folder, or name that with"
                                + " -D" + PROPERTY + "=FOLDER."));
    }

    Path data() {
        return root.resolve("data");
    }

    Path authority() {
        return data().resolve("authority");
    }

    Path claims() {
        return data().resolve("claims");
    }

    /** Corrections by people. */
    Path curation() {
        return data().resolve("curation");
    }

    /** The graph of the frozen claims. */
    Path graph() {
        return data().resolve("graph").resolve(GraphFlow.DATASET);
    }

    /** Data of others, for examples of federations. */
    Path partners() {
        return data().resolve("partners");
    }

    Path identifiers() {
        return data().resolve("identifiers.tsv");
    }

    Path sources() {
        return data().resolve("sources.ttl");
    }

    Path ontology() {
        return root.resolve("ontology");
    }

    Path examples() {
        return root.resolve("sparql-examples");
    }

    Path expectedAnswers() {
        return examples().resolve("expected");
    }

    /** Where {@code serve} keeps the release that it makes of {@code data/}. */
    Path releases() {
        return root.resolve("releases");
    }

    /** The descriptions of sources: {@code data/sources.ttl}, and the {@code source.ttl} beside each text. */
    Stream<Path> sourceDescriptions(Stream<Path> corpus) {
        return Stream.concat(
                        Stream.of(sources()),
                        corpus.map(path ->
                                (Files.isDirectory(path) ? path : path.resolveSibling("")).resolve("source.ttl")))
                .filter(Files::isRegularFile)
                .distinct();
    }

    /** The jar, or the folder of classes, that this program runs from; within a jar of jars the outermost. */
    static Path program() {
        try {
            String location = Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
            String path = location.replaceFirst("^jar:(nested:)?", "")
                    .replaceFirst("^file:", "")
                    .replaceFirst("/?!.*$", "");
            return Path.of(path).toAbsolutePath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Path.of("").toAbsolutePath();
        }
    }
}
