package org.banggiao.conformance;

import java.util.List;
import java.util.Locale;
import org.banggiao.conformance.Verdict.Subject;

/**
 * What came of a suite, as EARL in Turtle. It holds neither date nor host: the same code and suite give the same text.
 *
 * @param name the name of the report, in addresses
 * @param title the suite in a few words
 * @param page where the suite is published
 * @param sha256 of the suite's files
 * @param remark on how it was run, or empty
 * @param verdicts in the order of the suite
 */
record EarlReport(String name, String title, String page, String sha256, String remark, List<Verdict> verdicts) {
    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX doap: <http://usefulinc.com/ns/doap#>
            PREFIX earl: <http://www.w3.org/ns/earl#>
            PREFIX schema: <https://schema.org/>
            PREFIX report: <https://w3id.org/banggiao/conformance#>

            report:service a earl:TestSubject , earl:Software ;
                doap:name "Banggiao" ;
                dcterms:description "The service as anybody runs it, over HTTP."@en .

            report:writable a earl:TestSubject , earl:Software ;
                doap:name "Banggiao over a writable dataset" ;
                dcterms:description "The service over a dataset that tests can write to: what reads goes to the service, what writes to a test instance beside it."@en .

            report:tests a earl:Assertor , earl:Software ;
                doap:name "The tests of Banggiao" .

            """;

    String turtle() {
        var text = new StringBuilder(PREFIXES);
        text.append("report:").append(name).append(" a schema:TechArticle ;\n");
        text.append("    dcterms:title ").append(literal(title)).append("@en ;\n");
        text.append("    dcterms:source <").append(page).append("> ;\n");
        if (!remark.isEmpty()) {
            text.append("    dcterms:description ").append(literal(remark)).append("@en ;\n");
        }
        text.append("    schema:sha256 ").append(literal(sha256)).append(" .\n");
        for (var verdict : verdicts) {
            var id = "<https://w3id.org/banggiao/conformance#" + name + "/" + verdict.key()
                    + (verdict.subject() == Subject.WRITABLE ? "/writable" : "");
            text.append('\n').append(id).append("> a earl:Assertion ;\n");
            text.append("    dcterms:isPartOf report:").append(name).append(" ;\n");
            text.append("    earl:assertedBy report:tests ;\n");
            text.append("    earl:subject report:")
                    .append(verdict.subject().name().toLowerCase(Locale.ROOT))
                    .append(" ;\n");
            text.append("    earl:test <").append(verdict.test()).append("> ;\n");
            text.append("    dcterms:title ").append(literal(verdict.name())).append(" ;\n");
            text.append("    earl:mode earl:automatic ;\n");
            text.append("    earl:result ").append(id).append("/result> .\n");
            text.append(id).append("/result> a earl:TestResult ;\n");
            text.append("    earl:outcome earl:")
                    .append(verdict.outcome().name().toLowerCase(Locale.ROOT));
            if (!verdict.note().isEmpty()) {
                text.append(" ;\n    dcterms:description ")
                        .append(literal(verdict.note()))
                        .append("@en");
            }
            text.append(" .\n");
        }
        return text.toString();
    }

    private static String literal(String text) {
        return "\"" + text.strip().replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
