package io.github.patchwork4j.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The version of the REST API that first has an attribute; answers of an older version leave it out. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SinceApi {
    /**
     * {@return the version, as {@link ApiVersion#of(String)} reads it}
     */
    String value();
}
