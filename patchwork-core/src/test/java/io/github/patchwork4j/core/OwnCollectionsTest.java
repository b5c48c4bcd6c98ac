package io.github.patchwork4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a list or a map after it was given to a builder, or to a copy, is nothing to the object that has it. */
class OwnCollectionsTest {
    private record Attribute(Class<?> model, Method accessor) {
        @Override
        public String toString() {
            return model.getSimpleName() + "." + accessor.getName();
        }
    }

    @ParameterizedTest
    @MethodSource("collections")
    void itIsCopied(Attribute attribute) throws Exception {
        Method accessor = attribute.accessor();
        Object given = value(collection(accessor.getGenericReturnType()));
        Object built = build(attribute.model(), accessor, given);
        Object bare = build(attribute.model(), null, null);
        Object copied = call(
                bare,
                "with" + Character.toUpperCase(accessor.getName().charAt(0))
                        + accessor.getName().substring(1),
                given);
        Object before = accessor.invoke(built).toString();
        assertThat(before).isEqualTo(accessor.invoke(copied).toString()).isNotEqualTo("Optional.empty");

        clear(given);

        assertThat(accessor.invoke(built)).hasToString(before.toString());
        assertThat(accessor.invoke(copied)).hasToString(before.toString());
    }

    static Stream<Attribute> collections() {
        List<Class<?>> models = List.of(
                Bundle.class,
                Cover.class,
                CoverSummary.class,
                Patch.class,
                PatchSummary.class,
                Project.class,
                Series.class,
                EventPayload.Unknown.class);
        return models.stream()
                .flatMap(model -> Stream.of(model.getMethods())
                        .filter(OwnCollectionsTest::isAccessor)
                        .filter(method -> collection(method.getGenericReturnType()) != null)
                        .filter(method -> !method.isBridge())
                        .map(method -> new Attribute(model, method)));
    }

    private static boolean isAccessor(Method method) {
        return method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
    }

    /** Returns the type of a list or a map, which may stand in an Optional; null for all other types. */
    private static ParameterizedType collection(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return null;
        }
        if (generic.getRawType() == Optional.class) {
            return collection(generic.getActualTypeArguments()[0]);
        }
        return generic.getRawType() == List.class || generic.getRawType() == Map.class ? generic : null;
    }

    private static void clear(Object collection) {
        if (collection instanceof Map<?, ?> map) {
            map.clear();
        } else {
            ((Collection<?>) collection).clear();
        }
    }

    /** Builds an object with a value for everything that it needs, and one more attribute. */
    private static Object build(Class<?> model, Method attribute, Object given) throws Exception {
        Object builder = model.getMethod("builder").invoke(null);
        for (Method accessor : model.getMethods()) {
            boolean needed = isAccessor(accessor)
                    && Modifier.isAbstract(accessor.getModifiers())
                    && accessor.getReturnType() != Optional.class
                    && collection(accessor.getGenericReturnType()) == null;
            if (needed) {
                call(builder, accessor.getName(), value(accessor.getGenericReturnType()));
            }
        }
        if (attribute != null) {
            call(builder, attribute.getName(), given);
        }
        return call(builder, "build");
    }

    private static Object call(Object target, String name, Object... arguments) throws Exception {
        for (Method method : target.getClass().getMethods()) {
            boolean fits = method.getName().equals(name)
                    && method.getParameterCount() == arguments.length
                    && (arguments.length == 0 || takes(method.getParameterTypes()[0], arguments[0]));
            if (fits) {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            }
        }
        throw new AssertionError("no " + name + " of " + target.getClass());
    }

    private static boolean takes(Class<?> type, Object value) {
        return type.isInstance(value)
                || (type == long.class && value instanceof Long)
                || (type == int.class && value instanceof Integer)
                || (type == boolean.class && value instanceof Boolean);
    }

    private static Object value(Type type) throws Exception {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                Map<Object, Object> map = new LinkedHashMap<>();
                map.put(value(of[0]), value(of[1]));
                return map;
            }
            List<Object> list = new ArrayList<>();
            list.add(value(of[0]));
            return list;
        }
        Map<Class<?>, Object> values = new HashMap<>(Map.of(
                String.class,
                "x",
                Object.class,
                "x",
                long.class,
                1L,
                int.class,
                1,
                Integer.class,
                1,
                boolean.class,
                true,
                Instant.class,
                Instant.EPOCH,
                MessageId.class,
                MessageId.of("x@example.org"),
                PatchState.class,
                PatchState.NEW,
                CheckState.class,
                CheckState.FAIL));
        values.put(Headers.class, Headers.EMPTY);
        Object simple = values.get((Class<?>) type);
        return simple == null ? build((Class<?>) type, null, null) : simple;
    }
}
