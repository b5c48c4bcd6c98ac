package io.github.patchwork4j.client;

import java.util.Optional;

/** Who is asking. Instances never show their secrets. */
public final class Credentials {
    /** Nobody in particular: reads everything but users and private bundles, and people on Patchwork 3.x. */
    public static final Credentials ANONYMOUS = new Credentials("anonymous", Optional.empty());

    private final String kind;
    private final Optional<String> authorization;

    private Credentials(String kind, Optional<String> authorization) {
        this.kind = kind;
        this.authorization = authorization;
    }

    /**
     * Returns credentials by an API token, which both servers take.
     *
     * @param token the token that the user's profile page shows; white space around it is dropped
     * @return the credentials
     * @throws IllegalArgumentException if the token is blank, or holds anything but visible ASCII characters
     */
    public static Credentials token(String token) {
        String stripped = token.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the token is blank, or holds blanks or other unfit characters");
        }
        return new Credentials("token", Optional.of("Token " + stripped));
    }

    /**
     * Returns credentials by name and password, which only Patchwork 3.x takes; 4.0 counts them as nobody.
     *
     * @param username the name to log in with, not the mail address; case counts
     * @param password the password
     * @return the credentials
     * @throws IllegalArgumentException if the name is blank or holds a colon
     */
    public static Credentials basic(String username, String password) {
        if (username.isBlank() || username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user name is blank or holds a colon");
        }
        return new Credentials(
                "basic",
                Optional.of(okhttp3.Credentials.basic(username, password, java.nio.charset.StandardCharsets.UTF_8)));
    }

    /**
     * Looks up what this machine is set up for, as the command line tools of Patchwork read it. Nothing is looked up
     * unless this is called.
     *
     * <p>The places, the first one that names a server counts:
     *
     * <ol>
     *   <li>the environment: {@code PW_SERVER}, {@code PW_PROJECT}, {@code PW_TOKEN}, or {@code PW_USERNAME} and
     *       {@code PW_PASSWORD};
     *   <li>{@code git config} in the current directory: {@code pw.server}, {@code pw.project}, {@code pw.token}, or
     *       {@code pw.username} and {@code pw.password};
     *   <li>the file that {@code PWCLIENTRC} names in the environment, or else {@code ~/.pwclientrc}: the section of the
     *       project that is set above, or of the {@code default} in {@code [options]}, or the only one.
     * </ol>
     *
     * <p>Credentials go only to a server that they are meant for: they count if they stand beside the address of that
     * server, or in a place before it that names no server. A token beats a name and password of the same place.
     *
     * @return the server, the project and the credentials
     * @throws IllegalStateException if no server is set anywhere, or something there cannot be read; the message names
     *     the place and shows nothing secret
     */
    public static Account discover() {
        return new Discovery(Surroundings.real()).account();
    }

    /** Returns the value of the {@code Authorization} header. */
    Optional<String> authorization() {
        return authorization;
    }

    /** Returns the kind of the credentials, without anything secret. */
    @Override
    public String toString() {
        return "Credentials(" + kind + ")";
    }
}
