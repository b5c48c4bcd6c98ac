package io.github.patchwork4j.testing.internal.four;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.CountedPatches;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Reversed;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.util.List;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of a whole list costs in 4.0, counted in rows that are looked at. */
class FourPagingCostTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2000, 4000})
    void aPageLooksAtItsOwnRowsOnly(int page) {
        CountedPatches patches = new CountedPatches();
        Request request = Request.of(
                "GET", "/api/1.4/patches/?per_page=250&page=" + page, Headers.of(), ByteString.EMPTY, "example.org");
        Call call = new Call(new World(), Clock.systemUTC(), request, 4, List.of(), null);

        Outcome outcome = new ListRules<PatchRow>(
                        any -> new Reversed<>(patches), (shapes, patch) -> new Shape(4).put("id", patch.id()))
                .answer(call);

        assertThat((List<?>) outcome.json()).hasSize(250);
        assertThat(patches.seen()).isEqualTo(250);
    }
}
