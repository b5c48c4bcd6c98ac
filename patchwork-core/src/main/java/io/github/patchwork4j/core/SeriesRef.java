package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A series as other objects embed it, and whatever else identifies one: a {@link Series} is one too. */
@Value.Immutable
@ModelStyle
public interface SeriesRef extends WithSeriesRef {
    /** {@return the id of the series, unique on its server} */
    long id();

    /**
     * {@return the address of the series in the API, with the origin as the server saw it; empty where Patchwork 4.0
     * leaves it out, in the payload of events}
     */
    @Value.Default
    default String url() {
        return "";
    }

    /**
     * {@return the address of the web page of the series, to be treated as opaque text: Patchwork 4.0 builds it on the
     * project's home page, unescaped, and leaves it out if there is none}
     */
    @SinceApi("1.1")
    Optional<String> webUrl();

    /**
     * {@return when the first mail of the series that arrived was sent; {@link Instant#EPOCH} where Patchwork 4.0
     * leaves it out}
     */
    @Value.Default
    default Instant date() {
        return Instant.EPOCH;
    }

    /**
     * {@return the name, absent as long as neither the cover letter nor the first patch has arrived; with the prefixes
     * in brackets if it is that of the first patch}
     */
    Optional<String> name();

    /** {@return the version that the subjects tell, 1 if they tell none; 0 where Patchwork 4.0 leaves it out} */
    @Value.Default
    default int version() {
        return 0;
    }

    /**
     * {@return the address the server gives for the series as mails; on Patchwork 4.0 it leads nowhere, or is empty;
     * download by id instead}
     */
    @Value.Default
    default String mboxUrl() {
        return "";
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

    /** Makes {@link SeriesRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableSeriesRef.Builder {
        Builder() {}
    }
}
