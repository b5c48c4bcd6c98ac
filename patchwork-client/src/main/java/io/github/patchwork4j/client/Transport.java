package io.github.patchwork4j.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** The one road that every request to the API takes: out comes an answer, or the exception that tells what it was. */
final class Transport {
    private Transport() {}

    static <T> ApiResponse<T> execute(Call<T> call) {
        return whole(call, answer(call));
    }

    /** Makes a request whose answer has no body. */
    static void executeEmpty(Call<Void> call) {
        answer(call);
    }

    /** Makes a request without waiting for its answer, which is read on the thread that receives it. */
    static <T, R> CompletableFuture<R> enqueue(
            Call<T> call, CallOff callOff, BiFunction<Call<T>, Response<T>, R> result) {
        CompletableFuture<R> future = new CompletableFuture<>();
        callOff.beginning(call::cancel);
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> answered, Response<T> response) {
                try {
                    future.complete(result.apply(call, successful(response)));
                } catch (IOException e) {
                    onFailure(answered, e);
                } catch (RuntimeException e) {
                    future.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call<T> failed, Throwable cause) {
                future.completeExceptionally(cause instanceof Exception e ? failure(call.request(), e) : cause);
            }
        });
        return future;
    }

    /** Makes a request outside of the API without waiting for its answer. */
    static CompletableFuture<Task.Raw> enqueue(okhttp3.Call call, CallOff callOff) {
        CompletableFuture<Task.Raw> future = new CompletableFuture<>();
        callOff.beginning(call::cancel);
        call.enqueue(new okhttp3.Callback() {
            @Override
            public void onResponse(okhttp3.Call answered, okhttp3.Response response) {
                future.complete(new Task.Raw(call, response));
            }

            @Override
            public void onFailure(okhttp3.Call failed, IOException e) {
                future.completeExceptionally(new TransportException(Errors.name(call.request()), e));
            }
        });
        return future;
    }

    static <T> ApiResponse<T> whole(Call<T> call, Response<T> response) {
        T body = response.body();
        if (body == null) {
            throw new DecodeException(Errors.name(call.request()) + ": null, or nothing at all, where a value was due");
        }
        return new ApiResponse<>(response.code(), response.headers(), body);
    }

    private static <T> Response<T> answer(Call<T> call) {
        try {
            return successful(call.execute());
        } catch (IOException | JsonDataException e) {
            throw failure(call.request(), e);
        }
    }

    private static <T> Response<T> successful(Response<T> response) throws IOException {
        if (!response.isSuccessful()) {
            try (ResponseBody body = Objects.requireNonNull(response.errorBody())) {
                throw Errors.of(response.raw().newBuilder().body(body).build(), body);
            }
        }
        return response;
    }

    /** Makes the exception of what a call throws, and tells who listens of what cannot be read. */
    private static PatchworkException failure(Request request, Exception cause) {
        String name = Errors.name(request);
        if (cause instanceof JsonConverters.NotJson e) {
            return undecodable(request, Errors.unexpected(name, e.status(), e.contentType(), e.start()));
        }
        if (cause instanceof JsonDataException || cause instanceof JsonEncodingException) {
            return undecodable(request, new DecodeException(name, cause));
        }
        return new TransportException(name, cause instanceof IOException e ? e : new IOException(cause));
    }

    private static PatchworkException undecodable(Request request, PatchworkException problem) {
        Notices notices = request.tag(Notices.class);
        if (notices != null) {
            ClientRequest of = new ClientRequest(request.method(), request.url(), 1);
            notices.tell(listener -> listener.undecodable(of, problem));
        }
        return problem;
    }
}
