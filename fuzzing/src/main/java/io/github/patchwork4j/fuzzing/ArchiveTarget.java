package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.LineEnds;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Splits archives by every rule: no byte is lost, and it does not matter in what pieces they come. */
public final class ArchiveTarget {
    private static final int[] CHUNKS = {1, 7, 64, 1000};

    private ArchiveTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data an archive
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Bytes input = Bytes.of(data);
        for (SplitRule rule : SplitRule.values()) {
            Promise.allocatesLinearly(data.length, 200, () -> mails(ArchiveReader.of(rule), input));
            List<String> whole = new ArrayList<>();
            long end = -1;
            for (ArchivedMail mail : mails(ArchiveReader.of(rule), input)) {
                Promise.standsAt(input, mail.offset(), mail.raw(), "mail");
                Promise.holds(end < 0 ? isBlank(input, mail.offset()) : end == mail.offset(), "bytes between mails");
                end = mail.offset() + mail.raw().length();
                whole.add(described(mail));
            }
            Promise.holds(end < 0 ? isBlank(input, data.length) : end == data.length, "bytes behind the last mail");
            int chunk = CHUNKS[data.length % CHUNKS.length];
            ArchiveReader reader = ArchiveReader.of(rule).withChunkBytes(chunk);
            Promise.equal(describe(mails(reader, data)), whole, rule + " in pieces of " + chunk);
            cut(rule, data);
            describe(mails(reader.withLineEnds(LineEnds.KEEP), input));
        }
    }

    /** With a bound on the size of mails they begin where they do without, unless a Content-Length above it is no longer believed. */
    private static void cut(SplitRule rule, byte[] data) {
        ArchiveReader reader = ArchiveReader.of(rule)
                .withLimits(Limits.builder().maxMessageBytes(40).build());
        List<ArchivedMail> cut = mails(reader, Bytes.of(data));
        if (rule != SplitRule.CONTENT_LENGTH) {
            beginAlike(cut, mails(ArchiveReader.of(rule), Bytes.of(data)));
        }
        Promise.equal(describe(mails(reader.withChunkBytes(3), data)), describe(cut), "a bound in pieces of 3");
    }

    private static void beginAlike(List<ArchivedMail> cut, List<ArchivedMail> whole) {
        Promise.equal(cut.size(), whole.size(), "number of mails with a bound");
        for (int i = 0; i < cut.size(); i++) {
            Promise.equal(cut.get(i).offset(), whole.get(i).offset(), "offset with a bound");
            Bytes raw = whole.get(i).raw();
            Promise.equal(cut.get(i).raw(), raw.slice(0, Math.min(40, raw.length())), "cut mail");
        }
    }

    private static List<ArchivedMail> mails(ArchiveReader reader, Bytes input) {
        return all(reader.read(input));
    }

    private static List<ArchivedMail> mails(ArchiveReader reader, byte[] input) {
        return all(reader.read(new ByteArrayInputStream(input)));
    }

    private static List<ArchivedMail> all(MailArchive archive) {
        List<ArchivedMail> mails = new ArrayList<>();
        archive.iterator().forEachRemaining(mails::add);
        return mails;
    }

    private static List<String> describe(List<ArchivedMail> mails) {
        return mails.stream().map(ArchiveTarget::described).toList();
    }

    private static String described(ArchivedMail mail) {
        return mail.index() + " " + mail.offset() + " " + mail.raw().latin1() + " " + mail.envelope() + " "
                + mail.content().latin1() + " " + mail.diagnostics();
    }

    private static boolean isBlank(Bytes input, long end) {
        for (int i = 0; i < end; i++) {
            if (input.at(i) != ' ' && (input.at(i) < '\t' || input.at(i) > '\r')) {
                return false;
            }
        }
        return true;
    }
}
