package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.PatchworkException;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.mbox.archive.Escaping;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.QuotedCr;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.Profile;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        footer = "The exit code is 0 when all went well, 1 when something failed, and 2 when the command line was not"
                + " understood.",
        subcommands = {
            Demo.class,
            MboxStat.class,
            MboxCopy.class,
            Apply.class,
            RangeDiffCommand.class,
            InterdiffCommand.class,
            MailInfoFiles.class,
            Trailers.class,
            SeriesCommand.class,
            PatchHash.class,
            PatchworkParse.class,
            Decode.class,
            Serve.class,
            ListPatches.class,
            ListCovers.class,
            ListEvents.class,
            Follow.class,
            ListChecks.class,
            ListBundles.class,
            Show.class,
            Update.class,
            PostCheck.class
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
        return new PrintWriter(new BufferedWriter(RawText.writer(new FileOutputStream(file)), 1 << 16));
    }

    static CommandLine commandLine() {
        return configured(new Main());
    }

    /** Makes a command line that reads values and tells of failures as all do. */
    static CommandLine configured(Object command) {
        CommandLine main = new CommandLine(command);
        main.registerConverter(Dialect.class, text -> constant(Dialect.class, text));
        main.registerConverter(Escaping.class, text -> constant(Escaping.class, text));
        main.registerConverter(EventTrouble.class, text -> constant(EventTrouble.class, text));
        main.registerConverter(LibraryStack.class, text -> constant(LibraryStack.class, text));
        main.registerConverter(Profile.class, text -> constant(Profile.class, Main::number, text));
        main.registerConverter(QuotedCr.class, text -> constant(QuotedCr.class, text));
        main.registerConverter(Series.Grouping.class, text -> constant(Series.Grouping.class, text));
        main.registerConverter(SplitRule.class, text -> constant(SplitRule.class, text));
        main.registerConverter(Show.Kind.class, text -> constant(Show.Kind.class, text));
        main.registerConverter(ApiVersion.class, Main::version);
        main.registerConverter(Instant.class, Main::instant);
        return main.setExecutionExceptionHandler((e, commandLine, parsed) -> {
            if (!isExpected(e)) {
                throw e;
            }
            commandLine.getErr().println(message(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return constant(type, Main::word, text);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Function<E, String> word, String text) {
        List<E> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> word.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of "
                        + constants.stream().map(word).collect(Collectors.joining(", "))));
    }

    /** Returns what stands for a constant on command lines: {@code any-from} for ANY_FROM. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what stands for a profile on command lines: {@code 3.2} for PATCHWORK_3_2. */
    private static String number(Profile profile) {
        return word(profile).substring("patchwork-".length()).replace('-', '.');
    }

    private static ApiVersion version(String text) {
        try {
            return ApiVersion.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Reads a date, or a date and a time, which are in UTC unless they tell their zone. */
    private static Instant instant(String text) {
        try {
            String full = text.indexOf(':') < 0 ? text + "T00:00:00" : text.replace(' ', 'T');
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(full, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime local
                    ? local.toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.from(time).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("no date like 2026-03-02 or 2026-03-02T08:01:00Z: \"" + text + "\"");
        }
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
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is there already";
        }
        if (e instanceof AccessDeniedException) {
            return "no access: " + e.getMessage();
        }
        if (e instanceof CharacterCodingException) {
            return "not UTF-8";
        }
        String message = e.getMessage();
        return message == null ? e.toString() : message.lines().collect(Collectors.joining(" "));
    }
}
