package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.ReviewTrailer;

/**
 * A trailer that an answer gave to a patch.
 *
 * @param trailer the trailer
 * @param origin the mail that it stands in
 * @param version the version of the series that the mail answers; one before that of the patch if the trailer was carried over
 * @param onCover whether that mail answers the cover letter, so that the trailer is for all patches
 * @param fromItsPerson whether the mail was sent by the person that the trailer names; a trailer in the name of somebody else is
 *     to be looked at before it is used
 */
public record CollectedTrailer(
        ReviewTrailer trailer, PatchMail origin, int version, boolean onCover, boolean fromItsPerson) {}
