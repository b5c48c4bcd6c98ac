package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.PatchworkException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The programs of the examples jar, one command each.
 *
 * <p>The exit code is 0 when all went well, 1 when something failed, which one line then tells, and 2 when the command
 * line was not understood.
 */
@Command(
        name = "patchwork-examples",
        description = "Small programs for Patchwork, mail archives and patches.",
        subcommands = {Decode.class, Serve.class})
final class Main {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Tells how a command is used.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the name of the command and what it takes
     */
    public static void main(String[] args) {
        // Mails and names are UTF-8, whatever the terminal claims to be.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(out);
        int code = commandLine().execute(args);
        out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((e, commandLine, parsed) -> {
            if (!isExpected(e)) {
                throw e;
            }
            commandLine.getErr().println(message(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    /** Tells what the user can do something about from what is a fault of the program. */
    private static boolean isExpected(Exception e) {
        return e instanceof PatchworkException || e instanceof IOException || e instanceof IllegalArgumentException;
    }

    /** Says on one line what went wrong. */
    static String message(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file: " + e.getMessage();
        }
        if (e instanceof CharacterCodingException) {
            return "not UTF-8";
        }
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }
}
