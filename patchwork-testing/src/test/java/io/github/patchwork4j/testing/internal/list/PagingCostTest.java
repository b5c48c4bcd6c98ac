package io.github.patchwork4j.testing.internal.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.internal.http.Query;
import io.github.patchwork4j.testing.internal.state.CountedPatches;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.ApiVersion;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of a whole list costs, counted in rows that are looked at. */
class PagingCostTest {

    @ParameterizedTest
    @ValueSource(strings = {"page=1", "page=4000", "page=last", "page=3&order=-id", "page=2000&order=id"})
    void aPageLooksAtItsOwnRowsOnly(String parameters) {
        CountedPatches patches = new CountedPatches();
        World world = new World();
        Query query = Query.parse(parameters + "&per_page=250");

        Listing.Result<PatchRow> all =
                new Listings(world).patches().read(Source.of(patches), query, ApiVersion.none(4), world);
        Page page = Objects.requireNonNull(Page.of(query, all.count()));
        List<PatchRow> rows = List.copyOf(page.of(all.rows()));

        assertThat(rows).hasSize(250);
        assertThat(patches.seen()).isEqualTo(250);
    }
}
