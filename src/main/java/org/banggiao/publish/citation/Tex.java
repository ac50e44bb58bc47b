package org.banggiao.publish.citation;

/** Text as TeX takes it. */
final class Tex {
    private Tex() {}

    /** The text with what TeX would take for more than text written as text; braces stay balanced, as BibTeX counts them. */
    static String escape(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(
                        switch (c) {
                            case '\\' -> "{\\textbackslash}";
                            case '{' -> "{\\textbraceleft}";
                            case '}' -> "{\\textbraceright}";
                            case '~' -> "{\\textasciitilde}";
                            case '^' -> "{\\textasciicircum}";
                            case '&', '%', '$', '#', '_' -> "\\" + (char) c;
                            default -> Character.isISOControl(c) ? " " : Character.toString(c);
                        }));
        return out.toString();
    }

    /** An address, which the packages that print it take as it is, but for what would end the field or begin a comment. */
    static String address(String address) {
        return address.replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\\", "%5C")
                .replaceAll("\\p{Cntrl}", "");
    }
}
