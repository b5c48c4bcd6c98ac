/** A parser for mail archives, patch mails and diffs: bytes in, model out. */
module io.github.patchwork4j.mbox {
    requires transitive io.github.patchwork4j.core;
    requires static transitive org.jspecify;

    exports io.github.patchwork4j.mbox;
    exports io.github.patchwork4j.mbox.apply;
    exports io.github.patchwork4j.mbox.archive;
    exports io.github.patchwork4j.mbox.compare;
    exports io.github.patchwork4j.mbox.diff;
    exports io.github.patchwork4j.mbox.edit;
    exports io.github.patchwork4j.mbox.mail;
    exports io.github.patchwork4j.mbox.patch;
    exports io.github.patchwork4j.mbox.series;
}
