package io.github.patchwork4j.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** Cuts off the bodies of errors, because Retrofit reads them into memory whatever their size. */
final class ErrorBodyLimit implements Interceptor {
    private static final long MAX = 1 << 20;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.isSuccessful()
                ? response
                : response.newBuilder().body(limited(response.body())).build();
    }

    private static ResponseBody limited(ResponseBody body) {
        ForwardingSource start = new ForwardingSource(body.source()) {
            private long left = MAX;

            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                if (left == 0) {
                    return -1;
                }
                long count = super.read(sink, Math.min(byteCount, left));
                left -= Math.max(0, count);
                return count;
            }
        };
        return ResponseBody.create(Okio.buffer(start), body.contentType(), -1);
    }
}
