package org.banggiao.store;

import java.util.Objects;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.StandardFunctions;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.pfunction.StandardPropertyFunctions;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a query what reaches out of the dataset: no requests to other services, no functions by the name of a Java
 * class (the engine's {@code java:} and {@code afn:} schemes load any class that fits), no scripts; and puts bounds to the
 * functions of text.
 */
final class Sandbox {
    private static final FunctionRegistry FUNCTIONS = new StandardOnly();
    private static final PropertyFunctionRegistry PROPERTY_FUNCTIONS = new StandardPropertiesOnly();

    private Sandbox() {}

    static void apply(Context context) {
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQConstants.registryFunctions, FUNCTIONS);
        context.set(ARQConstants.registryPropertyFunctions, PROPERTY_FUNCTIONS);
        context.set(ARQConstants.sysOptimizerFactory, BoundedCall.REWRITE);
    }

    /** Whether a function called by its IRI is one of SPARQL or XPath. */
    static boolean isStandard(String function) {
        return FUNCTIONS.isRegistered(function);
    }

    /** The functions of SPARQL and XPath; what is not registered does not exist. */
    private static final class StandardOnly extends FunctionRegistry {
        StandardOnly() {
            StandardFunctions.loadStdDefs(this);
            put(ARQConstants.fnPrefix + "matches", iri -> BoundedCall.function(BoundedText.MATCHES));
            put(ARQConstants.fnPrefix + "replace", iri -> BoundedCall.function(BoundedText.REPLACE));
            put(ARQConstants.fnPrefix + "concat", iri -> BoundedCall.function(BoundedText.CONCAT_ANY));
        }

        @Override
        public @Nullable FunctionFactory get(@Nullable String uri) {
            return isRegistered(Objects.requireNonNullElse(uri, "")) ? super.get(uri) : null;
        }
    }

    /** List membership; what is not registered is an ordinary property. */
    private static final class StandardPropertiesOnly extends PropertyFunctionRegistry {
        StandardPropertiesOnly() {
            StandardPropertyFunctions.loadStdDefs(this);
        }

        @Override
        public boolean manages(String uri) {
            return isRegistered(uri);
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String uri) {
            return isRegistered(uri) ? super.get(uri) : null;
        }
    }
}
