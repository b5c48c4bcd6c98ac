package io.github.patchwork4j.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables generates the implementations of the model.
 *
 * <p>Kept in the sources only and naming the annotations that generated code may carry, because anything else makes
 * the compilers of users warn of annotations whose classes they do not have.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        builderVisibility = Value.Style.BuilderVisibility.PACKAGE, // or javadoc shows the setters without a word
        overshadowImplementation = true,
        jdkOnly = true,
        optionalAcceptNullable = true,
        jacksonIntegration = false,
        allowedClasspathAnnotations = {
            org.jspecify.annotations.Nullable.class,
            javax.annotation.processing.Generated.class
        })
@interface ModelStyle {}
