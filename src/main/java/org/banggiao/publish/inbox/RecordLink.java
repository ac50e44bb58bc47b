package org.banggiao.publish.inbox;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * That a record of an archive is about something that is described here. All texts are plain: one line without control characters,
 * of bounded length, in NFC.
 *
 * @param record the address of the record, of the web
 * @param title what it is called
 * @param about the IRI of what it is about
 * @param relation how
 * @param holder who holds it
 * @param date of the record, as the archive writes it; empty where it is not told
 * @param note what else is to be known; empty where nothing
 */
public record RecordLink(
        String record, String title, String about, Relation relation, String holder, String date, String note) {
    /** How ids look. */
    public static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** Characters of an address. */
    public static final int MOST_OF_ADDRESS = 1000;
    /** Characters of a title or note. */
    public static final int MOST_OF_TEXT = 500;
    /** Characters of a name or date. */
    public static final int MOST_OF_NAME = 200;

    private static final int ID_BYTES = 12;
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\]");
    private static final Pattern NO_IRI = Pattern.compile("[\\s<>\"{}|\\\\^`\\p{Cc}]");

    public RecordLink {
        title = text(title, MOST_OF_TEXT);
        holder = text(holder, MOST_OF_NAME);
        date = text(date, MOST_OF_NAME);
        note = text(note, MOST_OF_TEXT);
        var wrong = wrongAddress(record);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
        if (title.isEmpty() || holder.isEmpty()) {
            throw new IllegalArgumentException("a record needs a title and somebody who holds it: " + record);
        }
    }

    /** A text as it is kept: one line without control characters and marks that turn the direction, cut where it is too long. */
    public static String text(String raw, int most) {
        var line = Normalizer.normalize(
                        CONTROL.matcher(raw.replaceAll("\\s+", " ")).replaceAll(""), Normalizer.Form.NFC)
                .strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** What keeps an address from being that of a record; empty where nothing. */
    public static String wrongAddress(String address) {
        if (address.length() > MOST_OF_ADDRESS) {
            return "the address of the record has " + address.length() + " characters; " + MOST_OF_ADDRESS
                    + " are allowed";
        }
        var shown = "\"" + text(address, 120) + "\"";
        try {
            var uri = new URI(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (NO_IRI.matcher(address).find() || !(scheme.equals("http") || scheme.equals("https"))) {
                return "the address of the record begins with https:// or http://, and not as " + shown;
            }
            if (uri.getHost() == null || !HOST.matcher(uri.getHost()).matches() || uri.getRawUserInfo() != null) {
                return "the address of the record needs a host and no user before it: " + shown;
            }
            return "";
        } catch (URISyntaxException e) {
            return "the address of the record is none of the web: " + shown;
        }
    }

    /** The host of an address, in lower case and in the letters of DNS; empty where it has none. */
    public static String host(String address) {
        try {
            var host = new URI(address).getHost();
            return host == null ? "" : IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    /** 24 hexadecimal digits of a hash of all it says: the same link has the same one, whoever sends it, and how often. */
    public String id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {record, title, about, relation.code(), holder, date, note}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
