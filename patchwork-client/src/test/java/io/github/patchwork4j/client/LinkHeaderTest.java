package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.LinkHeader.Next;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://a/?page=2>; rel=\"next\", <http://a/?page=1>; rel=\"first\"",
                "</?page=1>; rel=\"first\", </?page=2>; rel=\"next\"",
                "<http://a/?x=1,2;rel=last&page=2>;rel=next",
                "<http://a/>; title=\"a, b; rel=\\\"last\\\"\"; REL=\"next\"",
                "<http://a/>; rel=\"prev next\"",
            })
    void aNextPageIsSeenWhereverItStands(String header) {
        assertThat(LinkHeader.of(List.of(header)).next()).isEqualTo(Next.YES);
    }

    @Test
    void severalHeadersAreReadTogether() {
        assertThat(LinkHeader.of(List.of("<a>; rel=\"first\"", "<b>; rel=\"next\""))
                        .next())
                .isEqualTo(Next.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<http://a/?page=1>; rel=\"first\"", "<a>; rel=\"prev\", <b>; rel=\"last\""})
    void linksToOtherPagesOnlyMeanThatThereIsNoNext(String header) {
        assertThat(LinkHeader.of(List.of(header)).next()).isEqualTo(Next.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<", ",,,", "</api/schemas/Patch.json>; rel=\"describedBy\"", "<a>; rel", "\"", "<next>"})
    void otherLinksTellNothing(String header) {
        assertThat(LinkHeader.of(List.of(header)).next()).isEqualTo(Next.NOT_TOLD);
    }
}
