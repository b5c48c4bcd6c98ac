package io.github.patchwork4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

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
 * the model ask for. Nothing else in the library does so, which {@code ArchitectureTest} sees to.
 */
class NativeImageMetadataTest {
    private static final String METADATA =
            "/META-INF/native-image/io.github.patchwork4j/patchwork-client/reachability-metadata.json";

    private final Moshi moshi =
            ModelJson.moshi(new JsonOptions(true, ZoneOffset.UTC, ZoneOffset.UTC, ApiVersion.V1_4, false));

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
            assertThat(moshi.adapter(model)).as(model.getName()).isNotNull();
            for (Method method : model.getMethods()) {
                if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                    leaves(method.getGenericReturnType(), values);
                }
            }
        }

        values.removeAll(models());

        assertThat(values)
                .containsOnly(
                        void.class, // what validates
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

    /** The types whose methods the adapters and Retrofit ask for, and those that these are inherited from. */
    private static Set<String> lookedUp() throws Exception {
        Set<String> types = new TreeSet<>(Set.of(PatchworkApi.class.getName()));
        for (Class<?> model : models()) {
            for (Class<?> type : List.of(model, model.getMethod("builder").getReturnType())) {
                types.add(type.getName());
                for (Method method : type.getMethods()) {
                    types.add(method.getDeclaringClass().getName());
                }
            }
        }
        types.remove(Object.class.getName());
        return types;
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
