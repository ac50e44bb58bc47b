package org.banggiao.publish.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, compiled by the build. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A page made from a template and its parameters. */
    String render(String name, Map<String, Object> parameters) {
        var out = new StringOutput();
        engine.render(name + ".jte", parameters, out);
        return out.toString();
    }
}
