package org.banggiao.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Thing;
import org.banggiao.graph.Identifiers;
import org.banggiao.graph.NQuads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code banggiao mint}: permanent keys for what has none. */
@Command(
        name = "mint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Gives the things and claims of data/claims/ that have no key yet a permanent one, in"
                + " data/identifiers.tsv, and makes data/graph/ anew with them. Keys given out before are found again by"
                + " their evidence; those of things that are gone lead to others or are withdrawn, and never taken out."
                + " A build never does this.",
        footerHeading = "%nExample:%n",
        footer = "  ./banggiao mint")
final class MintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        Steps steps = new Steps(spec.commandLine().getErr());
        GraphFlow flow = GraphFlow.readingOntology(home, steps);
        Knowledge frozen = steps.run("reading the claims of " + home.claims(), () -> FrozenClaims.read(home.claims()));
        List<Thing> things = flow.merge(flow.curate(Authority.load(home.authority()), frozen));
        Identifiers.Minting minting = flow.identifiers().mint(things, frozen.documentIds());
        minting.table().write(home.identifiers());
        NQuads.write(home.graph(), flow.checkedGraph(frozen, List.of()).quads());
        spec.commandLine()
                .getOut()
                .println(home.identifiers() + ": " + minting.minted() + " new, " + minting.kept() + " kept, "
                        + minting.merged() + " merged, " + minting.withdrawn() + " withdrawn.");
        return Exit.DONE.code();
    }
}
