package io.github.patchwork4j.testing;

import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.testing.FakePatchworkBuilder.Settings;
import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.intake.MailIn;
import io.github.patchwork4j.testing.internal.intake.Postman;
import io.github.patchwork4j.testing.internal.server.FaultRule;
import io.github.patchwork4j.testing.internal.server.Hook;
import io.github.patchwork4j.testing.internal.server.HttpServer;
import io.github.patchwork4j.testing.internal.server.Reception;
import io.github.patchwork4j.testing.internal.server.RecordedExchange;
import io.github.patchwork4j.testing.internal.server.Site;
import io.github.patchwork4j.testing.internal.snapshot.SnapshotWriter;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import okhttp3.HttpUrl;
import okio.BufferedSink;
import okio.Okio;

/**
 * A Patchwork server in this process, which answers as a real one does: all versions of the API, filters, pages, logins,
 * permissions and downloads, over a world of its own.
 *
 * <pre>{@code
 * try (FakePatchwork patchwork = FakePatchwork.builder().world(Path.of("world.json")).start()) {
 *     String url = patchwork.url() + "api/1.4/patches/";
 *     ...
 * }
 * }</pre>
 *
 * <p>It listens on the loopback interface only, several can run side by side, and one can serve many clients at once. The
 * urls in its answers start with what the client sent as {@code Host}. Writes change the world and make events as the real
 * server does, each of them as a whole.
 *
 * <p>It is strict: a request that a real server would misread without a word fails the test, see
 * {@link FakePatchworkBuilder#lenient}.
 */
public final class FakePatchwork implements AutoCloseable {
    private static final String USER_AGENT = "fake-patchwork-client/1 (test@example.org)";

    private final Settings settings;
    private final ShiftedClock clock;
    private final Reception reception;
    private final HttpServer server;
    private final Journal journal;
    private final WebhookJournal webhooks = new WebhookJournal();
    private final List<PatchworkClient> clients = new CopyOnWriteArrayList<>();
    private volatile World world;

    FakePatchwork(Settings settings) {
        this.settings = settings;
        this.clock = new ShiftedClock(settings.clock());
        this.journal = new Journal(clock, settings.onMisreading());
        this.world = settings.origin().newWorld(clock);
        this.reception = new Reception(new Site(world, clock), clock, settings.strictness(), journal);
        webhooks.open(world);
        try {
            this.server = HttpServer.start(settings.port(), reception);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + settings.port(), e);
        }
    }

    /**
     * Starts a server with an empty world on a free port.
     *
     * @return a running server
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static FakePatchwork start() {
        return builder().start();
    }

    /**
     * Returns a builder for a server with a world.
     *
     * @return a builder for an empty world on a free port
     */
    public static FakePatchworkBuilder builder() {
        return new FakePatchworkBuilder(new WorldOrigin());
    }

    /**
     * Returns where the server is.
     *
     * @return its root, with a slash at the end
     */
    public HttpUrl url() {
        return HttpUrl.get("http://127.0.0.1:" + port() + "/");
    }

    /**
     * Returns the port that the server listens on.
     *
     * @return never 0
     */
    public int port() {
        return server.port();
    }

    /**
     * Writes the world as it is now into a file, in the <a href="package-summary.html#snapshot">snapshot format</a>.
     *
     * @param file the file, which is overwritten
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        World saved = world;
        Lock reading = saved.lock().readLock();
        reading.lock();
        try (BufferedSink sink = Okio.buffer(Okio.sink(Files.newOutputStream(file)))) {
            SnapshotWriter.write(saved, sink);
        } finally {
            reading.unlock();
        }
    }

    /**
     * Returns a client of this server, which nobody has logged in. It is closed together with the server.
     *
     * @return a new client that reads times in the time zone of the world
     */
    public PatchworkClient client() {
        return remember(clientBuilder().build());
    }

    /**
     * Returns a client of this server with the token of a user. It is closed together with the server.
     *
     * @param username a user of the world
     * @return a new client
     * @throws IllegalArgumentException if there is no such user, or the user has no token
     */
    public PatchworkClient client(String username) {
        UserRow user = world.users().named(username);
        String token = user == null ? null : user.account().token();
        if (token == null) {
            throw new IllegalArgumentException("no user with a token is called \"" + username + "\"");
        }
        return remember(clientBuilder().credentials(Credentials.token(token)).build());
    }

    private PatchworkClient.Builder clientBuilder() {
        return PatchworkClient.builder(url().toString()).userAgent(USER_AGENT).serverZone(ZoneId.of(world.timeZone()));
    }

    private PatchworkClient remember(PatchworkClient client) {
        clients.add(client);
        return client;
    }

    /**
     * Lets time pass: the clock of the server goes on by so much, in an instant.
     *
     * @param duration how long, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration duration) {
        clock.advance(duration);
    }

    /**
     * Returns what the server was asked since it was started or {@link #reset}.
     *
     * @return a copy, in the order in which the requests were answered
     */
    public List<JournalEntry> requests() {
        return journal.entries();
    }

    /**
     * Counts the requests since the server was started or {@link #reset}.
     *
     * @return the size of {@link #requests}
     */
    public int requestCount() {
        return journal.entries().size();
    }

    /**
     * Delivers a mail, as a mailing list does: it becomes a patch, a cover letter or a comment, joins a series or begins one,
     * and makes the events that it makes on a real server.
     *
     * @param mail the mail
     * @return what became of it; its project is told by List-Id and the like
     */
    public DeliveredMail deliver(Mail mail) {
        return new MailIn(world, clock).take(mail, Optional.empty());
    }

    /**
     * Delivers mails.
     *
     * @param mails one mail, or an mbox of many
     * @return what became of each, in their order
     */
    public List<DeliveredMail> deliver(String mails) {
        return deliver(Bytes.ofUtf8(mails), Optional.empty());
    }

    List<DeliveredMail> deliver(Bytes mails, Optional<String> listId) {
        return Postman.deliver(ArchiveReader.of(SplitRule.AUTO).read(mails), new MailIn(world, clock), listId);
    }

    /**
     * Delivers the mails of an archive: a mail, an mbox, a Maildir or a folder of mails, compressed or not.
     *
     * @param archive a file or a folder
     * @return what became of each, in their order
     * @throws UncheckedIOException if it cannot be read
     */
    public List<DeliveredMail> deliver(Path archive) {
        return Postman.deliver(archive, new MailIn(world, clock), Optional.empty());
    }

    /**
     * Delivers the mails of an archive that all came by one list, such as what {@code git format-patch} wrote.
     *
     * @param archive a mail, an mbox, a Maildir or a folder of mails, compressed or not
     * @param listId the List-Id of the list, whatever their headers say; one that no project has gets a project called by its
     *     first word
     * @return what became of each, in their order
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if another project has that name
     */
    public List<DeliveredMail> deliver(Path archive, String listId) {
        return Postman.deliver(archive, new MailIn(world, clock), Optional.of(listId));
    }

    /**
     * Changes the world from behind the server, as a test needs it.
     *
     * @return makes series, patches, comments, checks, bundles, projects and users, and deletes some of them
     */
    public WorldEditor edit() {
        return new WorldEditor(world, clock);
    }

    /**
     * Takes back everything that happened to the world, and empties the journal. Faults and the clock stay.
     */
    public void reset() {
        World fresh = settings.origin().newWorld(clock);
        world = fresh;
        reception.replace(new Site(fresh, clock));
        webhooks.open(fresh);
        journal.clear();
    }

    /**
     * Runs something once, before a request is looked at: between two pages of a list, or between a read and the write that
     * follows it. It runs on a thread of the server and may send requests itself.
     *
     * @param method the method of the request
     * @param path how the path of the request begins, such as {@code /api/1.3/patches/}
     * @param nth before which one of these requests, counted from 1 and from now
     * @param work what runs
     * @throws IllegalArgumentException if the count is below 1
     */
    public void before(String method, String path, int nth, Runnable work) {
        if (nth < 1) {
            throw new IllegalArgumentException("requests are counted from 1: " + nth);
        }
        reception.add(new Hook(method, path, new AtomicInteger(nth), work));
    }

    /**
     * Waits until the webhooks of Patchwork 4.0 have been told of all events so far. They are told as that server tells them:
     * signed, once, some at a time; but only those on this machine, so that no test disturbs others.
     *
     * @param longest how long to wait at most
     * @return what was posted since the server was started or {@link #reset}, in the order in which it was over
     * @throws IllegalStateException if it takes longer
     * @throws InterruptedException if the thread is interrupted
     */
    public List<WebhookPost> awaitWebhooks(Duration longest) throws InterruptedException {
        return webhooks.await(longest);
    }

    /**
     * Deletes old events, as some sites do every night.
     *
     * @param age how old, on the clock of the server
     */
    public void purgeEvents(Duration age) {
        World now = world;
        now.lock().writeLock().lock();
        try {
            new EventLog(now, clock).purge(age);
        } finally {
            now.lock().writeLock().unlock();
        }
    }

    /**
     * Lays a recorded exchange over the world: from now on a request of its method, path and query is answered as it was,
     * whatever the world is like, and changes nothing. Of several for the same method and target one counts that was recorded
     * with the same body, then one with the same Authorization, then the last one; {@link #reset} leaves them.
     *
     * @param recorded a file with a JSON object: {@code request} with {@code method} and {@code path} (and query), and
     *     {@code response} with {@code status}, {@code headers} and {@code body}, which is a text or the JSON that was sent
     * @param origin where it was recorded, such as {@code https://patchwork.example.org}; urls in the answer that begin so begin
     *     with this server instead
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it is no recorded exchange
     */
    public void overlay(Path recorded, String origin) {
        try {
            reception.add(RecordedExchange.parse(Files.readString(recorded), origin));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the exchange " + recorded, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(recorded + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes some requests fail, or their answers come damaged. A fault is one line: a method or {@code *}, how the path
     * begins, and what happens in words divided by spaces, such as
     * {@code GET /api/1.3/events/ nth=2 times=1 status=429 header=Retry-After:30}.
     *
     * <ul>
     *   <li>{@code nth=N}, {@code times=N}: it begins with the nth such request (1) and meets so many (all);
     *   <li>{@code chance=0.1}, {@code seed=N}: it only meets that share of them, the same ones for the same seed;
     *   <li>{@code status=N}: this status instead of an answer, with {@code body=html} or {@code body=json},
     *       {@code type=CONTENT-TYPE}, {@code header=NAME:VALUE} and {@code location=URL};
     *   <li>{@code botwall}: a page with status 200 that wants a browser;
     *   <li>{@code reset}: the connection is reset;
     *   <li>{@code revoked}: the token is no longer good, also if it was until now;
     *   <li>{@code missing}: the object with the id in the path is not there, or not yet;
     *   <li>{@code after}: what stands instead of an answer comes after the request was carried out, not before;
     *   <li>{@code delay=MILLIS}: the first octet is late; {@code stall}: it never comes;
     *   <li>{@code dribble=N}, {@code pause=MILLIS}: the body comes in pieces of so many octets, with pauses;
     *   <li>{@code truncate=N}: the body ends there, though more was promised; {@code length=N}: so much more is promised
     *       than there is; {@code damage}: an octet that is no UTF-8 stands in the middle.
     * </ul>
     *
     * Of several faults that meet a request the one that was added first happens.
     *
     * @param line the fault
     * @throws IllegalArgumentException if the line cannot be read
     */
    public void fault(String line) {
        reception.add(FaultRule.parse(line));
    }

    /** Tells whether the server was stopped. */
    boolean isClosed() {
        return server.isClosed();
    }

    /** Returns the world as it is now. */
    World world() {
        return world;
    }

    /**
     * Opens paths below {@code /fake/} to programs in other languages: {@code GET /fake/requests} shows the journal as a list
     * of objects, {@code POST /fake/reset} does what {@link #reset} does, and {@code POST /fake/mail} delivers the mail or the
     * mbox in its body and answers with a list of what became of each; {@code ?list-id=ID} says by which list they came, whatever
     * their headers say. {@code GET /fake/webhooks} does what {@link #awaitWebhooks} does.
     */
    public void openControls() {
        new Controls(this).openAt(reception);
    }

    /**
     * Stops the server; its world is gone unless it was saved.
     *
     * @throws AssertionError if a request was refused because a real server would have misread it, or would have failed
     */
    @Override
    public void close() {
        clients.forEach(PatchworkClient::close);
        server.close();
        webhooks.close();
        journal.insistOnNoRefusals();
    }
}
