package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A series: patches that were sent together, with or without a cover letter. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Series extends SeriesRef, WithSeries {
    /** {@return the address of the series in the API, with the origin as the server saw it} */
    @Override
    String url();

    /** {@return when the first mail of the series that arrived was sent} */
    @Override
    Instant date();

    /** {@return the version that the subjects tell, 1 if they tell none} */
    @Override
    int version();

    /**
     * {@return the address the server gives for the series as mails; on Patchwork 4.0 it leads nowhere: download by id
     * instead}
     */
    @Override
    String mboxUrl();

    /** {@return the project that the series was sent to} */
    ProjectRef project();

    /** {@return who sent the first mail of the series that arrived} */
    PersonRef submitter();

    /** {@return how many patches the subjects announce} */
    int total();

    /** {@return how many patches have arrived; more than {@link #total()} when a later one was added} */
    int receivedTotal();

    /** {@return whether at least as many patches have arrived as were announced} */
    boolean receivedAll();

    /** {@return the cover letter, if there is one} */
    Optional<CoverRef> coverLetter();

    /** {@return the patches that have arrived: by date on Patchwork 3.x, by number on 4.0} */
    List<PatchRef> patches();

    /**
     * {@return the addresses of the series that this one depends on. Absent when the project does not show
     * dependencies; in lists of Patchwork 3.x also when a series before this one belongs to such a project}
     */
    @SinceApi("1.4")
    Optional<List<String>> dependencies();

    /** {@return the addresses of the series that depend on this one; absent like {@link #dependencies()}} */
    @SinceApi("1.4")
    Optional<List<String>> dependents();

    /** {@return what programs noted about the series; absent on Patchwork 3.x, which has no such thing} */
    Optional<Map<String, String>> metadata();

    /**
     * Called when a value is built: copies the lists and the map that it was given, which their owner may change. Those that are
     * not optional are copied anyway.
     *
     * @return the same, with lists and a map of its own
     */
    @Value.Check
    default Series withOwnCollections() {
        Optional<List<String>> needed = dependencies().map(List::copyOf);
        Optional<List<String>> needing = dependents().map(List::copyOf);
        Optional<Map<String, String>> notes = metadata().map(OwnMap::of);
        boolean own = isSame(needed, dependencies()) && isSame(needing, dependents()) && isSame(notes, metadata());
        return own ? this : withDependencies(needed).withDependents(needing).withMetadata(notes);
    }

    private static boolean isSame(Optional<?> one, Optional<?> other) {
        return one.orElse(null) == other.orElse(null);
    }

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Series}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableSeries.Builder {
        Builder() {}
    }
}
