package io.github.patchwork4j.benchmarks.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.patchwork4j.benchmarks.GeneratedDiff;
import io.github.patchwork4j.benchmarks.Volume;
import io.github.patchwork4j.client.internal.json.JsonOptions;
import io.github.patchwork4j.client.internal.json.ModelJson;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchSummary;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the bytes of an answer to objects: ours, with dates, states and message ids that are types of their own, beside plain
 * objects with texts, made by hand with Moshi's reader, by Moshi's reflection, and by Jackson's.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 6, time = 1)
public class JsonDecoding {
    /** What is read. */
    public enum Answer {
        /** A page of a list, with a hundred patches. */
        PAGE,
        /** The detail of a patch, nearly all of which is a diff of a million bytes. */
        DETAIL
    }

    private static final int PATCHES = 100;
    private static final int DIFF_BYTES = 1_000_000;

    /** Which. */
    @Param
    public Answer answer = Answer.PAGE;

    private byte[] json = new byte[0];

    private final Moshi model =
            ModelJson.moshi(new JsonOptions(false, ZoneOffset.UTC, ZoneOffset.UTC, ApiVersion.V1_4, false));
    private final JsonAdapter<Patch> patch = model.adapter(Patch.class);
    private final JsonAdapter<List<PatchSummary>> page =
            model.adapter(Types.newParameterizedType(List.class, PatchSummary.class));

    private final Moshi moshi = new Moshi.Builder().build();
    private final JsonAdapter<PlainPatch> plainPatch = moshi.adapter(PlainPatch.class);
    private final JsonAdapter<List<PlainPatch>> plainPage =
            moshi.adapter(Types.newParameterizedType(List.class, PlainPatch.class));

    private final JsonMapper jackson = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    private final ObjectReader jacksonPatch = jackson.readerFor(PlainPatch.class);
    private final ObjectReader jacksonPage = jackson.readerForListOf(PlainPatch.class);

    /** Made by JMH. */
    public JsonDecoding() {}

    /**
     * Makes the answer, and looks whether all find the same patch at its end.
     *
     * @throws IOException if one of them cannot read it
     */
    @Setup
    public void make() throws IOException {
        json = answer == Answer.PAGE
                ? GeneratedAnswers.page(PATCHES)
                : GeneratedAnswers.detail(GeneratedDiff.of(DIFF_BYTES, 5, 20, 4));
        check(ours(new Volume()), this::byHand);
        check(ours(new Volume()), this::moshiByReflection);
        check(ours(new Volume()), this::jackson);
    }

    /** One of the ways to read. */
    private interface Way {
        String lastName(Volume volume) throws IOException;
    }

    private static void check(String expected, Way way) throws IOException {
        String found = way.lastName(new Volume());
        if (!found.equals(expected)) {
            throw new IllegalStateException("read " + found + " instead of " + expected);
        }
    }

    /**
     * Reads with the adapters of the client.
     *
     * @param volume counts the bytes
     * @return the name of the last patch
     * @throws IOException if the answer is wrong
     */
    @Benchmark
    public String ours(Volume volume) throws IOException {
        volume.add(json.length);
        Buffer source = new Buffer().write(json);
        if (answer == Answer.DETAIL) {
            return nonNull(patch.fromJson(source)).name();
        }
        return nonNull(page.fromJson(source)).get(PATCHES - 1).name();
    }

    /**
     * Reads field by field with Moshi's reader.
     *
     * @param volume counts the bytes
     * @return the name of the last patch
     * @throws IOException if the answer is wrong
     */
    @Benchmark
    public String byHand(Volume volume) throws IOException {
        volume.add(json.length);
        JsonReader reader = JsonReader.of(new Buffer().write(json));
        return name(
                answer == Answer.DETAIL
                        ? HandWritten.patch(reader)
                        : HandWritten.patches(reader).get(PATCHES - 1));
    }

    /**
     * Reads with what Moshi finds out by reflection.
     *
     * @param volume counts the bytes
     * @return the name of the last patch
     * @throws IOException if the answer is wrong
     */
    @Benchmark
    public String moshiByReflection(Volume volume) throws IOException {
        volume.add(json.length);
        Buffer source = new Buffer().write(json);
        return name(
                answer == Answer.DETAIL
                        ? nonNull(plainPatch.fromJson(source))
                        : nonNull(plainPage.fromJson(source)).get(PATCHES - 1));
    }

    /**
     * Reads with Jackson.
     *
     * @param volume counts the bytes
     * @return the name of the last patch
     * @throws IOException if the answer is wrong
     */
    @Benchmark
    public String jackson(Volume volume) throws IOException {
        volume.add(json.length);
        if (answer == Answer.DETAIL) {
            return name(jacksonPatch.readValue(json));
        }
        List<PlainPatch> patches = jacksonPage.readValue(json);
        return name(patches.get(PATCHES - 1));
    }

    private static String name(PlainPatch read) {
        return nonNull(read.name);
    }

    private static <T> T nonNull(@Nullable T value) {
        return Objects.requireNonNull(value, "nothing was read");
    }
}
