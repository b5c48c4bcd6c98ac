package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PatchRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change about a bundle. Only its owner may change it. */
public final class BundleUpdate extends Changes {
    private BundleUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes {@link BundleUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Gives the bundle another name.
         *
         * @param name the name, as {@link NewBundle#builder(String, Collection)} takes it
         * @return this builder
         * @throws IllegalArgumentException if the name has no address
         */
        public Builder name(String name) {
            fields.put("name", WriteValues.bundleName(name));
            return this;
        }

        /**
         * Puts other patches in the place of all that are in the bundle.
         *
         * @param patches the ids of the patches, which all are of one project; the bundle moves to that
         * @return this builder
         * @throws IllegalArgumentException if no patch has such an id
         */
        public Builder patches(long... patches) {
            fields.put("patches", WriteValues.ids("patch", patches));
            return this;
        }

        /**
         * Puts other patches in the place of all that are in the bundle.
         *
         * @param patches the patches, in any form, which all are of one project; the bundle moves to that
         * @return this builder
         */
        public Builder patches(Collection<? extends PatchRef> patches) {
            return patches(patches.stream().mapToLong(PatchRef::id).toArray());
        }

        /**
         * Shows the bundle to others.
         *
         * @return this builder
         */
        public Builder visibleToAll() {
            fields.put("public", true);
            return this;
        }

        /**
         * Hides the bundle from others. Patchwork 4.0 still shows it to whoever asks for it by its id.
         *
         * @return this builder
         */
        public Builder visibleToOwner() {
            fields.put("public", false);
            return this;
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public BundleUpdate build() {
            return new BundleUpdate(fields);
        }
    }
}
