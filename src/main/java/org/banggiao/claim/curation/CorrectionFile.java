package org.banggiao.claim.curation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of corrections: blocks apart by empty lines, a {@code name: value} on each line, lines that begin with
 * {@code #} for remarks. A block begins with what is done to which kind of claim ({@code change: event}), names the passage
 * and what the claim says, and ends with who decided it, when and why.
 */
public final class CorrectionFile {
    private static final String ENDING = ".txt";
    private static final Pattern LINE = Pattern.compile("((?:(set|with) )?([A-Za-z]+))\\s*:\\s*(.*)");
    private static final Set<String> KINDS = Set.of("event", "agreement", "aidflow");

    private final Path file;
    private final List<Correction> corrections = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    private CorrectionFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file, or every {@code .txt} of a folder by name; a folder that is missing holds nothing.
     *
     * @throws FaultException with every block that is no correction
     */
    public static List<Correction> read(Path fileOrFolder) {
        var corrections = new ArrayList<Correction>();
        var faults = new ArrayList<Finding>();
        for (var path : files(fileOrFolder)) {
            var reader = new CorrectionFile(path);
            reader.blocks();
            corrections.addAll(reader.corrections);
            faults.addAll(reader.faults);
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return corrections;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(p -> p.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static FaultException unreadable(Path path, IOException e) {
        return new FaultException(
                CurationIssue.UNREADABLE,
                Location.of(path.toString()),
                path + " cannot be read as UTF-8 text: check the path and how the file was saved.",
                e);
    }

    private void blocks() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        var block = new LinkedHashMap<String, String>();
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            var line = i < lines.size() ? lines.get(i).strip() : "";
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isEmpty()) {
                close(block, first);
                continue;
            }
            var form = LINE.matcher(line);
            if (block.isEmpty()) {
                first = i + 1;
            }
            if (!form.matches()) {
                fault(i + 1, "'" + line + "' is not of the form: name: value");
            } else if (block.put(form.group(1), form.group(4)) != null) {
                fault(i + 1, "'" + form.group(1) + "' stands twice in one block; part blocks by an empty line");
            }
        }
    }

    private void close(Map<String, String> block, int line) {
        if (block.isEmpty()) {
            return;
        }
        try {
            corrections.add(correction(block, file.getFileName() + ", line " + line));
        } catch (IllegalArgumentException e) {
            fault(line, e.getMessage());
        }
        block.clear();
    }

    private static Correction correction(Map<String, String> block, String place) {
        var head = block.entrySet().iterator().next();
        var action = action(head.getKey());
        var kind = head.getValue();
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("'" + kind + "' is no kind of claim: write event, agreement or aidflow");
        }
        var own = new LinkedHashMap<String, String>();
        var set = new LinkedHashMap<String, String>();
        var with = new LinkedHashMap<String, String>();
        block.forEach((name, value) -> {
            if (name.startsWith("set ")) {
                set.put(checked(kind, name.substring(4)), value);
            } else if (name.startsWith("with ")) {
                with.put(checked(kind, name.substring(5)), value);
            } else if (!Set.of(head.getKey(), "passage", "with", "by", "on", "why")
                    .contains(name)) {
                own.put(checked(kind, name), value);
            }
        });
        if ((action == Correction.Action.CHANGE) == set.isEmpty()) {
            throw new IllegalArgumentException(
                    set.isEmpty() ? "a change needs a line such as 'set date: 1976-08'" : "only a change sets values");
        }
        return new Correction(
                action,
                new Correction.Target(kind, Anchor.parse(needed(block, "passage")), own),
                action.takesTwo()
                        ? new Correction.Target(kind, Anchor.parse(needed(block, "with")), with)
                        : nothing(block.get("with")),
                set,
                needed(block, "by"),
                day(needed(block, "on")),
                needed(block, "why"),
                place);
    }

    private static Correction.@Nullable Target nothing(@Nullable String with) {
        if (with != null) {
            throw new IllegalArgumentException("'with' belongs to merge and split");
        }
        return null;
    }

    private static Correction.Action action(String name) {
        for (var action : Correction.Action.values()) {
            if (action.name().equals(name.toUpperCase(Locale.ROOT))) {
                return action;
            }
        }
        throw new IllegalArgumentException(
                "a block begins with accept, reject, change, add, merge or split, not '" + name + "'");
    }

    private static String checked(String kind, String name) {
        if (!ValueForms.names(kind).contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is no value of an " + kind + "; there are "
                    + String.join(", ", ValueForms.names(kind)));
        }
        return name;
    }

    private static String needed(Map<String, String> block, String name) {
        var value = block.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the line '" + name + ": ...' is missing");
        }
        return value;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("on: '" + text + "' is no day such as 2026-11-25", e);
        }
    }

    private void fault(int line, @Nullable String what) {
        faults.add(Finding.of(
                CurationIssue.BAD_BLOCK, Location.of(file.toString()), file + ", line " + line + ": " + what + "."));
    }
}
