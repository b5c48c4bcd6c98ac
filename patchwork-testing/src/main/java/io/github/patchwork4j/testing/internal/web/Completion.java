package io.github.patchwork4j.testing.internal.web;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.AsciiCase;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The two searches that complete names in the forms of the web pages. */
final class Completion {
    private static final int SHORTEST = 3;
    private static final int DEFAULT_LIMIT = 10;
    private static final String JSON = "application/json";

    private final World world;

    Completion(World world) {
        this.world = world;
    }

    Answer submitters(Request request, Matcher parts) {
        return answer(
                request,
                term -> world.people().all().stream()
                        .filter(person -> contains(person.name(), term) || contains(person.email(), term))
                        .map(Completion::entry));
    }

    Answer delegates(Request request, Matcher parts) {
        return answer(
                request,
                term -> world.users().all().stream()
                        .filter(user -> !user.account().maintains().isEmpty())
                        .filter(user -> Stream.of(user.username(), user.firstName(), user.lastName())
                                .anyMatch(name -> contains(name, term)))
                        .map(Completion::entry));
    }

    private static Answer answer(Request request, Found found) {
        String q = request.query().last("q");
        if (q == null || q.length() < SHORTEST) {
            return Answer.of(200, JSON, ByteString.EMPTY);
        }
        List<Entry> entries = found.by(AsciiCase.fold(q))
                .limit(limit(request.query().last("l")))
                .toList();
        Buffer json = new Buffer();
        try (JsonWriter out = JsonWriter.of(json)) {
            out.setSerializeNulls(true);
            out.beginArray();
            for (Entry entry : entries) {
                out.beginObject();
                entry.write(out);
                out.endObject();
            }
            out.endArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        return Answer.of(200, JSON, json.readByteString());
    }

    private static int limit(@Nullable String wanted) {
        BigInteger limit = wanted == null ? null : PythonInt.parse(wanted);
        return limit == null || limit.signum() < 1
                ? DEFAULT_LIMIT
                : limit.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }

    private static Entry entry(PersonRow person) {
        return out -> {
            out.name("pk").value(person.id());
            out.name("name").value(person.name());
            out.name("email").value(person.email());
        };
    }

    private static Entry entry(UserRow user) {
        return out -> {
            out.name("pk").value(user.id());
            out.name("name").value(user.username());
        };
    }

    private static boolean contains(@Nullable String text, String folded) {
        return text != null && AsciiCase.fold(text).contains(folded);
    }

    /** Finds entries by a folded term. */
    private interface Found {
        Stream<Entry> by(String term);
    }

    /** Writes the members of one entry. */
    private interface Entry {
        void write(JsonWriter out) throws IOException;
    }
}
