package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.PatchworkClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whose server it is that somebody asks for. */
class PatchworkExtensionScopesTest {
    private static final List<FakePatchwork> STARTED = new ArrayList<>();

    @AfterAll
    static void allServersWereStopped() {
        assertThat(STARTED).hasSizeGreaterThanOrEqualTo(4).allMatch(FakePatchwork::isClosed);
    }

    @Nested
    @PatchworkTest
    @TestInstance(TestInstance.Lifecycle.PER_METHOD)
    class OfTheConstructor {
        private static final Set<FakePatchwork> SEEN = new HashSet<>();

        private final FakePatchwork own;
        private final PatchworkClient client;

        OfTheConstructor(FakePatchwork own, PatchworkClient client) {
            this.own = own;
            this.client = client;
        }

        @BeforeEach
        void isTheSameBefore(FakePatchwork server) {
            assertThat(server).isSameAs(own);
        }

        @RepeatedTest(3)
        void isThatOfOneTest(FakePatchwork server) {
            assertThat(server).isSameAs(own);
            assertThat(SEEN.add(server)).isTrue();
            STARTED.add(server);
            assertThat(client.patches().list()).isEmpty();
        }

        @Test
        @PatchworkTest(profile = Profile.PATCHWORK_4_0)
        void isOfTheProfileOfTheTest() {
            assertThat(client.server().dialect()).hasToString("Patchwork 4.0");
        }
    }

    @Nested
    @PatchworkTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfTheClass {
        private FakePatchwork before;
        private int tests;

        @BeforeAll
        void start(FakePatchwork server) {
            before = server;
            STARTED.add(server);
            server.edit().patch("boil");
        }

        @RepeatedTest(2)
        void isThatOfAllTests(FakePatchwork server, PatchworkClient client) {
            assertThat(server).isSameAs(before);
            assertThat(client.patches().list()).hasSize(++tests);
            server.edit().patch("pour");
        }
    }
}
