package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks through lists in which rows come and go between any two requests. */
class SteadyPagesTest {
    private static final int WALKS = Integer.getInteger("patchwork.walks", 300);
    private static final int CHANGES = 100;

    /** A server whose list changes before each answer, for a while. */
    private static final class Changing implements PageSource<Long> {
        private final Random random;
        private final WalkTest.Links links;
        private final boolean rising;
        private final int largestPage;
        private final List<Long> rows = new ArrayList<>();
        private final Set<Long> gone = new HashSet<>();
        private long highest = 1000;
        private int requests;

        Changing(int seed, WalkTest.Links links) {
            this.random = new Random(seed);
            this.links = links;
            this.rising = seed % 2 == 0;
            this.largestPage = List.of(250, 250, 40, 11).get(random.nextInt(4));
            rows.addAll(
                    LongStream.rangeClosed(1, 200 + random.nextInt(400)).boxed().toList());
            if (!rising) {
                Collections.reverse(rows);
            }
        }

        private void change() {
            for (int i = random.nextInt(12); i > 0 && rows.size() > 5; i--) {
                // Most leave at the beginning, where they shift what comes.
                gone.add(rows.remove(random.nextInt(1 + random.nextInt(rows.size()))));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                rows.add(rising ? rows.size() : 0, ++highest);
            }
        }

        @Override
        public Task<Rows<Long>> page(Cursor cursor) {
            return Task.done(cursor).map(this::answer);
        }

        private Rows<Long> answer(Cursor cursor) {
            assertThat(++requests).as("requests of a walk").isLessThan(2000);
            if (requests < CHANGES) {
                change();
            }
            return page(cursor.page(), Math.min(largestPage, cursor.pageSize()));
        }

        private Rows<Long> page(int page, int size) {
            int last = Math.max(1, (rows.size() + size - 1) / size);
            List<Long> items = page > last
                    ? List.of()
                    : List.copyOf(rows.subList((page - 1) * size, Math.min(rows.size(), page * size)));
            LinkHeader.Next next = links == WalkTest.Links.NONE
                    ? LinkHeader.Next.NOT_TOLD
                    : page < last ? LinkHeader.Next.YES : LinkHeader.Next.NO;
            return new Rows<>(items, page > last ? LinkHeader.NONE : new LinkHeader(next, OptionalInt.empty()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WalkTest.Links.class,
            names = {"WITHOUT_LAST", "NONE"})
    void nothingThatStaysIsLostAndNothingIsRepeated(WalkTest.Links links) {
        for (int seed = 0; seed < WALKS; seed++) {
            Changing server = new Changing(seed, links);
            Set<Long> staying = new HashSet<>(server.rows);
            List<Long> seen = new ArrayList<>();

            PageWalk<Long> walk = new SteadyPages<>(Long::longValue, 20, Long.MAX_VALUE);
            new PageIterator<>(walk, new PageReader<>(server, 0)).forEachRemaining(page -> seen.addAll(page.items()));

            staying.removeAll(server.gone);
            assertThat(seen).as("seed " + seed).doesNotHaveDuplicates();
            if (links != WalkTest.Links.NONE) {
                // Without links a page of rows that all were seen looks like the last one.
                assertThat(seen).as("seed " + seed).containsAll(staying);
            }
            assertThat(seen)
                    .as("seed " + seed)
                    .isSortedAccordingTo(
                            (one, other) -> server.rising ? Long.compare(one, other) : Long.compare(other, one));
        }
    }
}
