package io.github.patchwork4j.client;

import okhttp3.HttpUrl;

/**
 * A request as a {@link ClientListener} hears of it. Nothing in it is secret.
 *
 * @param method the method, such as {@code GET}
 * @param url the whole address
 * @param attempt which attempt at the same request it is, from 1
 */
public record ClientRequest(String method, HttpUrl url, int attempt) {
    /** Returns the method and the address, and the number of an attempt that is not the first. */
    @Override
    public String toString() {
        return method + " " + url + (attempt == 1 ? "" : " (attempt " + attempt + ")");
    }
}
