package io.github.patchwork4j.testing.internal.four;

/** What a method does at a path. It checks first the parameters and the body, then the caller, the object and the right. */
@FunctionalInterface
interface Action {
    Outcome answer(Call call);
}
