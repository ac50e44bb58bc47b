package org.banggiao.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.banggiao.publish.inbox.Tokens;
import org.banggiao.publish.login.LoginConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code banggiao password}: makes what the settings of reviewers and machines hold. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads a password from the first line of the standard input and writes its hash (bcrypt), for"
                + " banggiao.inbox.reviewers. With --token: draws a token for a machine, and writes it and its hash, for"
                + " banggiao.inbox.tokens.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./banggiao password < password.txt", "  ./banggiao password --token"})
final class PasswordCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 32;
    private static final int SHORTEST = 10;
    /** Of bcrypt, which reads no more. */
    private static final int MOST_BYTES = 72;

    @Option(names = "--token", description = "Draw a token instead.")
    private boolean token;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (token) {
            byte[] bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            var drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            out.println("token: " + drawn);
            out.println("hash:  " + Tokens.hash(drawn));
        } else {
            out.println(LoginConfiguration.encoder().encode(password()));
        }
        out.flush();
        return Exit.DONE.code();
    }

    private String password() {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return checked(line == null ? "" : line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String checked(String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A password has at least " + SHORTEST + " characters and at most " + MOST_BYTES
                            + " bytes; give it on the first line of the standard input.");
        }
        return password;
    }
}
