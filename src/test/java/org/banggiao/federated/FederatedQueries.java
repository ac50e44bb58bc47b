package org.banggiao.federated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.sys.JenaSystem;

/**
 * The federated examples by each engine: rows, whether they are those of the others, times, and what each member was asked; then what
 * each engine says where this service fails. {@code src/docs/federation.md} has the command and what was measured.
 */
public final class FederatedQueries {
    private FederatedQueries() {}

    /** The argument is the number of runs of each query, 5 where there is none. */
    public static void main(String[] arguments) {
        JenaSystem.init();
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var engines =
                new ArrayList<CallingEngine>(List.of(new ArqEngine(), new Rdf4jEngine(false), new Rdf4jEngine(true)));
        for (boolean isOfSources : new boolean[] {false, true}) {
            ComunicaEngine.start(isOfSources)
                    .ifPresentOrElse(engines::add, () -> System.out.println("Comunica is not here: left out"));
        }
        try (var members = Members.start();
                var failing = FailingMember.start()) {
            answers(engines, members, runs);
            System.out.println();
            failures(engines, members, failing);
            blocks(members);
        } finally {
            engines.forEach(CallingEngine::close);
        }
    }

    /** For each example and engine: milliseconds; requests to this service, and to all partners. */
    private static void answers(List<CallingEngine> engines, Members members, int runs) {
        System.out.println("| example | rows | the same | "
                + engines.stream().map(CallingEngine::name).collect(Collectors.joining(" | ")) + " |");
        System.out.println("| --- | --: | --- |" + " --: |".repeat(engines.size()));
        for (var example : FederatedExample.all()) {
            var measured = engines.stream()
                    .map(engine -> measured(engine, example, members, runs))
                    .toList();
            var rows = measured.getFirst().rows;
            System.out.println("| `" + example.name() + "` | " + rows.size() + " | "
                    + (measured.stream().allMatch(m -> m.rows.equals(rows)) ? "yes" : "NO") + " | "
                    + measured.stream().map(Measured::cell).collect(Collectors.joining(" | ")) + " |");
        }
    }

    private record Measured(List<String> rows, double millis, Map<Member, List<CountingProxy.Seen>> seen) {
        String cell() {
            int ours = seen.getOrDefault(Member.OURS, List.of()).size();
            int all = seen.values().stream().mapToInt(List::size).sum();
            return String.format(Locale.ROOT, "%.0f; %d, %d", millis, ours, all - ours);
        }
    }

    private static Measured measured(CallingEngine engine, FederatedExample example, Members members, int runs) {
        engine.ask(example, members.endpoints());
        var millis = new ArrayList<Double>();
        var rows = List.<String>of();
        for (int i = 0; i < runs; i++) {
            members.take();
            rows = engine.ask(example, members.endpoints());
            millis.add(engine.millis());
        }
        millis.sort(null);
        var seen = members.take();
        return new Measured(rows, millis.get(millis.size() / 2), seen);
    }

    private static void failures(List<CallingEngine> engines, Members members, FailingMember failing) {
        var example = FederatedExample.named("when-was-what-a-record-is-about");
        System.out.println("| our endpoint | "
                + engines.stream().map(CallingEngine::name).collect(Collectors.joining(" | ")) + " |");
        System.out.println("| --- |" + " --- |".repeat(engines.size()));
        failing.endpoints().forEach((what, endpoint) -> {
            var endpoints = new LinkedHashMap<>(members.endpoints());
            endpoints.put(Member.OURS, endpoint);
            System.out.println("| " + what + " | "
                    + engines.stream().map(e -> said(e, example, endpoints)).collect(Collectors.joining(" | ")) + " |");
        });
    }

    /** Blocks of values of growing size, as engines send them, by GET up to the length of an address, and by POST. */
    private static void blocks(Members members) {
        var endpoint = members.endpoints().get(Member.OURS);
        System.out.println();
        System.out.println("| block | GET, ms | POST, ms |\n| --: | --: | --: |");
        for (int size : ValuesBlock.SIZES) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %s | %s |%n",
                    size,
                    ValuesBlock.isForGet(size) ? ValuesBlock.median(endpoint, size, false) : "",
                    ValuesBlock.median(endpoint, size, true));
        }
    }

    private static String said(CallingEngine engine, FederatedExample example, Map<Member, String> endpoints) {
        try {
            return "NOTHING: " + engine.ask(example, endpoints).size() + " rows";
        } catch (RuntimeException e) {
            var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return message.substring(0, Math.min(90, message.length()))
                    .replaceAll("127\\.0\\.0\\.1:\\d+", "…")
                    .replace("|", "/");
        }
    }
}
