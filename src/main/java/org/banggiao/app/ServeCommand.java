package org.banggiao.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.banggiao.publish.ServeSettings;
import org.banggiao.publish.Service;
import org.banggiao.store.CurrentRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code banggiao serve}: answers over HTTP until it is ended. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serves a release over HTTP: pages, RDF and SPARQL. Ends with Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao serve",
            "      the data that come with Banggiao, at http://localhost:8080",
            "  ./banggiao serve --release my-release --port 9000",
            "      the release in the folder my-release"
        })
final class ServeCommand implements Callable<Integer> {
    /** How often a running service looks whether another release has become current. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Option(
            names = "--release",
            paramLabel = "DIR",
            description = "Folder of the release, as build and load make it. Without it: the release of data/, made"
                    + " where it is missing or what it is made from has changed.")
    private @Nullable Path release;

    @Option(
            names = "--corpus",
            paramLabel = "CORPUS",
            arity = "1..*",
            description = "Texts, or folders of texts, to read and to join with data/. Not together with --release.")
    private List<Path> corpus = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "HOST",
            defaultValue = ServeSettings.LOOPBACK,
            description = "Address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String address;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (release != null && !corpus.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--release and --corpus exclude each other: a release has its texts already.");
        }
        Steps steps = new Steps(spec.commandLine().getErr());
        Path folder = release != null ? release : new ReleaseFlow(Home.find(), steps).ownRelease(corpus);
        ServeSettings settings = settings();
        CurrentRelease source = steps.run("opening the release", () -> CurrentRelease.follow(folder, LOOK));
        CountDownLatch ended = new CountDownLatch(1);
        try (Service service = steps.run("starting the service", () -> Service.start(source, settings))) {
            Thread hook = new Thread(
                    () -> {
                        ended.countDown();
                        service.close();
                    },
                    "shutdown");
            Runtime.getRuntime().addShutdownHook(hook);
            steps.say("Banggiao answers at "
                    + service.url().replace("//" + ServeSettings.LOOPBACK + ":", "//localhost:"));
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE.code();
    }

    private ServeSettings settings() {
        try {
            return new ServeSettings(address, port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
