package io.github.patchwork4j.examples;

import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the fake server for clients in any language, until somebody ends the process. It answers as a real server does, also
 * what that would misread; such requests are told on the error output unless it is lenient.
 */
@Command(name = "serve", description = "Serves a world as a Patchwork server would, until killed.")
final class Serve implements Callable<Integer> {
    private static final String MAINTAINS = "maintains ";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port, on the loopback interface; 0 takes a free one.")
    private int port;

    @Option(names = "--world", paramLabel = "FILE", description = "The world, as a snapshot; without it there is none.")
    private @Nullable Path world;

    @Option(
            names = "--libraries",
            paramLabel = "NAME",
            defaultValue = "django-3-2",
            description = "The libraries the server runs on: django-3-2 or django-5-2.")
    @SuppressWarnings("NullAway.Init")
    private LibraryStack libraries;

    @Option(
            names = "--profile",
            paramLabel = "VERSION",
            defaultValue = "3.2",
            description = "The Patchwork that answers: 3.1, 3.2 or 4.0 (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Profile profile;

    @Option(
            names = "--events",
            paramLabel = "TROUBLE",
            split = ",",
            description = "What goes wrong with events: equal-dates, late, completed-early, completed-twice,"
                    + " completed-never; can be repeated.")
    private List<EventTrouble> events = List.of();

    @Option(names = "--project", paramLabel = "LINK=LIST-ID", description = "Adds a project; can be repeated.")
    private List<String> projects = List.of();

    @Option(
            names = "--user",
            paramLabel = "NAME:TOKEN[:maintains LINK]",
            description = "Adds a user, who may maintain projects (several with commas); can be repeated.")
    private List<String> users = List.of();

    @Option(
            names = "--mbox",
            paramLabel = "FILE",
            description = "Delivers the mails of an archive at the start; can be repeated.")
    private List<Path> archives = List.of();

    @Option(
            names = "--list-id",
            paramLabel = "ID",
            description = "The mailing list that the mails came by, once for all archives or once for each of them;"
                    + " without it their headers tell.")
    private List<String> listIds = List.of();

    @Option(
            names = "--fault",
            paramLabel = "SCRIPT",
            description = "A file with one fault on each line; lines that begin with # are comments.")
    private @Nullable Path faults;

    @Option(names = "--save", paramLabel = "FILE", description = "Saves the world there in the end, as a snapshot.")
    private @Nullable Path save;

    @Option(names = "--lenient", description = "Does not tell which requests a real server would misread.")
    private boolean lenient;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (FakePatchwork server = started()) {
            server.openControls();
            addFaults(server);
            if (save != null) {
                saveAtTheEnd(server, save, spec.commandLine().getErr());
            }
            out.println("listening on http://127.0.0.1:" + server.port() + "/");
            out.flush();
            awaitEnd();
        }
        return 0;
    }

    /** Starts the server; what the options name must fit together before that. */
    private FakePatchwork started() {
        if (port < 0 || port > 65_535) {
            throw misuse("--port is from 0 to 65535: " + port);
        }
        if (save != null && !Files.isDirectory(folderOf(save))) {
            throw misuse("--save: there is no folder " + folderOf(save));
        }
        archives.forEach(archive -> insistOn("--mbox", archive));
        try {
            return builder().start();
        } catch (IllegalArgumentException e) {
            throw misuse(Main.message(e));
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    private void insistOn(String option, Path file) {
        if (!Files.isReadable(file)) {
            throw misuse(option + ": there is no file to read at " + file);
        }
    }

    private void addFaults(FakePatchwork server) throws IOException {
        if (faults == null) {
            return;
        }
        insistOn("--fault", faults);
        List<String> lines = Files.readAllLines(faults);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            try {
                if (!line.isBlank() && !line.startsWith("#")) {
                    server.fault(line);
                }
            } catch (IllegalArgumentException e) {
                throw misuse("--fault: " + faults + ", line " + (i + 1) + ": " + Main.message(e));
            }
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Waits for the end of the process, or of the thread where the command runs inside another program. */
    private static void awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException askedToEnd) {
            Thread.currentThread().interrupt();
        }
    }

    private FakePatchworkBuilder builder() {
        FakePatchworkBuilder builder = FakePatchwork.builder()
                .port(port)
                .libraries(libraries)
                .profile(profile)
                .eventTroubles(events.toArray(EventTrouble[]::new))
                .lenient()
                .realFaults();
        if (world != null) {
            insistOn("--world", world);
            try {
                builder.world(world);
            } catch (IllegalArgumentException e) {
                throw misuse("--world: " + world + ": " + Main.message(e));
            }
        }
        if (!lenient) {
            PrintWriter err = spec.commandLine().getErr();
            builder.onMisreading(entry -> {
                err.println("a real server would misread " + entry);
                err.flush();
            });
        }
        projects.forEach(project -> addProject(builder, project));
        addMails(builder);
        users.forEach(user -> addUser(builder, user));
        return builder;
    }

    private void addProject(FakePatchworkBuilder builder, String project) {
        int equals = project.indexOf('=');
        if (equals < 1 || equals == project.length() - 1) {
            throw misuse("a project is LINK=LIST-ID: \"" + project + "\"");
        }
        builder.project(project.substring(0, equals), project.substring(equals + 1));
    }

    private void addUser(FakePatchworkBuilder builder, String user) {
        String[] parts = user.split(":", 3);
        boolean maintains = parts.length == 3 && parts[2].startsWith(MAINTAINS);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty() || (parts.length == 3 && !maintains)) {
            throw misuse("a user is NAME:TOKEN[:maintains LINK]: \"" + user + "\"");
        }
        builder.user(
                parts[0],
                parts[1],
                maintains ? parts[2].substring(MAINTAINS.length()).split(",", -1) : new String[0]);
    }

    private void addMails(FakePatchworkBuilder builder) {
        PrintWriter err = spec.commandLine().getErr();
        builder.onDelivery((archive, mails) -> {
            MailSummary.of(mails).forEach(line -> err.println(archive + ": " + line));
            err.flush();
        });
        boolean one = listIds.size() == 1 && !archives.isEmpty();
        if (!listIds.isEmpty() && !one && listIds.size() != archives.size()) {
            throw misuse("--list-id is given once for all archives of --mbox, or once for each of them");
        }
        for (int i = 0; i < archives.size(); i++) {
            if (listIds.isEmpty()) {
                builder.mail(archives.get(i));
            } else {
                builder.mail(archives.get(i), listIds.get(one ? 0 : i));
            }
        }
    }

    /** Nobody ends this program but by killing it, so that the end is the last thing the process does. */
    private static void saveAtTheEnd(FakePatchwork server, Path file, PrintWriter err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.save(file);
            } catch (IOException e) {
                err.println("the world could not be saved: " + Main.message(e));
                err.flush();
            }
        }));
    }
}
