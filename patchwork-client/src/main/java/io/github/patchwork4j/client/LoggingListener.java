package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a client does to its log. */
final class LoggingListener implements ClientListener {
    private static final Logger LOG = LoggerFactory.getLogger(PatchworkClient.class);

    @Override
    public void sent(ClientRequest request, Headers headers) {
        LOG.debug("{} {}", request, new Shown(headers));
    }

    @Override
    public void answered(ClientRequest request, int status, Headers headers, Duration time) {
        LOG.debug("{}: status {} after {} ms {}", request, status, time.toMillis(), new Shown(headers));
    }

    @Override
    public void canceled(ClientRequest request) {
        LOG.debug("{}: canceled", request);
    }

    @Override
    public void failed(ClientRequest request, IOException failure) {
        LOG.info("{}: {}", request, failure.toString());
    }

    @Override
    public void retrying(ClientRequest request, Duration wait) {
        LOG.info("{}: trying again in {} ms", request, wait.toMillis());
    }

    @Override
    public void throttled(ClientRequest request, Duration wait, Throttle by) {
        LOG.info("{}: held back for {} ms by {}", request, wait.toMillis(), by);
    }

    @Override
    public void undecodable(ClientRequest request, PatchworkException problem) {
        LOG.warn("{}", problem.getMessage());
    }

    /** Headers on one line, put together only when the line is written. */
    private record Shown(Headers headers) {
        @Override
        public String toString() {
            StringBuilder line = new StringBuilder("[");
            headers.forEach(header -> line.append(line.length() == 1 ? "" : ", ")
                    .append(header.getFirst())
                    .append(": ")
                    .append(header.getSecond()));
            return line.append(']').toString();
        }
    }
}
