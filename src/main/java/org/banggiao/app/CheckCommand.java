package org.banggiao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.banggiao.authority.Authority;
import org.banggiao.claim.curation.Correction;
import org.banggiao.claim.curation.CorrectionFile;
import org.banggiao.claim.curation.Curation;
import org.banggiao.claim.curation.CurationIssue;
import org.banggiao.graph.Check;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.GraphIssue;
import org.banggiao.graph.Ontology;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.issue.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao check}: what is wrong with a dataset. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks a dataset by the shapes and checks of ontology/, and says each fault in a sentence. Exits with 1 where"
                    + " there is one.",
            "Of a folder of corrections, or a .txt file of such, it says which are not right or find nothing to correct in"
                    + " data/claims/."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./banggiao check data/graph/dataset.nq", "  ./banggiao check data/curation"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DATASET",
            description =
                    "A file in Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, told by the end of its name; or"
                            + " corrections.")
    private Path dataset;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Steps steps = new Steps(spec.commandLine().getErr());
        if (!Files.exists(dataset)) {
            throw new FaultException(
                    GraphIssue.RDF_UNREADABLE,
                    Location.of(dataset.toString()),
                    dataset
                            + " is no file: give the path of a file with RDF, or of corrections (a folder, or a file that"
                            + " ends in .txt).");
        }
        boolean corrections = Files.isDirectory(dataset) || dataset.toString().endsWith(".txt");
        List<Finding> findings = corrections ? checkCorrections(steps) : checkDataset(steps);
        for (Finding finding : findings) {
            spec.commandLine()
                    .getOut()
                    .println(finding.message() + " [" + finding.issue().code() + "]");
        }
        long errors = findings.stream()
                .filter(finding -> corrections || finding.severity() == Severity.ERROR)
                .count();
        spec.commandLine()
                .getOut()
                .println(dataset + ": "
                        + switch ((int) Math.min(errors, 2)) {
                            case 0 -> "no fault.";
                            case 1 -> "1 fault.";
                            default -> errors + " faults.";
                        });
        return (errors == 0 ? Exit.DONE : Exit.DATA_FAULTS).code();
    }

    private List<Finding> checkDataset(Steps steps) {
        Ontology ontology = Ontology.load(Home.find().ontology());
        DatasetGraph data = steps.run("reading " + dataset, () -> DatasetFile.read(dataset));
        return steps.run("checking it", () -> Check.check(data, ontology));
    }

    private List<Finding> checkCorrections(Steps steps) {
        Home home = Home.find();
        List<Correction> corrections;
        try {
            corrections = CorrectionFile.read(dataset);
        } catch (FaultException faults) {
            if (faults.findings().stream().allMatch(it -> it.issue() == CurationIssue.BAD_BLOCK)) {
                return faults.findings();
            }
            throw faults;
        }
        if (corrections.isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .println(dataset + ": no corrections; they are read from files whose names end in .txt.");
        }
        Knowledge frozen = FrozenClaims.read(home.claims());
        List<Finding> findings = new ArrayList<>();
        corrections.forEach(correction -> unknownDocuments(correction, frozen.documentIds(), home, findings));
        findings.addAll(steps.run(
                "trying " + corrections.size() + " corrections",
                () -> Curation.apply(corrections, frozen.claims(), frozen.sentences(), Authority.load(home.authority()))
                        .findings()));
        return findings;
    }

    /** A correction of a text that is not there at all is passed over when claims are corrected; here it is said. */
    private static void unknownDocuments(Correction correction, Set<String> known, Home home, List<Finding> findings) {
        Stream.of(correction.target(), correction.other())
                .filter(Objects::nonNull)
                .map(target -> target.anchor().document())
                .filter(document -> !known.contains(document))
                .distinct()
                .forEach(document -> findings.add(Finding.of(
                        CurationIssue.DOCUMENT_UNKNOWN,
                        Location.of(document),
                        correction.place() + ": there is no document '" + document + "' in " + home.claims()
                                + ": check the id (there are " + String.join(", ", known)
                                + "), or freeze the text with build --freeze.")));
    }
}
