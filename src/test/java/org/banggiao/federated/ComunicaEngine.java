package org.banggiao.federated;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/** Comunica in a process of Node.js: with the data of the partner and {@code SERVICE}, or finding out by itself whom to ask. */
final class ComunicaEngine implements CallingEngine {
    /** Where {@code src/test/bench/federated-queries} installs it. */
    static final Path FOLDER = Path.of("target/comunica");

    private static final Path SCRIPT = Path.of("src/test/bench/comunica.mjs");
    private static final String PACKAGE = "node_modules/@comunica/query-sparql";

    private final boolean isOfSources;
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private double millis;

    private ComunicaEngine(boolean isOfSources, Process process) {
        this.isOfSources = isOfSources;
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it.
     *
     * @param isOfSources whether it finds out by itself whom to ask
     * @return empty where it is not installed, or there is no Node.js
     */
    static Optional<ComunicaEngine> start(boolean isOfSources) {
        if (!Files.isDirectory(FOLDER.resolve(PACKAGE))) {
            return Optional.empty();
        }
        try {
            var process = new ProcessBuilder("node", SCRIPT.toString(), FOLDER.toString())
                    .redirectError(Redirect.INHERIT)
                    .start();
            return Optional.of(new ComunicaEngine(isOfSources, process));
        } catch (IOException noNode) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return isOfSources ? "Comunica, sources" : "Comunica, SERVICE";
    }

    @Override
    public List<String> ask(FederatedExample example, Map<Member, String> endpoints) {
        var request = new JsonObject();
        if (isOfSources) {
            request.put("query", example.withoutService());
            var sources = new JsonArray();
            endpoints.values().forEach(endpoint -> sources.add(new JsonString(endpoint)));
            request.put("sources", sources);
        } else {
            request.put("query", example.text(endpoints));
            request.put("data", data(example));
        }
        var answer = send(request);
        if (answer.hasKey("error")) {
            throw new IllegalStateException(answer.getString("error"));
        }
        millis = answer.getNumber("millis").doubleValue();
        var rows = new ArrayList<String>();
        answer.getArray("rows").forEach(row -> {
            var values = new HashMap<String, String>();
            row.getAsArray().forEach(v -> values.put(v.getAsObject().getString("name"), value(v.getAsObject())));
            rows.add(Values.row(values));
        });
        return rows.stream().sorted().toList();
    }

    private static String value(JsonObject value) {
        return value.getString("kind").equals("NamedNode")
                ? Values.iri(value.getString("value"))
                : Values.literal(value.getString("value"), value.getString("language"), value.getString("datatype"));
    }

    private static String data(FederatedExample example) {
        try {
            return Files.readString(example.at().data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject send(JsonObject request) {
        try {
            in.write(request.toString().replace("\n", " ") + "\n");
            in.flush();
            var line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("Comunica has ended");
            }
            return JSON.parse(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double millis() {
        return millis;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
