package io.github.patchwork4j.client;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Writes what is sent as JSON and reads answers, and tells by its content type what is one. */
final class JsonConverters extends Converter.Factory {
    private static final int SHOWN = 500;
    private static final Optional<ServerDialect> FOUR = Optional.of(ServerDialect.PATCHWORK_4);
    private static final MediaType JSON = MediaType.get("application/json");

    private final MoshiConverterFactory three;
    private final MoshiConverterFactory four;
    private final ServerSigns signs;

    /**
     * Makes the converters.
     *
     * @param three reads what 3.x answers
     * @param four reads what 4.0 answers
     * @param signs tells which of them it is that answered
     */
    JsonConverters(PatchworkJson three, PatchworkJson four, ServerSigns signs) {
        this.three = MoshiConverterFactory.create(three.moshi());
        this.four = MoshiConverterFactory.create(four.moshi());
        this.signs = signs;
    }

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, ?> ofThree = three.responseBodyConverter(type, annotations, retrofit);
        Converter<ResponseBody, ?> ofFour = four.responseBodyConverter(type, annotations, retrofit);
        return ofThree == null || ofFour == null
                ? null
                : body -> (signs.dialect().equals(FOUR) ? ofFour : ofThree).convert(body);
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        if (!(type instanceof Class<?> body) || !Changes.class.isAssignableFrom(body)) {
            return null;
        }
        return (Converter<Changes, RequestBody>) changes -> {
            Buffer json = new Buffer();
            try (JsonWriter writer = JsonWriter.of(json)) {
                writer.setSerializeNulls(true); // null is what clears a field
                writer.jsonValue(changes.fields());
            }
            return RequestBody.create(json.readByteString(), JSON);
        };
    }

    /** Tells whether to read an answer as JSON; one that does not tell what it is gets the benefit of the doubt. */
    static boolean isJson(@Nullable MediaType type) {
        return type == null || type.subtype().equals("json") || type.subtype().endsWith("+json");
    }

    static String contentType(ResponseBody body) {
        MediaType type = body.contentType();
        return type == null ? "" : type.toString();
    }

    static String start(ResponseBody body) throws IOException {
        body.source().request(SHOWN);
        return body.source()
                .getBuffer()
                .clone()
                .readUtf8(Math.min(SHOWN, body.source().getBuffer().size()));
    }

    /** Carries the beginning of an answer that is no JSON out of a call, which may throw nothing but this. */
    static final class NotJson extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String contentType;
        private final String start;

        NotJson(int status, ResponseBody body) throws IOException {
            super("not JSON but " + JsonConverters.contentType(body));
            this.status = status;
            this.contentType = JsonConverters.contentType(body);
            this.start = JsonConverters.start(body);
        }

        int status() {
            return status;
        }

        String contentType() {
            return contentType;
        }

        String start() {
            return start;
        }
    }
}
