package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.Request;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which form an answer is written.
 *
 * @param html whether it is a page for people
 * @param indent how many spaces JSON is indented by, 0 for compact JSON
 */
record Representation(boolean html, int indent) {
    static final Representation JSON = new Representation(false, 0);

    private static final int DEEPEST_INDENT = 8;
    private static final String INDENT = "indent=";

    /** Chooses by {@code ?format=} and {@code Accept}; q values do not count, and JSON wins between equals. */
    static Representation of(Request request) {
        String format = request.query().last("format");
        boolean any = format == null || format.isEmpty();
        boolean json = any || "json".equals(format);
        boolean html = any || "api".equals(format);
        if (!json && !html) {
            throw ApiRefusal.notFound();
        }
        String accept = request.headers().get("Accept");
        List<MediaRange> ranges = Arrays.stream((accept == null ? "*/*" : accept).split(",", -1))
                .map(MediaRange::parse)
                .toList();
        for (int precedence = 3; precedence >= 0; precedence--) {
            MediaRange jsonRange = json ? first(ranges, precedence, "application", "json") : null;
            if (jsonRange != null) {
                return new Representation(false, indent(jsonRange));
            }
            if (html && first(ranges, precedence, "text", "html") != null) {
                return new Representation(true, 0);
            }
        }
        throw ApiRefusal.notAcceptable();
    }

    private static @Nullable MediaRange first(List<MediaRange> ranges, int precedence, String type, String subtype) {
        return ranges.stream()
                .filter(range -> range.precedence() == precedence && range.matches(type, subtype))
                .findFirst()
                .orElse(null);
    }

    private static int indent(MediaRange range) {
        return range.parameters().stream()
                .filter(parameter -> parameter.matches(INDENT + "\\d{1,9}"))
                .map(parameter -> Integer.parseInt(parameter.substring(INDENT.length())))
                .map(indent -> Math.min(indent, DEEPEST_INDENT))
                .findFirst()
                .orElse(0);
    }
}
