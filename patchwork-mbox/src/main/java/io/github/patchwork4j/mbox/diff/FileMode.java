package io.github.patchwork4j.mbox.diff;

/**
 * What kind of file an entry is and whether it may be executed, as git stores it.
 *
 * <p>Git keeps only a few modes; any other is made one of them, as {@code 100664} is made {@code 100644}.
 */
public final class FileMode {
    private static final int TYPE = 0170000;
    private static final int REGULAR_TYPE = 0100000;
    private static final int DIRECTORY_TYPE = 0040000;
    private static final int SYMLINK_TYPE = 0120000;
    private static final int SUBMODULE_TYPE = 0160000;

    static final FileMode PLAIN = new FileMode(0100644);
    static final FileMode EXECUTABLE = new FileMode(0100755);
    private static final FileMode DIRECTORY = new FileMode(DIRECTORY_TYPE);
    private static final FileMode SYMLINK = new FileMode(SYMLINK_TYPE);
    private static final FileMode SUBMODULE = new FileMode(SUBMODULE_TYPE);

    private final int bits;

    private FileMode(int bits) {
        this.bits = bits;
    }

    /**
     * Returns the mode that git makes of the bits of a Unix mode.
     *
     * @param bits the bits, as in {@code 0100664}
     * @return the mode
     */
    public static FileMode of(int bits) {
        return switch (bits & TYPE) {
            case REGULAR_TYPE -> (bits & 0100) != 0 ? EXECUTABLE : PLAIN;
            case DIRECTORY_TYPE -> DIRECTORY;
            case SYMLINK_TYPE -> SYMLINK;
            default -> SUBMODULE;
        };
    }

    /**
     * Returns the bits.
     *
     * @return one of 0100644, 0100755, 0120000, 0160000 and 0040000
     */
    public int bits() {
        return bits;
    }

    /**
     * Tells whether it is a file with content of its own.
     *
     * @return whether it is, executable or not
     */
    public boolean isRegular() {
        return (bits & TYPE) == REGULAR_TYPE;
    }

    /**
     * Tells whether it is a file that may be executed.
     *
     * @return whether it is 0100755
     */
    public boolean isExecutable() {
        return bits == 0100755;
    }

    /**
     * Tells whether it is a symbolic link, whose content is the path it leads to.
     *
     * @return whether it is
     */
    public boolean isSymlink() {
        return bits == SYMLINK_TYPE;
    }

    /**
     * Tells whether it is a submodule, whose content names a commit of another repository.
     *
     * @return whether it is
     */
    public boolean isSubmodule() {
        return bits == SUBMODULE_TYPE;
    }

    boolean isSameTypeAs(FileMode other) {
        return (bits & TYPE) == (other.bits & TYPE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileMode that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    /** Returns six octal digits, as git prints them. */
    @Override
    public String toString() {
        String octal = Integer.toOctalString(bits);
        return "0".repeat(6 - octal.length()) + octal;
    }
}
