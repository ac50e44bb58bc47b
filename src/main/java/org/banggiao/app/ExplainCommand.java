package org.banggiao.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Extractor;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Passage;
import org.banggiao.claim.curation.Anchor;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.banggiao.mention.Derivation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao explain}: how the claims from a place were read. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Prints the claims from a place in a text, and how each was read: what it says, and as a tree the rules"
                        + " with the words that they read, and from where each value came that the passage does not say itself."
                        + " Of a text that is not at hand, the frozen claims with the names of the rules.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao explain data/sample/sample-vietnam-sweden.txt:420",
            "  ./banggiao explain sample-vietnam-sweden:420",
            "      the frozen claims of data/claims/"
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DOCUMENT:OFFSET",
            description = "The file of a text, or a document's id; and a position in it: how many Unicode characters"
                    + " stand before it.")
    private String place;

    @Option(names = "--json", description = "Prints each claim also as the line that claims.jsonl has of it.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int colon = place.lastIndexOf(':');
        if (colon < 1 || !place.substring(colon + 1).matches("\\d{1,9}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + place + "' is no DOCUMENT:OFFSET: give a file or an id, a colon and a number, such as"
                            + " text.txt:420.");
        }
        String document = place.substring(0, colon);
        int offset = Integer.parseInt(place.substring(colon + 1));
        Home home = Home.find();
        Path file = Path.of(document);
        PrintWriter out = spec.commandLine().getOut();
        if (Files.isRegularFile(file)) {
            explainText(home, file, offset, out);
        } else {
            explainFrozen(home, document, offset, out);
        }
        return Exit.DONE.code();
    }

    private void explainText(Home home, Path file, int offset, PrintWriter out) {
        TextFlow.Result read = new TextFlow(home, new Steps(spec.commandLine().getErr())).read(List.of(file));
        Map<String, Derivation> derivations =
                new Extractor(read.authority()).derivations(read.documents().getFirst());
        Explanation explanation = new Explanation(new Labels(read.authority()), out);
        for (Claim claim : claimsAt(read.knowledge().claims(), read.knowledge().sentences(), offset, file.toString())) {
            explanation.print(
                    claim,
                    read.documents().getFirst(),
                    Objects.requireNonNull(derivations.get(claim.said().id())));
            json(claim, out);
        }
    }

    private void explainFrozen(Home home, String document, int offset, PrintWriter out) {
        Knowledge frozen = FrozenClaims.read(home.claims());
        List<Passage> sentences = frozen.sentences().stream()
                .filter(sentence -> sentence.document().equals(document))
                .toList();
        List<Claim> claims = frozen.claims().stream()
                .filter(claim -> claim.said().statedIn().document().equals(document))
                .toList();
        if (claims.isEmpty()) {
            throw new FaultException(
                    AppIssue.POSITION_UNKNOWN,
                    Location.of(document),
                    document + " is neither a file nor a document with claims in " + home.claims()
                            + ": check the name"
                            + (frozen.documentIds().isEmpty()
                                    ? "."
                                    : "; there are " + String.join(", ", frozen.documentIds()) + "."));
        }
        Explanation explanation = new Explanation(new Labels(Authority.load(home.authority())), out);
        for (Claim claim : claimsAt(claims, sentences, offset, document)) {
            explanation.print(claim);
            json(claim, out);
        }
    }

    private void json(Claim claim, PrintWriter out) {
        if (json) {
            out.println("  claim: " + ClaimFile.line(claim));
        }
    }

    private static List<Claim> claimsAt(List<Claim> claims, List<Passage> sentences, int offset, String document) {
        List<Claim> there = claims.stream()
                .filter(claim -> claim.said().statedIn().holds(offset))
                .toList();
        int end = sentences.stream().mapToInt(Passage::endExclusive).max().orElse(0);
        if (there.isEmpty() && offset >= end) {
            throw new FaultException(
                    AppIssue.POSITION_UNKNOWN,
                    new Location(document, offset, offset + 1),
                    document + " ends at position " + end + ", before " + offset + ": give a position within it.");
        }
        if (there.isEmpty()) {
            throw new FaultException(
                    AppIssue.POSITION_UNKNOWN,
                    new Location(document, offset, offset + 1),
                    "No claim was read at position " + offset + " of " + document
                            + sentences.stream()
                                    .filter(sentence -> sentence.holds(offset))
                                    .findFirst()
                                    .map(sentence ->
                                            "; to add one by hand, its passage is '" + Anchor.of(sentence) + "'")
                                    .orElse("")
                            + "; claims.jsonl, as extract writes it, has the places of all.");
        }
        return there;
    }
}
