package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event, the type of whose payload its category tells. A payload of a category that is not known, or one that
 * is not what it should be, stays {@link EventPayload.Unknown}, so that one odd event does not hide all others.
 */
final class EventAdapter extends JsonAdapter<Event> {
    private static final Map<EventCategory, Class<? extends EventPayload>> TYPES = Map.ofEntries(
            Map.entry(EventCategory.SERIES_CREATED, EventPayload.SeriesCreated.class),
            Map.entry(EventCategory.COVER_CREATED, EventPayload.CoverCreated.class),
            Map.entry(EventCategory.PATCH_CREATED, EventPayload.PatchCreated.class),
            Map.entry(EventCategory.PATCH_COMPLETED, EventPayload.PatchCompleted.class),
            Map.entry(EventCategory.SERIES_COMPLETED, EventPayload.SeriesCompleted.class),
            Map.entry(EventCategory.PATCH_COMMENT_CREATED, EventPayload.PatchCommentCreated.class),
            Map.entry(EventCategory.COVER_COMMENT_CREATED, EventPayload.CoverCommentCreated.class),
            Map.entry(EventCategory.PATCH_STATE_CHANGED, EventPayload.PatchStateChanged.class),
            Map.entry(EventCategory.PATCH_DELEGATED, EventPayload.PatchDelegated.class),
            Map.entry(EventCategory.PATCH_RELATION_CHANGED, EventPayload.PatchRelationChanged.class),
            Map.entry(EventCategory.CHECK_CREATED, EventPayload.CheckCreated.class),
            Map.entry(EventCategory.CHECK_UPDATED, EventPayload.CheckUpdated.class));

    private final JsonAdapter<Event> events;
    private final Moshi moshi;
    private final boolean strict;

    private EventAdapter(JsonAdapter<Event> events, Moshi moshi, boolean strict) {
        this.events = events;
        this.moshi = moshi;
        this.strict = strict;
    }

    static Factory factory(boolean strict) {
        return new Factory() {
            @Override
            public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
                if (type == EventPayload.class) {
                    return new PayloadAdapter(moshi);
                }
                return type == Event.class
                        ? new EventAdapter(moshi.nextAdapter(this, Event.class, annotations), moshi, strict)
                        : null;
            }
        };
    }

    @Override
    public @Nullable Event fromJson(JsonReader reader) throws IOException {
        Event event = events.fromJson(reader);
        Class<? extends EventPayload> type = event == null ? null : TYPES.get(event.category());
        if (type == null || !(event.payload() instanceof EventPayload.Unknown unknown)) {
            return event;
        }
        try {
            EventPayload payload = moshi.adapter(type).fromJsonValue(unknown.values());
            return payload == null ? event : event.withPayload(payload);
        } catch (JsonDataException e) {
            if (strict && !unknown.values().isEmpty()) {
                throw new JsonDataException("payload of event " + event.id() + ": " + e.getMessage(), e);
            }
            return event;
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Event event) throws IOException {
        events.toJson(writer, event);
    }

    /** Reads every payload as an unknown one, to be looked at again when the category is known. */
    private static final class PayloadAdapter extends NullReadingAdapter<EventPayload> {
        private final Moshi moshi;

        PayloadAdapter(Moshi moshi) {
            this.moshi = moshi;
        }

        @Override
        public EventPayload fromJson(JsonReader reader) throws IOException {
            EventPayload.Unknown.Builder unknown = EventPayload.Unknown.builder();
            if (reader.peek() == JsonReader.Token.NULL) {
                reader.nextNull();
            } else {
                unknown.values(PlainJson.readObject(reader));
            }
            return unknown.build();
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable EventPayload payload) throws IOException {
            if (payload instanceof EventPayload.Unknown unknown) {
                writer.jsonValue(unknown.values());
                return;
            }
            for (Class<? extends EventPayload> type : TYPES.values()) {
                if (type.isInstance(payload)) {
                    write(type, writer, payload);
                    return;
                }
            }
            throw new IllegalArgumentException("not a payload of this library: " + payload);
        }

        private <T extends EventPayload> void write(Class<T> type, JsonWriter writer, @Nullable Object payload)
                throws IOException {
            moshi.adapter(type).toJson(writer, type.cast(payload));
        }
    }
}
