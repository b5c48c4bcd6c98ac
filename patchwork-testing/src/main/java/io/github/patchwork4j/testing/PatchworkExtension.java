package io.github.patchwork4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The JUnit extension behind {@link PatchworkTest}: starts a {@link FakePatchwork} on a free port for each test that asks for
 * one as a parameter, and stops it when the test is over. Used without the annotation it starts with an empty world.
 */
public final class PatchworkExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(PatchworkExtension.class);

    /** Makes the extension; JUnit does this. */
    public PatchworkExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakePatchwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(FakePatchwork.class, any -> start(context), FakePatchwork.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakePatchwork patchwork = context.getStore(NAMESPACE).remove(FakePatchwork.class, FakePatchwork.class);
        if (patchwork != null) {
            patchwork.close();
        }
    }

    private static FakePatchwork start(ExtensionContext context) {
        String world = annotation(context).map(PatchworkTest::world).orElse("");
        if (world.isEmpty()) {
            return FakePatchwork.start();
        }
        Class<?> test = context.getRequiredTestClass();
        try (InputStream snapshot = test.getResourceAsStream(world)) {
            if (snapshot == null) {
                throw new IllegalArgumentException(test.getName() + " has no resource \"" + world + "\"");
            }
            return FakePatchwork.builder().world(snapshot).start();
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
