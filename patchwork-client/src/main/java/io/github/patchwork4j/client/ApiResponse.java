package io.github.patchwork4j.client;

import okhttp3.Headers;

/**
 * An answer that is no error: what every request comes back as before a resource takes the value out of it.
 *
 * @param <T> what the body is
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
record ApiResponse<T>(int status, Headers headers, T body) {}
