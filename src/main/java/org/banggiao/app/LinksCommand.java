package org.banggiao.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.banggiao.corpus.CorpusIssue;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.publish.inbox.Entry;
import org.banggiao.publish.inbox.Inbox;
import org.banggiao.publish.inbox.InboxIssue;
import org.banggiao.publish.inbox.LinkGraph;
import org.banggiao.publish.inbox.LinkTable;
import org.banggiao.publish.inbox.Targets;
import org.banggiao.publish.settings.InboxSettings;
import org.banggiao.store.Releases;
import org.banggiao.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banggiao links}: takes a table of links from records of archives, where the service is not running. */
@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Checks a table (CSV) of links from records of archives to what a release describes, and with --apply puts"
                        + " it into the inbox, accepted: all of it, or none where a line has a fault. A running service has the inbox"
                        + " for itself; send the table to its page /review/table then.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./banggiao links records.csv --release my-release",
            "  ./banggiao links records.csv --release my-release --inbox inbox --by Lan --apply"
        })
final class LinksCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TABLE", description = "A file of comma-separated values; see src/docs/inbox.md.")
    private Path table;

    @Option(names = "--release", paramLabel = "DIR", required = true, description = "Folder of the release.")
    private Path release;

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            defaultValue = "inbox",
            description = "Folder of the inbox. Default: ${DEFAULT-VALUE}.")
    private Path inbox;

    @Option(
            names = "--base-iri",
            paramLabel = "IRI",
            defaultValue = "https://w3id.org/banggiao/",
            description = "What the addresses of the data start with. Default: ${DEFAULT-VALUE}.")
    private String baseIri;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "command line",
            description = "Who has looked at the table.")
    private String by;

    @Option(names = "--apply", description = "Publish what it says, and not only check it.")
    private boolean apply;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var text = read();
        var graph = new LinkGraph(baseIri);
        try (Store store = Releases.in(release).open();
                Inbox links = apply ? open(graph) : null) {
            var report = LinkTable.read(
                    text,
                    new Targets(baseIri),
                    store,
                    "",
                    l -> links != null
                            && links.find(l.id())
                                    .filter(e -> e.state() == Entry.State.ACCEPTED)
                                    .isPresent());
            if (!report.isSound()) {
                throw faulty(report);
            }
            var out = spec.commandLine().getOut();
            if (links == null) {
                out.println(report.links().size() + " links, no fault; nothing was published (see --apply)");
            } else if (links.load(report.links(), by) instanceof Inbox.Outcome.Refused refused) {
                throw new FaultException(
                        InboxIssue.INBOX_UNUSABLE,
                        Location.of(inbox.toString()),
                        refused.problem().detail());
            } else {
                out.println(report.fresh() + " links published, "
                        + (report.links().size() - report.fresh()) + " were published already");
            }
            out.flush();
            return Exit.DONE.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Inbox open(LinkGraph graph) {
        var settings = new InboxSettings(false, inbox, 1, 50_000, 200_000_000, 1, 1, 1, true, List.of(), List.of());
        return new Inbox(settings, Clock.systemUTC(), graph, overlay -> {});
    }

    private String read() {
        try {
            return Files.readString(table);
        } catch (IOException e) {
            throw new FaultException(
                    CorpusIssue.FILE_UNREADABLE,
                    Location.of(table.toString()),
                    "The table " + table + " cannot be read (" + e + "). It is a file in UTF-8.",
                    e);
        }
    }

    private FaultException faulty(LinkTable.Report report) {
        if (!report.fault().isEmpty()) {
            return new FaultException(
                    InboxIssue.LINKS_FAULTY, Location.of(table.toString()), table + ": " + report.fault());
        }
        return new FaultException(report.faulty().stream()
                .map(r -> new Finding(
                        InboxIssue.LINKS_FAULTY,
                        InboxIssue.LINKS_FAULTY.severity(),
                        Location.of(table + ":" + r.number()),
                        table + ", line " + r.number() + ": " + r.fault()))
                .toList());
    }
}
