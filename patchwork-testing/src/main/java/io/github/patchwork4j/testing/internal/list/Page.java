package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.http.Query;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is shown.
 *
 * @param number counted from 1
 * @param last the number of the last page; an empty list has one page too
 * @param size how many rows a full page has
 * @param count how many rows there are
 */
public record Page(long number, long last, int size, int count) {
    private static final int DEFAULT_SIZE = 30;
    private static final int LARGEST_SIZE = 250;

    /**
     * Reads {@code page} and {@code per_page}.
     *
     * @param query the parameters
     * @param count how many rows there are
     * @return the page, or null if there is no such page
     */
    public static @Nullable Page of(Query query, int count) {
        int size = size(query.last("per_page"));
        long last = Math.max(1, (count + (long) size - 1) / size);
        String wanted = query.last("page");
        if (wanted == null) {
            return new Page(1, last, size, count);
        }
        if (wanted.equals("last")) {
            return new Page(last, last, size, count);
        }
        BigInteger number = PythonInt.parse(wanted);
        if (number == null || number.signum() < 1 || number.compareTo(BigInteger.valueOf(last)) > 0) {
            return null;
        }
        return new Page(number.longValue(), last, size, count);
    }

    private static int size(@Nullable String wanted) {
        BigInteger size = wanted == null ? null : PythonInt.parse(wanted);
        return size == null || size.signum() < 1
                ? DEFAULT_SIZE
                : size.min(BigInteger.valueOf(LARGEST_SIZE)).intValue();
    }

    /**
     * Cuts the page out.
     *
     * @param rows all rows; those beyond the count belong to no page
     * @param <R> the kind of row
     * @return a view
     */
    public <R> List<R> of(List<R> rows) {
        int from = (int) Math.min((number - 1) * size, count);
        return rows.subList(from, Math.min(from + size, count));
    }

    /**
     * Returns the header that leads to the pages around this one.
     *
     * @param url the url of the list, without its query
     * @param query the parameters of this page
     * @return the value of {@code Link}
     */
    public String link(String url, Query query) {
        List<String> links = new ArrayList<>();
        if (number < last) {
            links.add(link(url, query.with("page", Long.toString(number + 1)), "next"));
        }
        if (number == 2) {
            links.add(link(url, query.without("page"), "prev"));
        } else if (number > 2) {
            links.add(link(url, query.with("page", Long.toString(number - 1)), "prev"));
        }
        links.add(link(url, query.with("page", "1"), "first"));
        links.add(link(url, query.with("page", Long.toString(last)), "last"));
        return String.join(", ", links);
    }

    private static String link(String url, Query query, String relation) {
        return "<" + url + query.encodeSorted() + ">; rel=\"" + relation + "\"";
    }
}
