package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.state.ProjectRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A series that is about to be mailed to a fake. What is not said is made up: where there are several patches a cover letter
 * carries the title of the series, and the diff of each patch adds a file of its own.
 */
public final class SeriesBuilder {
    private static final Duration BETWEEN_MAILS = Duration.ofSeconds(1);

    private final WorldEditor editor;
    private final String title;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Integer> missing = new HashSet<>();
    private String prefix = "PATCH";
    private int version = 1;
    private String senderName = "Test Author";
    private String senderEmail = "author@example.org";
    private @Nullable String project;
    private @Nullable String inReplyTo;
    private @Nullable Instant date;
    private String coverText;
    private boolean hasCover;
    private boolean mayHaveCover = true;

    SeriesBuilder(WorldEditor editor, String title) {
        this.editor = editor;
        this.title = MailText.oneLine(title);
        this.coverText = "This is: " + title + "\n";
    }

    /**
     * Says which version it is.
     *
     * @param number from 1
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public SeriesBuilder version(int number) {
        version = positive(number);
        return this;
    }

    /**
     * Adds made-up patches.
     *
     * @param count how many, from 1
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public SeriesBuilder patches(int count) {
        for (int i = positive(count); i > 0; i--) {
            int number = parts.size() + 1;
            patch(title + ", step " + number, "Step " + number + " of: " + title + "\n", diff(number));
        }
        return this;
    }

    /**
     * Adds a patch with a made-up diff.
     *
     * @param patchTitle its title, without prefixes
     * @return this
     * @throws IllegalArgumentException if the title is empty or not one line
     */
    public SeriesBuilder patch(String patchTitle) {
        return patch(patchTitle, "", diff(parts.size() + 1));
    }

    /**
     * Adds a patch.
     *
     * @param patchTitle its title, without prefixes
     * @param message what is said about it, lines that end with a newline
     * @param diff the diff, as git writes it
     * @return this
     * @throws IllegalArgumentException if the title is empty or not one line
     */
    public SeriesBuilder patch(String patchTitle, String message, String diff) {
        parts.add(new Part(MailText.oneLine(patchTitle), message, diff));
        return this;
    }

    /**
     * Says who sends it.
     *
     * @param name the name
     * @param email the address
     * @return this
     * @throws IllegalArgumentException if one of them is empty or not one line
     */
    public SeriesBuilder from(String name, String email) {
        senderName = MailText.oneLine(name);
        senderEmail = MailText.oneLine(email);
        return this;
    }

    /**
     * Says which project it is for.
     *
     * @param linkName the project; without this it is the first one, which an empty world gets
     * @return this
     */
    public SeriesBuilder project(String linkName) {
        project = linkName;
        return this;
    }

    /**
     * Says what stands in the brackets besides version and number.
     *
     * @param words such as {@code RFC PATCH net-next}
     * @return this
     * @throws IllegalArgumentException if it is empty or not one line
     */
    public SeriesBuilder prefix(String words) {
        prefix = MailText.oneLine(words);
        return this;
    }

    /**
     * Gives it a cover letter, also where there is one patch only.
     *
     * @param text what stands in it
     * @return this
     * @throws IllegalArgumentException if it is empty, for a server drops mails without a text
     */
    public SeriesBuilder cover(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a cover letter without a text would be dropped: \"" + text + "\"");
        }
        coverText = text;
        hasCover = true;
        return this;
    }

    /**
     * Leaves the cover letter out; the series is called like its first patch then.
     *
     * @return this
     */
    public SeriesBuilder withoutCover() {
        mayHaveCover = false;
        return this;
    }

    /**
     * Lets a patch not arrive, so that the series stays incomplete.
     *
     * @param number the number of the patch, from 1
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public SeriesBuilder without(int number) {
        missing.add(positive(number));
        return this;
    }

    /**
     * Makes its first mail an answer, as new versions often are.
     *
     * @param messageId the mail that it answers, with its brackets
     * @return this
     * @throws IllegalArgumentException if it is empty or not one line
     */
    public SeriesBuilder inReplyTo(String messageId) {
        inReplyTo = MailText.oneLine(messageId);
        return this;
    }

    /**
     * Says what date its first mail has; each one after it is a second later.
     *
     * @param first the date, of which whole seconds count; without this it is that of the clock
     * @return this
     */
    public SeriesBuilder date(Instant first) {
        date = first;
        return this;
    }

    /**
     * Mails it.
     *
     * @return its ids
     * @throws IllegalArgumentException if there is no such project, or a patch is missing that it does not have
     * @throws IllegalStateException if the project does not take the mails, such as for their subjects; those that it took stay
     */
    public AddedSeries create() {
        if (parts.isEmpty()) {
            patch(title);
        }
        int total = parts.size();
        missing.stream().filter(number -> number > total).findFirst().ifPresent(number -> {
            throw new IllegalArgumentException("there is no patch " + number + " among " + total);
        });
        return editor.changing(() -> send(editor.project(project)));
    }

    private AddedSeries send(ProjectRow to) {
        String stem = editor.newStem();
        boolean covered = isCovered();
        Instant time = date == null ? editor.clock().instant() : date;
        String parent = inReplyTo;
        OptionalLong cover = OptionalLong.empty();
        long series = 0;
        if (covered) {
            DeliveredMail delivered =
                    editor.deliver(mail(stem, 0, title, time).inReplyTo(parent).with(coverText), to);
            cover = OptionalLong.of(delivered.id());
            series = delivered.series();
            parent = id(stem, 0);
        }
        List<Long> patches = new ArrayList<>();
        for (int number = 1; number <= parts.size(); number++) {
            Part part = parts.get(number - 1);
            time = time.plus(BETWEEN_MAILS);
            if (!missing.contains(number)) {
                DeliveredMail delivered = editor.deliver(
                        mail(stem, number, part.title(), time).inReplyTo(parent).with(part.body()), to);
                patches.add(delivered.id());
                series = delivered.series();
            }
            parent = covered || number > 1 ? parent : id(stem, 1);
        }
        return new AddedSeries(series, cover, List.copyOf(patches));
    }

    private boolean isCovered() {
        return mayHaveCover && (hasCover || parts.size() > 1);
    }

    private MailText mail(String stem, int number, String subject, Instant time) {
        String numbers = parts.size() > 1 || isCovered() ? " " + number + "/" + parts.size() : "";
        String brackets = "[" + prefix + (version > 1 ? " v" + version : "") + numbers + "] ";
        return new MailText(brackets + subject, stem + "-" + number + "@fake.example.org", time)
                .from(senderName, senderEmail);
    }

    private static String id(String stem, int number) {
        return "<" + stem + "-" + number + "@fake.example.org>";
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("counted from 1: " + number);
        }
        return number;
    }

    private String diff(int number) {
        String file = "step-" + number + ".txt";
        return "diff --git a/" + file + " b/" + file + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + file
                + "\n@@ -0,0 +1 @@\n+" + title + "\n";
    }

    private record Part(String title, String message, String diff) {

        String body() {
            return message + "---\n" + diff + "-- \n2.47.0\n";
        }
    }
}
