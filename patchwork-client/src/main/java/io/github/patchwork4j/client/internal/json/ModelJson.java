package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.Moshi;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.Headers;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchState;
import java.time.Instant;

/** Puts the adapters of all types of the model together. */
public final class ModelJson {
    private ModelJson() {}

    /**
     * Returns a Moshi that reads and writes the model.
     *
     * @param options how
     * @return a new Moshi, safe to share between threads
     */
    public static Moshi moshi(JsonOptions options) {
        return new Moshi.Builder()
                .add(MessageId.class, new TextAdapter<>(MessageId::of, MessageId.NONE))
                .add(PatchState.class, new TextAdapter<>(PatchState::of, PatchState.NONE))
                .add(CheckState.class, new TextAdapter<>(CheckState::of, null))
                .add(EventCategory.class, new TextAdapter<>(EventCategory::of, null))
                .add(Instant.class, new InstantAdapter(options.mailZone(), options.zonedDates()))
                .add(Headers.class, new HeadersAdapter())
                .add(ListAdapter::create)
                .add(EventAdapter.factory(options.strict()))
                .add(new ModelAdapterFactory(options))
                .build();
    }
}
