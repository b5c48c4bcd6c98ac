package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.Arrays;
import org.immutables.value.Value;

/** A webhook: an address that Patchwork 4.0 tells of the events of a project. The server never shows its secret. */
@Value.Immutable
@ModelStyle
public interface Webhook extends WithWebhook {
    /** {@return the id of the webhook, unique on its server} */
    long id();

    /** {@return the address that is told of events, to be treated as opaque text: the server does not look at it} */
    String url();

    /**
     * {@return of which events it is told: {@code *} for all, or the names of categories with commas between them, as
     * somebody wrote them}
     */
    String events();

    /** {@return whether it is told of anything at all} */
    boolean active();

    /** {@return when it was made} */
    Instant created();

    /**
     * Tells whether the webhook is told of events of a category.
     *
     * @param category the category
     * @return whether it is active and the category is among its events
     */
    default boolean isToldOf(EventCategory category) {
        return active()
                && (events().equals("*")
                        || Arrays.stream(events().split(",", -1))
                                .anyMatch(name -> name.strip().equals(category.value())));
    }

    /**
     * Called when a value is built.
     *
     * @throws IllegalArgumentException if the id is negative
     */
    @Value.Check
    default void validate() {
        Ids.requireValid(id());
    }

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Webhook}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableWebhook.Builder {
        Builder() {}
    }
}
