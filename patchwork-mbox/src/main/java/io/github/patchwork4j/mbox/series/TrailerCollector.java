package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.diff.PatchId;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.ReviewTrailer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Collects the trailers that reviewers gave to the patches of a series in their answers. */
public final class TrailerCollector {
    private TrailerCollector() {}

    /**
     * Collects what a patch was given: in the answers to it, and in those to the cover letter, which are for all patches.
     *
     * @param series the series
     * @param patch one of its patches
     * @return the trailers, each key and value once, those of the patch's own answers first
     */
    public static List<CollectedTrailer> collect(MailSeries series, SeriesMail patch) {
        return collect(series, patch, List.of());
    }

    /**
     * Collects what a patch was given, and what it was given in older versions of the series as long as its diff was the same, by
     * {@linkplain PatchId#stable git's patch id}. Its message may have been another one.
     *
     * @param series the series
     * @param patch one of its patches
     * @param older older versions of it, in the order in which they are asked: the newest first
     * @return the trailers, each key and value once, where it was found first
     */
    public static List<CollectedTrailer> collect(MailSeries series, SeriesMail patch, List<MailSeries> older) {
        List<CollectedTrailer> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        addAll(series, patch, seen, all);
        Optional<PatchId> id = id(patch);
        if (id.isPresent()) {
            for (MailSeries version : older) {
                version.patches().stream()
                        .filter(same -> id(same).equals(id))
                        .forEach(same -> addAll(version, same, seen, all));
            }
        }
        return List.copyOf(all);
    }

    private static Optional<PatchId> id(SeriesMail patch) {
        return PatchId.stable(patch.mail().patchText());
    }

    private static void addAll(MailSeries series, SeriesMail patch, Set<String> seen, List<CollectedTrailer> all) {
        int version = series.version();
        patch.replies().forEach(reply -> collect(reply, version, false, seen, all));
        series.cover().ifPresent(cover -> cover.replies().forEach(reply -> collect(reply, version, true, seen, all)));
    }

    private static void collect(
            PatchMail reply, int version, boolean onCover, Set<String> seen, List<CollectedTrailer> all) {
        Optional<MailAddress> from = reply.mail().from();
        for (ReviewTrailer trailer : ReviewTrailer.parse(reply.message())) {
            String key = trailer.trailer().key().toLowerCase(Locale.ROOT);
            // Mail programs write Cc: above what they quote.
            if (!key.equals("cc") && seen.add(key + ' ' + trailer.trailer().value())) {
                boolean own = trailer.person().isEmpty()
                        || from.filter(sender -> isSame(sender, trailer.person().get()))
                                .isPresent();
                all.add(new CollectedTrailer(trailer, reply, version, onCover, own));
            }
        }
    }

    /** The same address but for its case, a +tag or a sub-domain, or the same name. */
    private static boolean isSame(MailAddress one, MailAddress other) {
        String name = one.name().strip();
        if (!name.isEmpty() && name.equalsIgnoreCase(other.name().strip())) {
            return true;
        }
        String first = domain(one);
        String second = domain(other);
        boolean related = first.equals(second) || first.endsWith("." + second) || second.endsWith("." + first);
        return related && !first.isEmpty() && local(one).equals(local(other));
    }

    private static String local(MailAddress address) {
        String email = address.email().toLowerCase(Locale.ROOT);
        String local = email.substring(0, Math.max(0, email.lastIndexOf('@')));
        int tag = local.indexOf('+');
        return tag > 0 ? local.substring(0, tag) : local;
    }

    private static String domain(MailAddress address) {
        String email = address.email().toLowerCase(Locale.ROOT);
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
