package org.banggiao.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Extraction;
import org.banggiao.claim.Extractor;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.corpus.SourceText;
import org.banggiao.graph.Run;
import org.banggiao.issue.Finding;
import org.banggiao.text.Document;
import org.banggiao.text.DocumentReader;

/** The first half of the flow: from files to what they claim. */
final class TextFlow {
    private record Read(Document document, Extraction extraction) {}

    /** Packages whose tables and rules decide what is read from a text. */
    private static final List<String> RULES =
            List.of("org/banggiao/text/", "org/banggiao/mention/", "org/banggiao/claim/");

    private final Home home;
    private final Steps steps;

    TextFlow(Home home, Steps steps) {
        this.home = home;
        this.steps = steps;
    }

    /**
     * What was read.
     *
     * @param authority who and what the names can mean
     * @param documents the texts, by id
     * @param extractions what was found in each, in the same order
     * @param runs by what work, in the same order
     */
    record Result(Authority authority, List<Document> documents, List<Extraction> extractions, List<Run> runs) {
        Result {
            documents = List.copyOf(documents);
            extractions = List.copyOf(extractions);
            runs = List.copyOf(runs);
        }

        /** The claims of all texts, and what is doubtful in them. */
        Knowledge knowledge() {
            List<Claim> claims = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) {
                claims.addAll(extractions.get(i).claims());
                findings.addAll(documents.get(i).findings());
                findings.addAll(extractions.get(i).findings());
            }
            return new Knowledge(documents, claims, List.of(), runs, findings);
        }
    }

    /**
     * Reads files and folders.
     *
     * @throws org.banggiao.issue.FaultException where one cannot be read
     */
    Result read(List<Path> corpus) {
        List<SourceText> texts = steps.run("reading " + names(corpus), () -> CorpusReader.read(corpus));
        Authority authority = steps.run("reading the authority data", () -> Authority.load(home.authority()));
        List<Read> read = extract(texts, new Extractor(authority));
        String rules = rulesDigest();
        String lexica = Digests.of(Digests.ofFolder(home.authority()));
        return new Result(
                authority,
                read.stream().map(Read::document).toList(),
                read.stream().map(Read::extraction).toList(),
                texts.stream()
                        .map(text -> new Run(text.id(), text.sha256(), rules, lexica, ProductVersion.value()))
                        .toList());
    }

    /** Several texts at a time, the longest first, so that none is left over for the end; the results in the order of the texts. */
    private List<Read> extract(List<SourceText> texts, Extractor extractor) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<SourceText, Ahead<Read>> ahead = new IdentityHashMap<>();
            texts.stream()
                    .sorted(Comparator.comparingInt(
                            (SourceText text) -> -text.text().length()))
                    .forEach(text -> ahead.put(text, Ahead.of(() -> extract(text, extractor), threads)));
            return texts.stream()
                    .map(text -> steps.run("extracting from " + text.id(), Objects.requireNonNull(ahead.get(text))))
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Read extract(SourceText text, Extractor extractor) {
        Document document = new DocumentReader().read(text);
        return new Read(document, extractor.extract(document));
    }

    private static String rulesDigest() {
        return Digests.ofProgram(name -> RULES.stream().anyMatch(name::startsWith) && !name.endsWith(".class"));
    }

    private static String names(List<Path> corpus) {
        return corpus.size() == 1 ? corpus.getFirst().toString() : corpus.size() + " files and folders";
    }
}
