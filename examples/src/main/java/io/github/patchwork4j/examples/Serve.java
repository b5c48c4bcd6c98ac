package io.github.patchwork4j.examples;

import io.github.patchwork4j.testing.FakePatchwork;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the fake server for clients in any language, until somebody ends the process. */
@Command(name = "serve", description = "Serves a world as a Patchwork server would, until killed.")
final class Serve implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port, on the loopback interface; 0 takes a free one.")
    private int port;

    @Option(names = "--world", required = true, paramLabel = "FILE", description = "The world, as a snapshot.")
    @SuppressWarnings("NullAway.Init")
    private Path world;

    @Option(
            names = "--lenient",
            description = "Answers also what a real server would misread. Accepted for clients' sake: it always does.")
    @SuppressWarnings("UnusedVariable") // the fake is not strict yet
    private boolean lenient;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (FakePatchwork server =
                FakePatchwork.builder().world(world).port(port).start()) {
            spec.commandLine().getOut().println("listening on http://127.0.0.1:" + server.port() + "/");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
