package io.github.patchwork4j.testing;

import io.github.patchwork4j.client.PatchworkClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The JUnit extension behind {@link PatchworkTest}: starts a {@link FakePatchwork} on a free port for each test that asks for
 * one, or for a {@link PatchworkClient} of it, as a parameter of the test, of what runs before or after it or of the
 * constructor, or as a field that is neither static nor final. When the test is over it stops the server, which fails the
 * test if a request was one that a real server would misread. Asked for by what runs before all tests of a class, or by the
 * constructor of a class that has one instance for them, the server is that of all these tests. Used without the annotation
 * it starts with an empty world.
 */
public final class PatchworkExtension
        implements ParameterResolver, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(PatchworkExtension.class);

    /** Makes the extension; JUnit does this. */
    public PatchworkExtension() {}

    /** The server of a constructor is that of the test, too. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isKnown(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return value(parameter.getParameter().getType(), context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : instance.getClass().getDeclaredFields()) {
                int fixed = Modifier.STATIC | Modifier.FINAL;
                if (isKnown(field.getType()) && (field.getModifiers() & fixed) == 0 && field.trySetAccessible()) {
                    field.set(instance, value(field.getType(), context));
                }
            }
        }
    }

    private static boolean isKnown(Class<?> type) {
        return type == FakePatchwork.class || type == PatchworkClient.class;
    }

    private static Object value(Class<?> type, ExtensionContext context) {
        FakePatchwork fake = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(FakePatchwork.class, any -> start(context), FakePatchwork.class);
        return type == FakePatchwork.class
                ? fake
                : context.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(PatchworkClient.class, any -> fake.client(), PatchworkClient.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    /** Closes what was started for this test or class, not what is that of a class around it. */
    private static void close(ExtensionContext context) {
        context.getStore(NAMESPACE).remove(PatchworkClient.class);
        FakePatchwork patchwork = context.getStore(NAMESPACE).remove(FakePatchwork.class, FakePatchwork.class);
        if (patchwork != null) {
            patchwork.close();
        }
    }

    private static FakePatchwork start(ExtensionContext context) {
        FakePatchworkBuilder builder = FakePatchwork.builder();
        PatchworkTest test = annotation(context).orElse(null);
        if (test == null) {
            return builder.start();
        }
        builder.profile(test.profile());
        return (test.world().isEmpty() ? builder : world(builder, context.getRequiredTestClass(), test.world()))
                .start();
    }

    private static FakePatchworkBuilder world(FakePatchworkBuilder builder, Class<?> test, String world) {
        try (InputStream snapshot = test.getResourceAsStream(world)) {
            if (snapshot == null) {
                throw new IllegalArgumentException(test.getName() + " has no resource \"" + world + "\"");
            }
            return builder.world(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the world " + world, e);
        }
    }

    /** Finds the annotation on the test, else on its class or a class around that. */
    private static Optional<PatchworkTest> annotation(ExtensionContext context) {
        Optional<ExtensionContext> scope = Optional.of(context);
        while (scope.isPresent()) {
            Optional<PatchworkTest> found = scope.get().getElement().map(PatchworkExtension::annotation);
            if (found.isPresent()) {
                return found;
            }
            scope = scope.get().getParent();
        }
        return Optional.empty();
    }

    private static PatchworkTest annotation(AnnotatedElement element) {
        return element.getAnnotation(PatchworkTest.class);
    }
}
