package org.banggiao.claim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.mention.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * Claims frozen as JSON Lines: one claim a line, sorted by passage and then by id, keys in a fixed order, so that the same
 * claims give the same bytes. Holds positions and values, no sentences. Reading back what was written gives equal claims.
 */
public final class ClaimFile {
    /** The order in which claims stand in a file. */
    public static final Comparator<Claim> ORDER = Comparator.comparing(
                    (Claim c) -> c.said().statedIn())
            .thenComparing(Claim::kind)
            .thenComparing(c -> c.said().id());

    private ClaimFile() {}

    /** The claim as one line of JSON, without a line break. */
    public static String line(Claim claim) {
        return JsonLine.write(ClaimJson.map(claim));
    }

    /**
     * The claim of a line.
     *
     * @throws IllegalArgumentException where the line is no claim; the message says why
     */
    public static Claim parse(String line) {
        return ClaimJson.claim(JsonLine.read(line));
    }

    /** A passage as the map that it is in JSON. */
    public static Map<String, @Nullable Object> passage(Passage passage) {
        return ClaimJson.passage(passage);
    }

    /** Writes the claims, sorted. */
    public static void write(Path file, List<Claim> claims) {
        var text = new StringBuilder();
        claims.stream().sorted(ORDER).forEach(c -> text.append(line(c)).append('\n'));
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(
                    ClaimIssue.FILE_UNREADABLE,
                    Location.of(file.toString()),
                    file + " cannot be written: check the folder and its rights.",
                    e);
        }
    }

    /**
     * Reads a file of claims; empty lines are passed over.
     *
     * @throws FaultException with every line that is no claim, or where the file cannot be read
     */
    public static List<Claim> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(
                    ClaimIssue.FILE_UNREADABLE,
                    Location.of(file.toString()),
                    file + " cannot be read as UTF-8 text: check the path, or make it anew from its text.",
                    e);
        }
        var claims = new ArrayList<Claim>();
        var faults = new ArrayList<Finding>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                claims.add(parse(lines.get(i)));
            } catch (IllegalArgumentException e) {
                faults.add(Finding.of(
                        ClaimIssue.FILE_BAD_LINE,
                        Location.of(file.toString()),
                        file + ", line " + (i + 1) + ": " + e.getMessage()
                                + "; correct the line, or make the file anew from its text."));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return claims;
    }
}
