package org.banggiao.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.banggiao.graph.DatasetFile;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.example.ExampleAnswer;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleIssue;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.Store;

/** The folder {@code sparql-examples/expected/}: for each example query a file with what it gives over the released graph. */
final class ExpectedAnswers {
    private static final String ENDING = ".tsv";

    private final Path folder;

    ExpectedAnswers(Path folder) {
        this.folder = folder;
    }

    /** What the queries of a folder give over a dataset, by name. */
    static SortedMap<String, ExampleAnswer> ask(Path examples, Path dataset) {
        try (Store store = MemoryStore.copyOf(DatasetFile.read(dataset))) {
            return ask(ExampleFolder.read(examples), store);
        }
    }

    /** What queries give, by name. */
    static SortedMap<String, ExampleAnswer> ask(List<ExampleQuery> examples, Store store) {
        Prefixes prefixes = Prefixes.of(GraphFlow.IRIS.base());
        SortedMap<String, ExampleAnswer> answers = new TreeMap<>();
        for (ExampleQuery example : examples) {
            try {
                answers.put(example.name(), ExampleAnswer.of(example, store, prefixes));
            } catch (QueryCancelledException e) {
                throw new FaultException(
                        ExampleIssue.TOO_SLOW,
                        Location.of(example.name()),
                        "The example query " + example.name() + " has not ended after the time that a query may take:"
                                + " put its patterns with the fewest matches first.",
                        e);
            }
        }
        return answers;
    }

    /** How an answer differs from what is expected, line by line; a file that is missing is a difference. */
    List<String> changes(String name, ExampleAnswer answer) {
        return expected(name)
                .map(answer::changesFrom)
                .orElseGet(() -> List.of(
                        "there is no " + file(name) + " yet: " + (answer.lines().size() - 1) + " rows are new"));
    }

    private Optional<ExampleAnswer> expected(String name) {
        try {
            return Files.exists(file(name))
                    ? Optional.of(new ExampleAnswer(Files.readAllLines(file(name))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of questions that are no longer asked. */
    List<Path> leftOver(SortedMap<String, ExampleAnswer> answers) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> answers.keySet().stream()
                            .noneMatch(name -> file(name).equals(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes these the expected answers. */
    void write(SortedMap<String, ExampleAnswer> answers) {
        try (OutputFolder out = new OutputFolder(folder)) {
            answers.forEach((name, answer) -> out.write(name + ENDING, writer -> {
                for (String line : answer.lines()) {
                    writer.write(line + "\n");
                }
            }));
            out.commit();
        }
        for (Path file : new ArrayList<>(leftOver(answers))) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw OutputFolder.unwritable(file, e);
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
