package io.github.patchwork4j.testing.profile;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import io.github.patchwork4j.testing.recorded.RawClient;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okio.ByteString;

/** The recorded world behind one profile, asked byte by byte. */
final class Served implements AutoCloseable {
    static final String MAINT = "Token 7f00ccd08c8e886d615b824406551b3ba44b8b9f";
    static final String ADMIN = "Token ad00000000000000000000000000000000000002";
    static final String ALICE = "Token a11ce00000000000000000000000000000000003";
    static final String GHOST = "Token 9057000000000000000000000000000000000006";

    private final FakePatchwork fake;
    private final RawClient raw;

    private Served(FakePatchwork fake) {
        this.fake = fake;
        this.raw = new RawClient(fake.port());
    }

    static Served as(Profile profile) {
        return as(profile, builder -> builder);
    }

    static Served as(Profile profile, UnaryOperator<FakePatchworkBuilder> more) {
        try (InputStream world = Served.class.getResourceAsStream("/recorded/world.json")) {
            FakePatchworkBuilder builder =
                    FakePatchwork.builder().world(Objects.requireNonNull(world)).profile(profile);
            return new Served(more.apply(builder.lenient().realFaults()).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a fake that whoever calls closes, too. */
    static Served of(FakePatchwork fake) {
        return new Served(fake);
    }

    FakePatchwork fake() {
        return fake;
    }

    RawAnswer get(String target) {
        return send("GET", target, Map.of(), "");
    }

    RawAnswer get(String target, String authorization) {
        return send("GET", target, Map.of("Authorization", authorization), "");
    }

    RawAnswer send(String method, String target, Map<String, String> headers, String body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putIfAbsent("User-Agent", "profile-test/1");
        try {
            return raw.send(method, target, all, ByteString.encodeUtf8(body));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    RawAnswer write(String method, String target, String authorization, String json) {
        return send(method, target, Map.of("Authorization", authorization, "Content-Type", "application/json"), json);
    }

    /** Returns the object at a path, as somebody sees it who is logged in. */
    Map<String, Object> object(String target) {
        return object(get(target, MAINT));
    }

    static Map<String, Object> object(RawAnswer answer) {
        return Json.object(Json.parse(answer.text()));
    }

    List<Map<String, Object>> list(String target) {
        return Json.list(Json.parse(get(target, MAINT).text())).stream()
                .map(Json::object)
                .toList();
    }

    List<Long> ids(String target) {
        RawAnswer answer = get(target, MAINT);
        return Json.ids(Json.parse(answer.text()));
    }

    @Override
    public void close() {
        fake.close();
    }
}
