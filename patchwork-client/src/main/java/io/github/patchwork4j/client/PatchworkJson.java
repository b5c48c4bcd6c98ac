package io.github.patchwork4j.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.patchwork4j.client.internal.json.JsonOptions;
import io.github.patchwork4j.client.internal.json.ModelJson;
import io.github.patchwork4j.core.ApiVersion;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads the objects of the model from JSON as the servers send it, and writes them again.
 *
 * <p>The client does this by itself; use this class for answers that were stored, and to store objects. It reads every
 * version of the API and both servers. A missing field, a null and, where it means the same, an empty text are the same
 * {@code Optional.empty()}. Instances are immutable and safe to share between threads.
 */
public final class PatchworkJson {
    private final Moshi moshi;

    private PatchworkJson(Builder builder) {
        this.moshi = ModelJson.moshi(new JsonOptions(
                builder.strict, builder.serverZone, builder.mailZone, builder.version, builder.zonedDates));
    }

    /**
     * {@return a reader and writer as {@link #builder()} makes it when nothing is set}
     */
    public static PatchworkJson create() {
        return builder().build();
    }

    /**
     * {@return a builder}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads one object.
     *
     * @param <T> the type
     * @param type a type of the model, such as {@code Patch.class}
     * @param json the object
     * @return the object
     * @throws DecodeException if {@code json} is not JSON, or not such an object; the message tells where and why
     */
    public <T> T read(Class<T> type, String json) {
        try {
            T value = moshi.adapter(type).fromJson(json);
            if (value == null) {
                throw new DecodeException("null where a " + type.getSimpleName() + " was due");
            }
            return value;
        } catch (JsonDataException | IOException e) {
            throw new DecodeException("no " + type.getSimpleName(), e);
        }
    }

    /**
     * Reads a list of objects, such as one page of an answer.
     *
     * @param <T> the type of each
     * @param type a type of the model, such as {@code PatchSummary.class}
     * @param json the list
     * @return the objects
     * @throws DecodeException if {@code json} is not JSON, or not a list of such objects; the message tells where and why
     */
    public <T> List<T> readList(Class<T> type, String json) {
        JsonAdapter<List<T>> adapter = moshi.adapter(Types.newParameterizedType(List.class, type));
        try {
            List<T> values = adapter.fromJson(json);
            if (values == null) {
                throw new DecodeException("null where a list was due");
            }
            return List.copyOf(values);
        } catch (JsonDataException | IOException e) {
            throw new DecodeException("no list of " + type.getSimpleName(), e);
        }
    }

    /**
     * Writes one object, with its fields sorted by name.
     *
     * @param <T> the type
     * @param type a type of the model, such as {@code Patch.class}
     * @param value the object
     * @return the JSON, on one line
     */
    public <T> String write(Class<T> type, T value) {
        return moshi.adapter(type).toJson(value);
    }

    /**
     * Writes one object for people to read, with its fields sorted by name.
     *
     * @param <T> the type
     * @param type a type of the model, such as {@code Patch.class}
     * @param value the object
     * @return the JSON, indented by two blanks
     */
    public <T> String writeIndented(Class<T> type, T value) {
        JsonAdapter<T> adapter = moshi.adapter(type);
        return adapter.indent("  ").toJson(value);
    }

    Moshi moshi() {
        return moshi;
    }

    /** Makes a {@link PatchworkJson}. */
    public static final class Builder {
        private boolean strict;
        private ZoneId serverZone = ZoneOffset.UTC;
        private ZoneId mailZone = ZoneOffset.UTC;
        private ApiVersion version = ApiVersion.V1_4;
        private boolean zonedDates;

        private Builder() {}

        /**
         * Makes a field that the model does not have an error. Without this it is skipped, so that a newer server does
         * not break older programs.
         *
         * @return this builder
         */
        public Builder strict() {
            this.strict = true;
            return this;
        }

        /**
         * Sets the time zone of the dates of events and checks that do not tell theirs, as on Patchwork 3.x.
         *
         * @param serverZone the zone that the server is configured with; UTC unless set
         * @return this builder
         */
        public Builder serverZone(ZoneId serverZone) {
            this.serverZone = serverZone;
            return this;
        }

        /**
         * Sets the time zone of all other dates that do not tell theirs. Patchwork 3.x sends the dates of mails in UTC; 4.0
         * sends those of patches and covers within a series or a bundle in the zone that the server is set up with.
         *
         * @param mailZone the zone; UTC unless set
         * @return this builder
         */
        public Builder mailZone(ZoneId mailZone) {
            this.mailZone = mailZone;
            return this;
        }

        /**
         * Sets the version of the API that is written; fields of later versions are left out. Every version is read.
         *
         * @param version the version; 1.4 unless set
         * @return this builder
         */
        public Builder apiVersion(ApiVersion version) {
            this.version = version;
            return this;
        }

        /**
         * Writes dates with their zone, always {@code Z}, as Patchwork 4.0 does, instead of without, as 3.x does.
         *
         * @return this builder
         */
        public Builder zonedDates() {
            this.zonedDates = true;
            return this;
        }

        /**
         * {@return a new reader and writer}
         */
        public PatchworkJson build() {
            return new PatchworkJson(this);
        }
    }
}
