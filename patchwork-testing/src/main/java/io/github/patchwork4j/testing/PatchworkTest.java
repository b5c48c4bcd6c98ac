package io.github.patchwork4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class, or one test, a {@link FakePatchwork} of its own, as a parameter or a field; so it gets a
 * {@link io.github.patchwork4j.client.PatchworkClient} of that server.
 *
 * <pre>{@code
 * @PatchworkTest(world = "/worlds/small.json")
 * class BotTest {
 *     @Test
 *     void findsNewSeries(FakePatchwork patchwork) { ... }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(PatchworkExtension.class)
public @interface PatchworkTest {

    /**
     * Names the world to start with.
     *
     * @return a resource of the test class in the <a href="package-summary.html#snapshot">snapshot format</a>, or an empty
     *     text for an empty world
     */
    String world() default "";

    /**
     * Names the Patchwork that answers.
     *
     * @return 3.2 unless another is named
     */
    Profile profile() default Profile.PATCHWORK_3_2;
}
