package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.CheckRef;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.SinceApi;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes adapters for the types of the model: interfaces with a static {@code builder()} whose product has a setter for
 * each attribute, named like it.
 */
final class ModelAdapterFactory implements JsonAdapter.Factory {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final JsonOptions options;

    ModelAdapterFactory(JsonOptions options) {
        this.options = options;
    }

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (!(type instanceof Class<?> model) || !model.isInterface() || !annotations.isEmpty()) {
            return null;
        }
        Class<?> builder = builderOf(model);
        return builder == null ? null : adapter(model, builder, moshi);
    }

    private static @Nullable Class<?> builderOf(Class<?> model) {
        try {
            return model.getMethod("builder").getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private <T> JsonAdapter<T> adapter(Class<T> model, Class<?> builder, Moshi moshi) {
        try {
            MethodHandle newBuilder = LOOKUP.findStatic(model, "builder", MethodType.methodType(builder));
            Method build = builder.getMethod("build");
            List<Attribute> attributes = new ArrayList<>();
            for (Method accessor : accessors(model)) {
                attributes.add(attribute(model, builder, accessor, moshi));
            }
            attributes.sort(Comparator.comparing(Attribute::name));
            return new ModelAdapter<>(
                    model,
                    options,
                    newBuilder,
                    LOOKUP.findVirtual(builder, "build", MethodType.methodType(build.getReturnType())),
                    List.copyOf(attributes));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no model type: " + model, e);
        }
    }

    /** The accessors of a type, one for each name: where a subtype declares one again, that of the subtype. */
    private static Iterable<Method> accessors(Class<?> model) {
        Map<String, Method> accessors = new TreeMap<>();
        for (Method method : model.getMethods()) {
            boolean accessor = method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && method.getReturnType() != model // what is called to check a value that was built
                    && !Modifier.isStatic(method.getModifiers());
            if (accessor) {
                accessors.merge(method.getName(), method, ModelAdapterFactory::moreSpecific);
            }
        }
        return accessors.values();
    }

    private static Method moreSpecific(Method one, Method other) {
        return one.getDeclaringClass().isAssignableFrom(other.getDeclaringClass()) ? other : one;
    }

    private Attribute attribute(Class<?> model, Class<?> builder, Method accessor, Moshi moshi)
            throws ReflectiveOperationException {
        Class<?> raw = accessor.getReturnType();
        boolean optional = raw == Optional.class;
        Type read = optional ? argument(accessor.getGenericReturnType()) : accessor.getGenericReturnType();
        String name = JsonNames.of(accessor);
        Method setter = setter(builder, accessor.getName(), Types.getRawType(read));
        SinceApi since = accessor.getAnnotation(SinceApi.class);
        return new Attribute(
                name,
                since == null ? ApiVersion.V1_0 : ApiVersion.of(since.value()),
                optional,
                Attribute.Kind.of(read),
                JsonNames.isBlankNothing(model, name),
                LOOKUP.findVirtual(model, accessor.getName(), MethodType.methodType(raw))
                        .asType(GETTER),
                // The setters are those of a hidden superclass, which a lookup from outside must not name.
                LOOKUP.findVirtual(
                                builder,
                                setter.getName(),
                                MethodType.methodType(setter.getReturnType(), setter.getParameterTypes()[0]))
                        .asType(SETTER),
                isServerDate(model, raw) ? serverDates() : moshi.adapter(read));
    }

    private static Type argument(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }

    /** Finds the setter that takes the whole value: of a list, the one for any {@link Iterable}; of an Optional, what is inside. */
    private static Method setter(Class<?> builder, String name, Class<?> type) {
        for (Method method : builder.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isAssignableFrom(type)) {
                return method;
            }
        }
        throw new IllegalStateException("no setter " + name + "(" + type + ") in " + builder);
    }

    /** Tells apart the dates that Patchwork 3.x sends in its own time zone. */
    private static boolean isServerDate(Class<?> model, Class<?> type) {
        return type == Instant.class && (CheckRef.class.isAssignableFrom(model) || model == Event.class);
    }

    @SuppressWarnings("unchecked")
    private JsonAdapter<Object> serverDates() {
        return (JsonAdapter<Object>) (JsonAdapter<?>) new InstantAdapter(options.serverZone(), options.zonedDates());
    }
}
