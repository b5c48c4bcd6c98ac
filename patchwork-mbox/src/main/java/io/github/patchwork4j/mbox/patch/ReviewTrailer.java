package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.util.List;
import java.util.Optional;

/**
 * A trailer as reviewers give them: anywhere in a mail, in a paragraph of its own or among others, where git's rules would see
 * none.
 *
 * @param trailer key and value; what was folded is joined
 * @param person whom the value names, if it names somebody
 * @param comment what follows the value behind {@code #}, or in brackets on the next line; empty if there is nothing
 * @param line the number of its first line in the message, from 0
 */
public record ReviewTrailer(Trailer trailer, Optional<MailAddress> person, Optional<String> comment, int line) {
    /**
     * Finds the trailers of a message. Quoted lines hold none, nor does the signature below {@code -- }. A key that could be
     * any word of a text counts only if a person, a commit or an address on the web follows it.
     *
     * @param message the message, without its subject
     * @return the trailers in their order
     */
    public static List<ReviewTrailer> parse(String message) {
        return new ReviewTrailers(message).find();
    }

    /**
     * Returns the commit that {@code Fixes:} or {@code (cherry picked from commit …)} names.
     *
     * @return its hexadecimal id, perhaps abbreviated
     */
    public Optional<String> commit() {
        String value = trailer.value();
        int end = ReviewTrailers.hexEnd(value);
        return end >= ReviewTrailers.SHORTEST_ID && ReviewTrailers.namesCommit(trailer.key())
                ? Optional.of(value.substring(0, end))
                : Optional.empty();
    }

    /**
     * Returns the title of the commit that {@code Fixes:} names.
     *
     * @return what stands in {@code ("…")}
     */
    public Optional<String> commitTitle() {
        String value = trailer.value();
        int open = value.indexOf("(\"");
        int close = value.lastIndexOf("\")");
        return commit().isPresent() && open >= 0 && close > open + 1
                ? Optional.of(value.substring(open + 2, close))
                : Optional.empty();
    }

    static Optional<MailAddress> person(String value) {
        return MailAddress.parseList(Bytes.ofUtf8(value)).stream()
                .filter(address ->
                        address.email().indexOf('@') > 0 && address.email().indexOf(' ') < 0)
                .findFirst();
    }

    @Override
    public String toString() {
        return trailer + comment.map(text -> " # " + text).orElse("");
    }
}
