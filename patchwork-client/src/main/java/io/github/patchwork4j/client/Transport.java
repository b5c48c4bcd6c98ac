package io.github.patchwork4j.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import java.util.Objects;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/** The one road that every request to the API takes: out comes an answer, or the exception that tells what it was. */
final class Transport {
    private Transport() {}

    static <T> ApiResponse<T> execute(Call<T> call) {
        Response<T> response = answer(call);
        T body = response.body();
        if (body == null) {
            throw new DecodeException(
                    Errors.name(call.request()) + ": null, or nothing at all, where a value was due", null);
        }
        return new ApiResponse<>(response.code(), response.headers(), body);
    }

    /** Makes a request whose answer has no body. */
    static void executeEmpty(Call<Void> call) {
        answer(call);
    }

    private static <T> Response<T> answer(Call<T> call) {
        String request = Errors.name(call.request());
        try {
            Response<T> response = call.execute();
            if (!response.isSuccessful()) {
                try (ResponseBody body = Objects.requireNonNull(response.errorBody())) {
                    throw Errors.of(response.raw().newBuilder().body(body).build(), body);
                }
            }
            return response;
        } catch (JsonConverters.NotJson e) {
            throw Errors.unexpected(request, e.status(), e.contentType(), e.start());
        } catch (JsonDataException | JsonEncodingException e) {
            throw new DecodeException(request + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TransportException(request, e);
        }
    }
}
