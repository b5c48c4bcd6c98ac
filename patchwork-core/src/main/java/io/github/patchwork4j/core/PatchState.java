package io.github.patchwork4j.core;

import java.util.Locale;

/**
 * The state of a patch, such as "under review".
 *
 * <p>States are rows of the server's database and differ from one installation to the next, so this is no enum: any
 * text is a state, and the constants are those of a fresh installation. Patchwork 3.x writes states as slugs
 * ({@code under-review}), 4.0 as names ({@code Under Review}) on patches and as slugs in events; two states are equal
 * when their slugs are.
 */
public final class PatchState {
    /** Nobody has looked at the patch. */
    public static final PatchState NEW = of("new");

    /** Somebody is looking at it. */
    public static final PatchState UNDER_REVIEW = of("under-review");

    /** It has been taken. */
    public static final PatchState ACCEPTED = of("accepted");

    /** It will not be taken. */
    public static final PatchState REJECTED = of("rejected");

    /** It was sent to be talked about. */
    public static final PatchState RFC = of("rfc");

    /** It is not for this project. */
    public static final PatchState NOT_APPLICABLE = of("not-applicable");

    /** Its author is asked to change it. */
    public static final PatchState CHANGES_REQUESTED = of("changes-requested");

    /** It has to be taken elsewhere first. */
    public static final PatchState AWAITING_UPSTREAM = of("awaiting-upstream");

    /** A newer version of it was sent. */
    public static final PatchState SUPERSEDED = of("superseded");

    /** It is put off. */
    public static final PatchState DEFERRED = of("deferred");

    /** The patch has no state; Patchwork 4.0 knows such patches, 3.x does not. */
    public static final PatchState NONE = new PatchState("");

    private final String text;
    private final String slug;

    private PatchState(String text) {
        this.text = text;
        this.slug = text.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /**
     * Returns the state of a name or a slug.
     *
     * @param text for example {@code Under Review} or {@code under-review}
     * @return the state
     * @throws IllegalArgumentException if {@code text} is blank
     */
    public static PatchState of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("patch state is blank: \"" + text + "\"");
        }
        return new PatchState(text.strip());
    }

    /**
     * {@return the state in lower case with hyphens, as in {@code under-review}}
     */
    public String slug() {
        return slug;
    }

    /**
     * Returns the state in lower case with blanks, as in {@code under review}: the form that both servers understand in
     * filters and in writes.
     *
     * @return the words
     */
    public String words() {
        return slug.replace('-', ' ');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatchState that && slug.equals(that.slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }

    /** Returns the state as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
