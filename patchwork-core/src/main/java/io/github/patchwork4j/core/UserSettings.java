package io.github.patchwork4j.core;

import org.immutables.value.Value;

/** What a user chose on the server's web pages. */
@Value.Immutable
@ModelStyle
public interface UserSettings extends WithUserSettings {
    /** {@return whether the server sends mails in the name of the user} */
    boolean sendEmail();

    /** {@return how many rows the server's web pages show at once; no matter for the API} */
    int itemsPerPage();

    /** {@return whether the server's web pages show ids; no matter for the API} */
    boolean showIds();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link UserSettings}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableUserSettings.Builder {
        Builder() {}
    }
}
