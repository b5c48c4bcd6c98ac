package io.github.patchwork4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final PersonRef ALICE = PersonRef.builder()
            .id(1)
            .url("https://patchwork.example.org/api/1.2/people/1/")
            .name("Alice Author")
            .email("alice@example.com")
            .build();

    @Test
    void aBuilderNamesEveryMissingAttribute() {
        assertThatThrownBy(() -> PersonRef.builder().id(1).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("url")
                .hasMessageContaining("email");
    }

    @Test
    void aBuilderNamesTheAttributeThatIsNull() {
        PersonRef.Builder builder = PersonRef.builder();
        assertThatThrownBy(() -> builder.email(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("email");
    }

    @Test
    void aBuilderRefusesAnIdThatNoServerGives() {
        assertThatThrownBy(() -> ALICE.withId(-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id is negative: -3");
    }

    @Test
    void withChangesOneAttributeOfACopy() {
        PersonRef renamed = ALICE.withName("Alice Writer");

        assertThat(renamed.name()).hasValue("Alice Writer");
        assertThat(renamed.email()).isEqualTo("alice@example.com");
        assertThat(ALICE.name()).hasValue("Alice Author");
        assertThat(renamed.withName(Optional.of("Alice Author")))
                .isEqualTo(ALICE)
                .hasSameHashCodeAs(ALICE);
    }

    @Test
    void aDetailStandsWhereverItsEmbeddedFormDoes() {
        ProjectRef project = ProjectRef.builder()
                .id(1)
                .url("")
                .name("Core Library")
                .linkName("core")
                .listId("core.lists.example.org")
                .listEmail("core@lists.example.org")
                .webUrl("")
                .scmUrl("")
                .webscmUrl("")
                .build();
        Patch patch = Patch.builder()
                .id(7)
                .url("")
                .messageId(MessageId.of("one@example.com"))
                .date(Instant.EPOCH)
                .name("[1/2] frob: rename")
                .mboxUrl("")
                .project(project)
                .state(PatchState.NEW)
                .archived(false)
                .submitter(ALICE)
                .check(CheckState.PENDING)
                .checksUrl("")
                .headers(Headers.EMPTY)
                .content("")
                .addPrefixes("1/2")
                .build();

        PatchSummary row = PatchSummary.builder().from((PatchSummary) patch).build();
        PatchRef embedded = PatchRef.builder().from((PatchRef) row).build();

        assertThat(row.project()).isEqualTo(project);
        assertThat(embedded.id()).isEqualTo(7);
        assertThat(embedded.messageId()).isEqualTo(MessageId.of("<one@example.com>"));
        assertThat(patch.withState(PatchState.ACCEPTED).prefixes()).containsExactly("1/2");
    }

    @Test
    void aPatchOfAServerThatOnlyNamesItIsStillAPatch() {
        PatchRef related = PatchRef.builder().id(9).name("frob").build();

        assertThat(related.messageId()).isEqualTo(MessageId.NONE);
        assertThat(related.url()).isEmpty();
        assertThat(related.date()).isEqualTo(Instant.EPOCH);
    }
}
