package org.banggiao.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Extraction;
import org.banggiao.claim.Passage;
import org.banggiao.claim.curation.Anchor;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao explain}: how the claims from a place were read. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints the claims from a place in a text, and how each was read: the rules as a tree, with what"
                + " they read and where. Of a text that is not at hand, the frozen claims with the names of the rules.",
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
        Extraction extraction = read.extractions().getFirst();
        PassageTexts texts = new PassageTexts(read.documents());
        for (Claim claim : claimsAt(extraction.claims(), read.knowledge().sentences(), offset, file.toString())) {
            print(claim, out);
            out.println("  text: " + texts.of(claim.said().statedIn()));
            Objects.requireNonNull(extraction.derivations().get(claim.said().id()))
                    .tree()
                    .lines()
                    .forEach(line -> out.println("  " + line));
        }
    }

    private static void explainFrozen(Home home, String document, int offset, PrintWriter out) {
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
                            + ": check the name.");
        }
        for (Claim claim : claimsAt(claims, sentences, offset, document)) {
            print(claim, out);
            out.println("  rules: " + String.join(" > ", claim.said().rule()));
        }
    }

    private static List<Claim> claimsAt(List<Claim> claims, List<Passage> sentences, int offset, String document) {
        List<Claim> there = claims.stream()
                .filter(claim -> claim.said().statedIn().holds(offset))
                .toList();
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

    private static void print(Claim claim, PrintWriter out) {
        Passage passage = claim.said().statedIn();
        out.println(claim.kind() + " " + claim.said().id() + " from " + passage.startInclusive() + " to "
                + passage.endExclusive() + ", sentence " + passage.sentence());
        out.println("  claim: " + ClaimFile.line(claim));
    }
}
