package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.PatchworkException;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.QuotedCr;
import io.github.patchwork4j.testing.LibraryStack;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * The programs of the examples jar, one command each.
 *
 * <p>The exit code is 0 when all went well, 1 when something failed, which one line then tells, and 2 when the command
 * line was not understood.
 */
@Command(
        name = "patchwork-examples",
        description = "Small programs for Patchwork, mail archives and patches.",
        subcommands = {
            Demo.class,
            MboxStat.class,
            MailInfoFiles.class,
            Trailers.class,
            Series.class,
            PatchHash.class,
            PatchworkParse.class,
            Decode.class,
            Serve.class
        })
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
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8), 1 << 16));
    }

    static CommandLine commandLine() {
        CommandLine main = new CommandLine(new Main());
        main.registerConverter(Dialect.class, text -> constant(Dialect.class, text));
        main.registerConverter(LibraryStack.class, text -> constant(LibraryStack.class, text));
        main.registerConverter(QuotedCr.class, text -> constant(QuotedCr.class, text));
        main.registerConverter(Series.Grouping.class, text -> constant(Series.Grouping.class, text));
        main.registerConverter(SplitRule.class, text -> constant(SplitRule.class, text));
        return main.setExecutionExceptionHandler((e, commandLine, parsed) -> {
            if (!isExpected(e)) {
                throw e;
            }
            commandLine.getErr().println(message(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    /** Finds a constant by its name as command lines have it: {@code any-from} is ANY_FROM. */
    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        throw new TypeConversionException("unknown: \"" + text + "\"");
    }

    /** Tells what the user can do something about from what is a fault of the program. */
    private static boolean isExpected(Exception e) {
        return e instanceof PatchworkException
                || e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof IllegalArgumentException;
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
