package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Query;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages: one behind the end is empty, and what is no page or no size is refused.
 *
 * @param page from 1
 * @param size how many rows a page holds
 */
record Paging(long page, int size) {
    private static final int DEFAULT_SIZE = 30;
    private static final int LARGEST_SIZE = 250;

    static Paging read(Query query, Problem.Faults faults) {
        BigInteger size = Numbers.read(query, "per_page", faults);
        if (size != null && size.signum() < 1) {
            faults.add("expected number >= 1", "query.per_page", size);
        } else if (size != null && size.compareTo(BigInteger.valueOf(LARGEST_SIZE)) > 0) {
            // The server gives no reason for this one.
            faults.add(null, "query.per_page", size);
        }
        BigInteger page = Numbers.read(query, "page", faults);
        if (page != null && page.signum() < 1) {
            faults.add("expected number >= 1", "query.page", page);
        }
        return new Paging(orElse(page, 1), (int) Math.max(1, orElse(size, DEFAULT_SIZE)));
    }

    private static long orElse(@Nullable BigInteger number, long otherwise) {
        return number == null ? otherwise : number.longValue();
    }

    <R> List<R> of(List<R> rows) {
        // The product may overflow, as it does in the server; then the first page comes.
        long from = Math.max(0, (page - 1) * size);
        int start = (int) Math.min(from, rows.size());
        return rows.subList(start, (int) Math.min(start + (long) size, rows.size()));
    }

    /** Writes the header {@code Link}, whose targets have neither a path nor any other parameter. */
    String link(int count) {
        long last = Math.max(1, (count + (long) size - 1) / size);
        StringBuilder link = new StringBuilder(to(1, "first")).append(", ").append(to(last, "last"));
        if (page > 1) {
            link.append(", ").append(to(page - 1, "prev"));
        }
        if (page < last) {
            link.append(", ").append(to(page + 1, "next"));
        }
        return link.toString();
    }

    private static String to(long page, String relation) {
        return "</?page=" + page + ">; rel=\"" + relation + "\"";
    }
}
