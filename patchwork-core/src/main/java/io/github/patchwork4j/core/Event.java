package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that happened on the server. */
@Value.Immutable
@ModelStyle
public interface Event extends WithEvent {
    /** {@return the id of the event; later events tend to have higher ids, but do not rely on it} */
    long id();

    /** {@return what kind of thing happened} */
    EventCategory category();

    /** {@return the project it happened in} */
    ProjectRef project();

    /**
     * {@return when it happened. Patchwork 3.x sends it in the server's own time zone and does not tell which that is:
     * the client has to be told. Events may become visible later than their date, and several may have the same}
     */
    Instant date();

    /** {@return who did it; absent for what a mail did, and if that user is gone} */
    Optional<UserRef> actor();

    /** {@return what it happened to; test it with {@code instanceof}. Unknown and empty if the server does not tell} */
    @Value.Default
    default EventPayload payload() {
        return EventPayload.Unknown.builder().build();
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

    /** Makes {@link Event}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableEvent.Builder {
        Builder() {}
    }
}
