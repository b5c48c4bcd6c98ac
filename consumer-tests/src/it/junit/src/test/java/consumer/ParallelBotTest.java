package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.PatchworkTest;
import io.github.patchwork4j.testing.Profile;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests of a bot that run at the same time, each with a server of its own. */
@PatchworkTest
class ParallelBotTest {
    private static final int TIMES = 16;
    private static final CountDownLatch TOGETHER = new CountDownLatch(2);
    private static final Set<FakePatchwork> SERVERS = ConcurrentHashMap.newKeySet();

    private FakePatchwork field;

    @RepeatedTest(TIMES)
    void eachHasAServerOfItsOwn(FakePatchwork parameter, PatchworkClient client) throws InterruptedException {
        assertSame(field, parameter);
        assertTrue(SERVERS.add(parameter));
        TOGETHER.countDown();
        assertTrue(TOGETHER.await(30, TimeUnit.SECONDS), "the tests do not run at the same time");

        long patch = parameter.edit().patch("boil");
        assertEquals("boil", client.patches().get(patch).name());
        assertEquals(1, client.patches().list().toList().size());
    }

    @AfterAll
    static void thereWereAsManyServersAsTests() {
        assertEquals(TIMES, SERVERS.size());
    }

    @Test
    void itIsTheJunitThatIsMeant() {
        assertEquals(System.getProperty("junit.expected"), Test.class.getPackage().getImplementationVersion());
    }

    @Nested
    class Below {
        @Test
        @PatchworkTest(profile = Profile.PATCHWORK_4_0)
        void theNearestAnnotationCounts(PatchworkClient client) {
            assertEquals("PATCHWORK_4", client.server().dialect().name());
        }

        @Test
        void theOneAroundCountsElse(PatchworkClient client) {
            assertEquals("PATCHWORK_3", client.server().dialect().name());
        }
    }
}
