package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PatchRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bundle to make: some patches of one project, in an order. */
public final class NewBundle extends Changes {
    private NewBundle(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * Begins a bundle of patches.
     *
     * @param name the name, 1 to 50 characters that no other bundle of the same owner is called
     * @param patches the patches, in any form, which all are of one project; only the mails show their order
     * @return a builder
     * @throws IllegalArgumentException if the name has no address: if it is blank, holds a slash, or consists of dots.
     *     Patchwork 3.x fails on a slash, stores the bundle, and fails on every list with it from then on
     */
    public static Builder builder(String name, Collection<? extends PatchRef> patches) {
        return builder(name, patches.stream().mapToLong(PatchRef::id).toArray());
    }

    /**
     * Begins a bundle of patches.
     *
     * @param name the name, as {@link #builder(String, Collection)} takes it
     * @param patches the ids of the patches
     * @return a builder
     * @throws IllegalArgumentException if the name has no address
     */
    public static Builder builder(String name, long... patches) {
        return new Builder(name, patches);
    }

    /** Makes {@link NewBundle}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder(String name, long... patches) {
            fields.put("name", WriteValues.bundleName(name));
            fields.put("patches", WriteValues.ids("patch", patches));
        }

        /**
         * Shows the bundle to others; they do not see it unless set.
         *
         * @return this builder
         */
        public Builder visibleToAll() {
            fields.put("public", true);
            return this;
        }

        /**
         * {@return the new bundle}
         */
        public NewBundle build() {
            return new NewBundle(fields);
        }
    }
}
