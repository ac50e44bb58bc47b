package org.banggiao.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * The functions of text whose work or result can grow beyond measure: their work ends when their query is cancelled, and what
 * they make is at most {@value #LONGEST} characters long. Otherwise they do what the engine's functions do.
 */
enum BoundedText {
    MATCHES {
        @Override
        NodeValue apply(List<NodeValue> arguments, Session session) {
            var text = string("REGEX", arguments.getFirst());
            return NodeValue.makeBoolean(session.find(session.pattern("REGEX", arguments, 1), text));
        }
    },
    REPLACE {
        @Override
        NodeValue apply(List<NodeValue> arguments, Session session) {
            var text = string("REPLACE", arguments.getFirst());
            var replacement = string("REPLACE", arguments.get(2));
            var pattern = session.pattern(
                    "REPLACE",
                    arguments.size() < 4 ? List.of(arguments.get(1)) : List.of(arguments.get(1), arguments.get(3)),
                    0);
            return session.replace(pattern, text, replacement)
                    .map(made -> like(arguments.getFirst().asNode(), made))
                    .orElse(arguments.getFirst());
        }
    },
    CONCAT {
        @Override
        NodeValue apply(List<NodeValue> arguments, Session session) {
            checkLengths(arguments);
            return XSDFuncOp.strConcat(arguments);
        }
    },
    /** Of XPath: takes what is no text, too. */
    CONCAT_ANY {
        @Override
        NodeValue apply(List<NodeValue> arguments, Session session) {
            checkLengths(arguments);
            return XSDFuncOp.fnConcat(arguments);
        }
    };

    /** Characters of a text that a query may make. */
    static final int LONGEST = 1 << 20;

    /** Steps of a regular expression between two looks at whether the query has been cancelled. */
    private static final int STEPS = 1 << 12;

    /**
     * Calls the function.
     *
     * @throws ExprEvalException if it has no value for these arguments
     * @throws QueryCancelledException if the query is cancelled meanwhile
     * @throws LimitExceededException if the result would be too long
     */
    abstract NodeValue apply(List<NodeValue> arguments, Session session);

    private static String string(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private static NodeValue like(Node literal, String text) {
        var language = literal.getLiteralLanguage();
        return NodeValue.makeNode(
                language.isEmpty()
                        ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
                        : NodeFactory.createLiteralLang(text, language));
    }

    private static void checkLengths(List<NodeValue> arguments) {
        checkLength(arguments.stream().mapToLong(a -> a.asString().length()).sum());
    }

    private static void checkLength(long length) {
        if (length > LONGEST) {
            throw new LimitExceededException("A text that the query makes is longer than " + LONGEST + " characters.");
        }
    }

    /** One place of a query that calls a function, by one thread: keeps its pattern, and knows when the query ends. */
    static final class Session {
        private final Context context;
        private @Nullable Pattern pattern;
        private String source = "";
        private String flags = "";

        Session(FunctionEnv env) {
            this.context = env.getContext();
        }

        boolean isOf(FunctionEnv env) {
            return context == env.getContext();
        }

        private Pattern pattern(String function, List<NodeValue> arguments, int first) {
            var newSource = string(function, arguments.get(first));
            var newFlags = arguments.size() > first + 1 ? string(function, arguments.get(first + 1)) : "";
            var known = pattern;
            if (known == null || !source.equals(newSource) || !flags.equals(newFlags)) {
                known = RegexEngine.makePattern(function, newSource, newFlags.isEmpty() ? null : newFlags);
                pattern = known;
                source = newSource;
                flags = newFlags;
            }
            return known;
        }

        private Matcher matcher(Pattern compiled, String text) {
            return compiled.matcher(new Watched(text, 0, text.length(), Context.getCancelSignal(context)));
        }

        private boolean find(Pattern compiled, String text) {
            try {
                return matcher(compiled, text).find();
            } catch (StackOverflowError e) {
                throw tooDeep();
            }
        }

        /** Empty where nothing matches. */
        private Optional<String> replace(Pattern compiled, String text, String replacement) {
            try {
                var matcher = matcher(compiled, text);
                if (!matcher.find()) {
                    return Optional.empty();
                }
                var made = new StringBuilder();
                do {
                    matcher.appendReplacement(made, replacement);
                    checkLength(made.length());
                } while (matcher.find());
                matcher.appendTail(made);
                checkLength(made.length());
                return Optional.of(made.toString());
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("REPLACE: " + e.getMessage());
            } catch (StackOverflowError e) {
                throw tooDeep();
            }
        }

        private static LimitExceededException tooDeep() {
            return new LimitExceededException(
                    "A regular expression of the query nests too deeply for a text it meets.");
        }
    }

    /** A text that ends the work of who reads it when the query is cancelled. */
    private static final class Watched implements CharSequence {
        private final String text;
        private final int start;
        private final int end;
        private final @Nullable AtomicBoolean cancelled;
        private int steps;

        Watched(String text, int start, int end, @Nullable AtomicBoolean cancelled) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.cancelled = cancelled;
        }

        @Override
        public char charAt(int index) {
            if (++steps == STEPS) {
                steps = 0;
                if (cancelled != null && cancelled.get()) {
                    throw new QueryCancelledException();
                }
            }
            return text.charAt(start + index);
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Watched(text, start + from, start + to, cancelled);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
