package io.github.patchwork4j.testing;

import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Says what must have become of a fake.
 *
 * <pre>{@code
 * assertThat(fake).patch(42).hasCheck("ci-build", CheckState.SUCCESS).hasState(PatchState.ACCEPTED);
 * assertThat(fake).wrote("POST", "/api/1.3/patches/42/checks/").hasRequestCount(3);
 * }</pre>
 */
public final class PatchworkAssertions {
    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

    private final FakePatchwork fake;

    private PatchworkAssertions(FakePatchwork fake) {
        this.fake = fake;
    }

    /**
     * Starts to speak about a fake.
     *
     * @param fake the fake
     * @return what can be said
     */
    public static PatchworkAssertions assertThat(FakePatchwork fake) {
        return new PatchworkAssertions(fake);
    }

    /**
     * Says that a request was carried out.
     *
     * @param method its method
     * @param path its path
     * @return this
     * @throws AssertionError if there was none whose answer had a status from 200 to 299
     */
    public PatchworkAssertions wrote(String method, String path) {
        List<JournalEntry> requests = fake.requests();
        boolean done = requests.stream()
                .anyMatch(entry ->
                        entry.method().equals(method) && entry.target().equals(path) && entry.status() / 100 == 2);
        return insist(done, "no successful " + method + " " + path + " among " + requests);
    }

    /**
     * Says how many requests there were.
     *
     * @param count how many
     * @return this
     * @throws AssertionError if there were more or less
     */
    public PatchworkAssertions hasRequestCount(int count) {
        List<JournalEntry> requests = fake.requests();
        return insist(requests.size() == count, requests.size() + " requests instead of " + count + ": " + requests);
    }

    /**
     * Goes on with a patch.
     *
     * @param id its id
     * @return what can be said about it
     * @throws AssertionError if there is no such patch
     */
    public OfPatch patch(long id) {
        insist(read(world -> world.patches().find(id) != null), "there is no patch " + id);
        return new OfPatch(id);
    }

    private <T> T read(Function<World, T> reader) {
        World world = fake.world();
        var reading = world.lock().readLock();
        reading.lock();
        try {
            return reader.apply(world);
        } finally {
            reading.unlock();
        }
    }

    private PatchworkAssertions insist(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
        return this;
    }

    /**
     * Says that nobody changed anything through the server.
     *
     * @return this
     * @throws AssertionError if a request that was no GET, HEAD or OPTIONS was answered with a status from 200 to 299
     */
    public PatchworkAssertions wroteNothing() {
        List<JournalEntry> writes = fake.requests().stream()
                .filter(entry -> !READS.contains(entry.method()) && entry.status() / 100 == 2)
                .toList();
        return insist(writes.isEmpty(), "there was something written: " + writes);
    }

    /** Says what must have become of a patch. */
    public final class OfPatch {
        private final long id;

        private OfPatch(long id) {
            this.id = id;
        }

        /**
         * Says that the newest check of a context, whoever posted it, has a state.
         *
         * @param context the context
         * @param state the state
         * @return this
         * @throws AssertionError if it has another one, or there is no check of the context
         */
        public OfPatch hasCheck(String context, CheckState state) {
            List<CheckRow> checks = read(world -> world.checks().of(id)).stream()
                    .filter(check -> check.context().equals(context))
                    .toList();
            insist(!checks.isEmpty(), "patch " + id + " has no check of the context \"" + context + "\"");
            String word = checks.get(checks.size() - 1).state().word();
            insist(
                    word.equals(state.toString().toLowerCase(Locale.ROOT)),
                    "the check \"" + context + "\" of patch " + id + " is " + word + ", not " + state);
            return this;
        }

        /**
         * Says in which state the patch is.
         *
         * @param state the state
         * @return this
         * @throws AssertionError if it is in another one
         */
        public OfPatch hasState(PatchState state) {
            String slug = read(world -> {
                PatchRow patch = world.patches().get(id);
                return world.states().get(patch.state()).slug();
            });
            insist(PatchState.of(slug).equals(state), "patch " + id + " is " + slug + ", not " + state);
            return this;
        }

        /**
         * Says that nobody posted a check of a context.
         *
         * @param context the context
         * @return this
         * @throws AssertionError if somebody did
         */
        public OfPatch hasNoCheck(String context) {
            boolean some = read(world -> world.checks().of(id)).stream()
                    .anyMatch(check -> check.context().equals(context));
            insist(!some, "patch " + id + " has a check of the context \"" + context + "\"");
            return this;
        }

        /**
         * Says to whom the patch is delegated.
         *
         * @param username the login name
         * @return this
         * @throws AssertionError if it is delegated to somebody else, or to nobody
         */
        public OfPatch hasDelegate(String username) {
            String delegate = read(world -> {
                UserRow user = world.users().find(world.patches().get(id).delegate());
                return user == null ? "" : user.username();
            });
            insist(
                    delegate.equals(username),
                    "patch " + id + " is delegated to " + (delegate.isEmpty() ? "nobody" : delegate) + ", not to "
                            + username);
            return this;
        }

        /**
         * Says that the patch is archived.
         *
         * @return this
         * @throws AssertionError if it is not
         */
        public OfPatch isArchived() {
            insist(read(world -> world.patches().get(id).archived()), "patch " + id + " is not archived");
            return this;
        }

        /**
         * Goes back to the fake as a whole.
         *
         * @return what can be said about it
         */
        public PatchworkAssertions and() {
            return PatchworkAssertions.this;
        }
    }
}
