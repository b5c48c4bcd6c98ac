package io.github.patchwork4j.testing.internal.http;

import io.github.patchwork4j.testing.LibraryStack;
import okhttp3.Headers;
import okio.ByteString;

/**
 * What a client is told.
 *
 * @param status the status code
 * @param headers all but those about the length
 * @param body possibly empty
 */
public record Answer(int status, Headers headers, ByteString body) {
    /** The type of all pages for people. */
    public static final String HTML = "text/html; charset=utf-8";

    private static final String FRAME_OPTIONS = "X-Frame-Options";

    /**
     * Makes an answer that no other site may frame.
     *
     * @param status the status code
     * @param contentType the type of the body
     * @param body the body
     * @return the answer
     */
    public static Answer of(int status, String contentType, ByteString body) {
        return new Answer(status, Headers.of("Content-Type", contentType, FRAME_OPTIONS, "DENY"), body);
    }

    /**
     * Makes an answer without a body.
     *
     * @param status the status code
     * @return the answer
     */
    public static Answer empty(int status) {
        return new Answer(status, Headers.of(FRAME_OPTIONS, "DENY"), ByteString.EMPTY);
    }

    /**
     * Makes a page for people.
     *
     * @param status the status code
     * @param title the title, which is also the text
     * @return the answer
     */
    public static Answer page(int status, String title) {
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;");
        String page = """
                <!doctype html>
                <html lang="en">
                <head>
                  <title>%s</title>
                </head>
                <body>
                  <h1>%s</h1>
                </body>
                </html>
                """;
        return of(status, HTML, ByteString.encodeUtf8(page.formatted(escaped, escaped)));
    }

    /**
     * Makes the page for a path that leads nowhere.
     *
     * @return status 404
     */
    public static Answer notFound() {
        return page(404, "404: File not found - Patchwork").with("Vary", "Cookie");
    }

    /**
     * Makes the page for a fault of the server.
     *
     * @param libraries what the server runs on
     * @return status 500
     */
    public static Answer fault(LibraryStack libraries) {
        String page = """

                <!doctype html>
                <html lang="en">
                <head>
                  <title>Server Error (500)</title>
                </head>
                <body>
                  <h1>Server Error (500)</h1><p></p>
                </body>
                </html>
                """;
        return of(500, libraries.isNew() ? HTML : "text/html", ByteString.encodeUtf8(page))
                .with("Vary", "Cookie");
    }

    /**
     * Sends the client elsewhere for good.
     *
     * @param location an encoded path
     * @return status 301
     */
    public static Answer movedTo(String location) {
        return new Answer(301, Headers.of("Content-Type", HTML, "Location", location), ByteString.EMPTY);
    }

    /**
     * Sends the client elsewhere.
     *
     * @param location an encoded path
     * @return status 302
     */
    public static Answer foundAt(String location) {
        return of(302, HTML, ByteString.EMPTY).with("Location", location);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value, in which any character but a line end may stand
     * @return a new answer
     */
    public Answer with(String name, String value) {
        return new Answer(
                status, headers.newBuilder().addUnsafeNonAscii(name, value).build(), body);
    }
}
