package io.github.patchwork4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.patchwork4j.client.PatchworkApi;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.Headers;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchState;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/**
 * The metadata that GraalVM needs to know what is looked up by reflection, held against what the adapters of all types of
 * the model did look up. Nothing else in the library does so, which {@code ArchitectureTest} sees to.
 */
class NativeImageMetadataTest {
    private static final String METADATA =
            "/META-INF/native-image/io.github.patchwork4j/patchwork-client/reachability-metadata.json";

    private final Moshi moshi = ModelJson.moshi(new JsonOptions(true, ZoneOffset.UTC, ApiVersion.V1_4, false));

    @Test
    void theMetadataNamesAllThatIsLookedUp() throws Exception {
        Path generated = Path.of("target", "reachability-metadata.json");
        Files.createDirectories(generated.toAbsolutePath().getParent());
        String wanted = metadata(lookedUp());
        Files.writeString(generated, wanted);

        assertThat(committed())
                .describedAs("%s: replace it by %s, which was generated just now", METADATA, generated)
                .isEqualTo(wanted);
    }

    @Test
    void theAnswersOfTheApiAreTypesOfTheModel() throws Exception {
        Set<Class<?>> answers = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Method request : PatchworkApi.class.getMethods()) {
            assertThat(request.getReturnType()).isEqualTo(Call.class);
            leaves(request.getGenericReturnType(), answers);
        }

        answers.removeAll(models());

        assertThat(answers).containsOnly(Call.class, List.class, Map.class, String.class, Void.class);
    }

    /** Other types would be read by adapters of Moshi, which look for fields and constructors by reflection. */
    @Test
    void theAttributesOfTheModelAreOfTypesThatAreReadWithoutReflection() throws Exception {
        Set<Class<?>> values = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Class<?> model : models()) {
            for (Attribute attribute : attributes(moshi.adapter(model))) {
                Class<?> declaring = method(attribute.getter()).getDeclaringClass();
                leaves(declaring.getMethod(method(attribute.getter()).getName()).getGenericReturnType(), values);
            }
        }

        values.removeAll(models());

        assertThat(values)
                .containsOnly(
                        boolean.class,
                        int.class,
                        long.class,
                        Boolean.class,
                        Integer.class,
                        String.class,
                        Object.class, // the values of a payload that is not known, read by PlainJson
                        Optional.class,
                        List.class,
                        Map.class,
                        Instant.class,
                        MessageId.class,
                        PatchState.class,
                        CheckState.class,
                        EventCategory.class,
                        EventPayload.class,
                        Headers.class);
    }

    private static String committed() throws IOException {
        try (InputStream metadata = NativeImageMetadataTest.class.getResourceAsStream(METADATA)) {
            return metadata == null ? "missing" : new String(metadata.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The types whose methods the adapters ask for, call, or inherit. */
    private Set<String> lookedUp() throws Exception {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        types.add(PatchworkApi.class);
        for (Class<?> model : models()) {
            types.add(model);
            types.add(model.getMethod("builder").getReturnType());
            JsonAdapter<?> adapter = adapter(model);
            List<MethodHandle> handles = new ArrayList<>();
            handles.add((MethodHandle) value(adapter, "newBuilder"));
            handles.add((MethodHandle) value(adapter, "build"));
            for (Attribute attribute : attributes(adapter)) {
                handles.add(attribute.getter());
                handles.add(attribute.setter());
            }
            for (MethodHandle handle : handles) {
                types.add(method(handle).getDeclaringClass());
            }
        }
        return types.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String metadata(Set<String> types) {
        String reflection = types.stream()
                .map(type -> "    { \"type\": \"" + type + "\", \"allPublicMethods\": true },\n")
                .collect(Collectors.joining());
        return "{\n  \"reflection\": [\n"
                + reflection
                + "    { \"type\": { \"proxy\": [\"" + PatchworkApi.class.getName() + "\"] } }\n  ]\n}\n";
    }

    /** All interfaces of the core that have a builder. */
    private static List<Class<?>> models() throws Exception {
        URI core =
                Patch.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(core))) {
            return models(Path.of(core));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(core))) {
            return models(jar.getPath("/"));
        }
    }

    private static List<Class<?>> models(Path root) throws Exception {
        List<Class<?>> models = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.endsWith("module-info.class"))
                    .toList()) {
                String path = root.relativize(file).toString();
                Class<?> type = Class.forName(path.substring(0, path.length() - ".class".length())
                        .replace('/', '.')
                        .replace('\\', '.'));
                if (type.isInterface() && isBuilt(type)) {
                    models.add(type);
                }
            }
        }
        assertThat(models).contains(Patch.class, EventPayload.SeriesCreated.class);
        return models;
    }

    private static boolean isBuilt(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("builder") && Modifier.isStatic(method.getModifiers()));
    }

    /** Events are read by an adapter that stands before the one for their type. */
    private JsonAdapter<?> adapter(Class<?> type) throws Exception {
        JsonAdapter<?> adapter = moshi.adapter(type);
        return adapter instanceof ModelAdapter ? adapter : (JsonAdapter<?>) value(adapter, "events");
    }

    @SuppressWarnings("unchecked")
    private List<Attribute> attributes(JsonAdapter<?> adapter) throws Exception {
        JsonAdapter<?> model = adapter instanceof ModelAdapter ? adapter : (JsonAdapter<?>) value(adapter, "events");
        return (List<Attribute>) value(model, "attributes");
    }

    /** Looks into an adapter, which Moshi may have put a wrapper around. */
    private static Object value(Object adapter, String name) throws Exception {
        Object inside = adapter;
        while (!inside.getClass().getPackage().equals(ModelAdapter.class.getPackage())) {
            Field delegate = inside.getClass().getDeclaredFields()[0];
            delegate.setAccessible(true);
            inside = delegate.get(inside);
        }
        Field field = inside.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(inside);
    }

    private static Method method(MethodHandle handle) {
        return MethodHandles.reflectAs(Method.class, handle);
    }

    private static void leaves(Type type, Set<Class<?>> leaves) {
        if (type instanceof ParameterizedType generic) {
            leaves(generic.getRawType(), leaves);
            for (Type argument : generic.getActualTypeArguments()) {
                leaves(argument, leaves);
            }
        } else if (type instanceof WildcardType wildcard) {
            leaves(wildcard.getUpperBounds()[0], leaves);
        } else {
            leaves.add((Class<?>) type);
        }
    }
}
