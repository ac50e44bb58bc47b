package org.banggiao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.banggiao.authority.Authority;
import org.banggiao.claim.curation.Correction;
import org.banggiao.claim.curation.CorrectionFile;
import org.banggiao.claim.curation.Curation;
import org.banggiao.graph.Check;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.Ontology;
import org.banggiao.issue.Finding;
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
        List<Correction> corrections = CorrectionFile.read(dataset);
        Knowledge frozen = FrozenClaims.read(home.claims());
        return steps.run(
                "trying " + corrections.size() + " corrections",
                () -> Curation.apply(corrections, frozen.claims(), frozen.sentences(), Authority.load(home.authority()))
                        .findings());
    }
}
