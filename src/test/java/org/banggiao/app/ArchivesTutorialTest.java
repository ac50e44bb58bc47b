package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * The tutorial for archives, run word by word over the released data: its settings start the service, its commands run in a shell,
 * what it says they print is printed, and the steps in the browser are taken by the forms of the pages.
 */
class ArchivesTutorialTest {
    private static final Path TUTORIAL = Path.of("src", "docs", "tutorial-archives.md");
    private static final Path FILES = Path.of("src", "docs", "tutorial-archives");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(console|yaml)\\n(.*?)^```$|^<!-- browser: (\\S+) -->$");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String ADDRESS = "http://localhost:8080";
    private static final String PASSWORD = "một mật khẩu đủ dài";
    private static final int BATCH = 10;

    @TempDir
    Path temp;

    private String hash = "";
    private String token = "";
    private String tokenHash = "";

    @Test
    void everyStepDoesWhatItSays() throws IOException, InterruptedException {
        assumeThat(Stream.of("bash", "curl", "sed").allMatch(ArchivesTutorialTest::isThere))
                .as("the commands of the tutorial need bash, curl and sed")
                .isTrue();
        try (var files = Files.list(FILES)) {
            for (var file : files.toList()) {
                Files.copy(file, temp.resolve(file.getFileName()));
            }
        }
        var text = Files.readString(TUTORIAL);
        var commands = new ArrayList<String>();
        var block = BLOCK.matcher(text);
        TestService service = null;
        try {
            while (block.find()) {
                if (block.group(3) != null) {
                    publishInTheBrowser(service, Files.readString(FILES.resolve(block.group(3))), text);
                } else if (block.group(1).equals("yaml")) {
                    service = start(block.group(2));
                } else {
                    for (var part : block.group(2).split("(?m)^\\$ ", -1)) {
                        if (!part.isBlank()) {
                            commands.add(run(part, service));
                        }
                    }
                }
            }
        } finally {
            if (service != null) {
                service.close();
            }
        }
        assertThat(commands).hasSizeGreaterThan(18);
        assertThat(commands).anyMatch(c -> c.contains("/preview?id=")).anyMatch(c -> c.contains("extend="));
    }

    @Test
    void theFilesAreWhatOpenRefineSends() throws IOException {
        var records = rows("records.csv");
        assertThat(records).hasSize(20);
        var titles = records.stream()
                .map(r -> query(r.get("title"), "instrument", r.get("date")))
                .toList();
        assertThat(file("batch-1.json")).isEqualTo(batch(titles.subList(0, BATCH)));
        assertThat(file("batch-2.json")).isEqualTo(batch(titles.subList(BATCH, 20)));
        assertThat(file("people.json"))
                .isEqualTo(batch(records.stream()
                        .filter(r -> !r.get("person").isEmpty())
                        .map(r -> query(r.get("person"), "person", ""))
                        .toList()));
    }

    @Test
    void theTablesAreWhatIsFound() throws IOException {
        var records = rows("records.csv");
        try (var service =
                TestService.of(MemoryStore.copyOf(DatasetFile.read(Path.of("data/graph/dataset.nq"))), Map.of())) {
            warm(service);
            var found = new TreeMap<String, List<String>>();
            var sure = new TreeMap<String, List<String>>();
            for (var name : List.of("batch-1", "batch-2", "people")) {
                var answer = JSON.parse(service.get("/reconcile/0.2/en?queries="
                                + TestService.encode(file(name + ".json").toString()))
                        .body());
                for (int i = 0; i < answer.keys().size(); i++) {
                    var results = answer.getObj("q" + i).get("result").getAsArray();
                    for (int k = 0; k < Math.min(1, results.size()); k++) {
                        var first = results.get(k).getAsObject();
                        found.computeIfAbsent(name, n -> new ArrayList<>()).add(first.getString("id"));
                        if (first.getBoolean("match")) {
                            sure.computeIfAbsent(name.replaceFirst("batch-.", "titles"), n -> new ArrayList<>())
                                    .add(first.getString("id"));
                        }
                    }
                }
            }
            assertThat(sure.get("titles")).as("fourteen are matched").hasSize(14);
            assertThat(sure.get("people")).hasSize(5);
            assertThat(rows("people.csv").stream().map(r -> r.get("about"))).isEqualTo(sure.get("people"));
            var agreements = rows("agreements.csv");
            assertThat(agreements).hasSize(16);
            for (var line : agreements) {
                int row = Integer.parseInt(
                                line.get("record").substring(line.get("record").length() - 3))
                        - 1;
                var first = found.get(row < BATCH ? "batch-1" : "batch-2").get(row % BATCH);
                assertThat(line.get("about")).as(line.toString()).isEqualTo(first);
                assertThat(line.get("title")).isEqualTo(records.get(row).get("title"));
                assertThat(line.get("record")).endsWith("/" + records.get(row).get("reference"));
            }
            assertThat(agreements.stream().map(r -> r.get("about")))
                    .as("those that are matched, and the two that one ticks")
                    .containsAll(sure.get("titles"));
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The service with the settings of the tutorial, in which what is left out stands for what the commands have printed. */
    private TestService start(String yaml) throws IOException {
        var file = temp.resolve("application.yaml");
        Files.writeString(file, yaml);
        var settings = new TreeMap<String, String>();
        for (var source : new YamlPropertySourceLoader().load("tutorial", new FileSystemResource(file))) {
            for (var name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                settings.put(name, String.valueOf(source.getProperty(name)));
            }
        }
        settings.put(
                "banggiao.inbox.folder",
                temp.resolve(settings.get("banggiao.inbox.folder")).toString());
        settings.replaceAll(
                (name, value) -> !value.endsWith("…") ? value : name.endsWith("password") ? hash : tokenHash);
        var service = TestService.of(MemoryStore.copyOf(DatasetFile.read(Path.of("data/graph/dataset.nq"))), settings);
        warm(service);
        return service;
    }

    /** The first request waits until the index of the release is made. */
    private static void warm(TestService service) {
        service.send(
                service.request("/reconcile/0.2/en/suggest/entity?prefix=a").timeout(Duration.ofMinutes(4)));
    }

    /** Runs a command and compares what it prints. */
    private String run(String part, TestService service) throws IOException, InterruptedException {
        // A command goes on in the lines that are indented below it.
        var lines = part.lines().toList();
        int length = 1;
        while (length < lines.size()
                && lines.get(length).startsWith("  ")
                && lines.get(0).endsWith("query=")) {
            length++;
        }
        var command = String.join("\n", lines.subList(0, length));
        var expected = String.join("\n", lines.subList(length, lines.size()));
        if (command.equals("./banggiao serve")) {
            assertThat(expected).isEqualTo("Banggiao answers at " + ADDRESS);
            return command;
        }
        var printed = command.startsWith("./banggiao ") ? banggiao(command) : shell(command, service);
        var pattern = Stream.of(expected.split("…", -1)).map(Pattern::quote).collect(Collectors.joining("(?s:.*)"));
        assertThat(printed.strip().replaceAll("(?m)[ \t]+$", ""))
                .as(command)
                .matches(Pattern.compile(pattern, Pattern.DOTALL));
        return command;
    }

    private String banggiao(String command) {
        var in = System.in;
        System.setIn(new ByteArrayInputStream((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            var arguments = command.replaceFirst(" <.*", "").split(" ", -1);
            var run = Cli.run(Stream.of(arguments).skip(1).toArray());
            assertThat(run.exit()).as(run.err()).isZero();
            if (run.out().startsWith("token:")) {
                var words = run.out().split("\\s+", -1);
                token = words[1];
                tokenHash = words[3];
            } else {
                hash = run.out().strip();
            }
            return run.out();
        } finally {
            System.setIn(in);
        }
    }

    private String shell(String command, TestService service) throws IOException, InterruptedException {
        var out = temp.resolve("out.txt").toFile();
        var builder = new ProcessBuilder("bash", "-c", command.replace(ADDRESS, service.url()))
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out);
        builder.environment().put("TOKEN", token);
        builder.environment().put("NO_PROXY", "*");
        var process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        var printed = Files.readString(out.toPath());
        assertThat(process.exitValue()).as(command + "\n" + printed).isZero();
        return printed.replace(service.url(), ADDRESS).replace("\r\n", "\n");
    }

    /** Logs in, checks a table and publishes it, as step 7 tells; what the pages say is what the tutorial says. */
    private static void publishInTheBrowser(TestService service, String table, String tutorial) {
        var page = service.get("/review/login?lang=en", "Accept", "text/html");
        var entered = post(
                service,
                "/review/login",
                cookie(page),
                "username=Lan&password=" + TestService.encode(PASSWORD) + "&_csrf=" + csrf(page));
        assertThat(entered.statusCode()).isEqualTo(303);
        var cookie = cookie(entered);
        var form = "table=" + TestService.encode(table) + "&_csrf="
                + csrf(service.get("/review/table?lang=en", "Accept", "text/html", "Cookie", cookie));
        var checked = post(service, "/review/table?lang=en", cookie, form).body();
        var said = "The table is in order: 16 new links, 0 published already";
        assertThat(tutorial).contains("*" + said + "*", "*Publish 16 links*", "*Published: 16*");
        assertThat(checked).contains(said, "Publish 16 links");
        assertThat(service.get("/inbox/links.csv").body().lines())
                .as("nothing is published yet")
                .hasSize(1);
        var done = post(service, "/review/table?lang=en", cookie, form + "&apply=1");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(service.get(
                                "/review/"
                                        + done.headers().firstValue("Location").orElseThrow() + "&lang=en",
                                "Accept",
                                "text/html",
                                "Cookie",
                                cookie)
                        .body())
                .contains("Published: 16");
    }

    private static HttpResponse<String> post(TestService service, String path, String cookie, String form) {
        return service.send(service.request(
                        path,
                        "Accept",
                        "text/html",
                        "Cookie",
                        cookie,
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String csrf(HttpResponse<String> page) {
        var found = CSRF.matcher(page.body());
        assertThat(found.find()).isTrue();
        return TestService.encode(found.group(1));
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    /** As {@code StandardReconConfig.createJob} of OpenRefine writes it. */
    private static JsonObject query(String text, String type, String date) {
        var query = new JsonObject();
        query.put("query", text);
        query.put("type", type);
        query.put("type_strict", "should");
        if (!date.isEmpty()) {
            query.put("properties", JSON.parseAny("[{\"pid\":\"date\",\"v\":\"" + date + "\"}]"));
        }
        return query;
    }

    private static JsonObject batch(List<JsonObject> queries) {
        var batch = new JsonObject();
        for (int i = 0; i < queries.size(); i++) {
            batch.put("q" + i, queries.get(i));
        }
        return batch;
    }

    private static JsonObject file(String name) throws IOException {
        return JSON.parse(Files.readString(FILES.resolve(name)));
    }

    private static List<CSVRecord> rows(String name) throws IOException {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(FILES.resolve(name)))) {
            return parser.getRecords();
        }
    }
}
