package org.banggiao.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.banggiao.publish.ServeSettings;
import org.banggiao.publish.Service;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.Rdf4jStore;
import org.banggiao.store.RemoteSettings;
import org.banggiao.store.RemoteSource;
import org.banggiao.store.StoreSource;
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
        description =
                "Serves a release, or a store on another server, over HTTP: pages, RDF and SPARQL. Ends with Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao serve",
            "      the data that come with Banggiao, at http://localhost:8080",
            "  ./banggiao serve --release my-release --port 9000",
            "      the release in the folder my-release",
            "  ./banggiao serve --store http://localhost:3030/ds/sparql --release my-release",
            "      the data of that store, with the search index and files of the release that was loaded into it",
            "  ./banggiao serve --example-federation",
            "      the data that come with Banggiao, asked together with three example partners"
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
            names = "--store",
            paramLabel = "URL|FILE",
            description =
                    "Query endpoint of a store (SPARQL 1.1) that holds the data, or a file of settings with its url,"
                            + " user, password and more (src/docs/remote-store.md). With --release: the release that was loaded into it, for"
                            + " search index, statistics and files.")
    private @Nullable String store;

    @Option(
            names = "--lmdb",
            paramLabel = "DIR",
            description =
                    "Folder in which the quads of the release are kept in LMDB (RDF4J) instead of TDB2; filled where it"
                            + " is empty. Not together with --store.")
    private @Nullable Path lmdb;

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

    @Option(
            names = "--example-federation",
            description =
                    "Also starts three small partners with the example data of data/partners/, on ports of their own, and"
                            + " asks them together with this service at /federation/sparql (src/docs/federation.md).")
    private boolean isFederated;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (release != null && !corpus.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--release and --corpus exclude each other: a release has its texts already.");
        }
        if (store != null && (!corpus.isEmpty() || lmdb != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--store excludes --corpus and --lmdb: the data are in the store.");
        }
        Steps steps = new Steps(spec.commandLine().getErr());
        ServeSettings settings = settings();
        StoreSource source = store == null ? embedded(steps) : remote(store, steps);
        CountDownLatch ended = new CountDownLatch(1);
        try (ExampleFederation partners = isFederated ? partners(steps) : null;
                Service service = steps.run(
                        "starting the service",
                        () -> Service.start(source, settings, partners == null ? Map.of() : partners.settings()))) {
            Thread hook = new Thread(
                    () -> {
                        ended.countDown();
                        service.close();
                    },
                    "shutdown");
            Runtime.getRuntime().addShutdownHook(hook);
            steps.say("Banggiao answers at "
                    + service.url().replace("//" + ServeSettings.LOOPBACK + ":", "//localhost:"));
            if (partners != null) {
                steps.say("and asks as one, at /federation, itself and " + String.join(", ", partners.endpoints()));
            }
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE.code();
    }

    private static ExampleFederation partners(Steps steps) {
        return steps.run(
                "starting the example partners",
                () -> ExampleFederation.start(Home.find().partners()));
    }

    private StoreSource embedded(Steps steps) {
        Path folder = release != null ? release : new ReleaseFlow(Home.find(), steps).ownRelease(corpus);
        Path storages = lmdb;
        return steps.run(
                "opening the release",
                () -> storages == null
                        ? CurrentRelease.follow(folder, LOOK)
                        : CurrentRelease.follow(folder, LOOK, opened -> Rdf4jStore.lmdb(storages, opened)));
    }

    private StoreSource remote(String where, Steps steps) {
        RemoteSettings remote = RemoteSettings.parse(where);
        Optional<Path> folder = Optional.ofNullable(release);
        return steps.run(
                "looking at the store",
                () -> RemoteSource.follow(remote, folder.map(path -> CurrentRelease.follow(path, LOOK))));
    }

    private ServeSettings settings() {
        try {
            return new ServeSettings(address, port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
