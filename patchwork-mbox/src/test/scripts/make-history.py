#!/usr/bin/env python3
"""Writes a history for "git fast-import" that has every kind of change a diff can show.

Usage: make-history.py COMMITS [SEED] [--odd-messages] | git -C REPOSITORY fast-import --quiet

The same numbers give the same history. Names, texts and modes are drawn at random from what has given parsers trouble:
spaces, quotes, control characters, bytes that are not UTF-8, CRLF, missing line feeds, binaries, symbolic links,
submodules, files that become links and back, lines that look like parts of a diff or of a mail. With --odd-messages the
authors, dates and messages are odd too.
"""

import random
import sys

NAMES = [
    b"kettle.txt", b"src/tea pot.c", b"src/deep/er/cup.h", b"caf\xc3\xa9/\xe8\x8c\xb6.md", b"latin\xe9.txt",
    b'quo"ted.txt', b"back\\slash", b"tab\there", b"bell\x07\x01", b" leading", b"trailing ", b"a/b/a/b",
    b"b/a", b"a b/a b", b"diff --git a b", b"--- x", b"-- ", b"dev/null", b"box /lid", b"{brace => x}",
    b"@@ -1 +1 @@", b"run.sh", b"no-ext", b"x/y/z/very/long/path/with/many/parts/that/goes/on/file.java", b"#c", b"a\nb",
    b"name 2020-01-02", b"x.orig", b"x",
]
LINES = [
    b"", b" ", b"one", b"two", b"\tthree", b"-- ", b"--", b"---", b"--- a/x", b"+++ b/x", b"++ b/x", b"-- a/x",
    b"@@ -1 +1 @@", b"@ -1", b"diff --git a/x b/x", b"\\ No newline at end of file", b"int f(void) {", b"}",
    b"crlf\r", b"lone\rreturn", b"nul free", b"caf\xc3\xa9", b"latin \xe9", b"index 1..2", b"From 0123 Mon",
    b"new file mode 100644", b"GIT binary patch", b"literal 3", b"Binary files a and b differ", b"\xe2\x80\xa8", b"\x0c",
]
AUTHORS = [
    "Anna Ågren <anna@example.org>", "Berg, Bert <bert@example.org>", 'Carl "CC" Ek <carl@example.com>',
    "李小龍 <li@example.net>", "O'Neil (Dev) <o.neil+git@example.org>", "J. R. Doe <jr@example.org>", "x <x>",
    "Zoë Müller-Ström von und zu der sehr langen Straße am Ende der Welt <zoe@example.org>", "nobody <>",
    "A very long name that goes on for more than sixty characters, or so they say <long@example.org>",
    "at@home <at@example.org>", "=?utf-8?q?not_decoded?= <q@example.org>", "Ends in a dot. <dot@example.org>",
    "back\\slash <b@example.org>", "ünïcödé@example <u@example.org>", "bot[bot] <1+bot[bot]@example.org>",
]
TITLES = [
    "boil the water", "[tag] kettle: boil the water", "Re: kettle: a reply", "kettle: [v2] inner", "[PATCH 3/4] sent again",
    "größe: naïve café ☕ ändern — mit einem sehr langen Betreff, der sicher gefaltet werden muss, ja wirklich, denn er endet",
    "a subject so long that it has to be folded over at least two lines of the header, maybe even over three of them, or four",
    "two  spaces\tand a tab", "ends in a colon:", "=?utf-8?q?quoted?= words", "averyverylongwordwithoutanyspaceinit" * 4,
    "[half open", "half closed]", "RFC: [RFC] rfc", "[[nested] brackets] here", "fwd: forwarded", ": colon first", "[]",
    "日本語の件名はとても長いので折り返さなければならないはずですが本当にそうでしょうかと思いますよね", "é", "From me to you",
    "a_b=c?d", "\u2028 separated", "title\nof two lines", "[PATCH", "dots... and \"quotes\"", "#hash first",
]
PARAGRAPHS = [
    "Text.", "From here on\n>From quoted\n>>From twice", "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
    "  diff --git a/x b/x\n  --- a/x", "> --- a/x\n> +++ b/x\n> @@ -1 +1 @@\n> -a", "----\n--foo\ndiff a b\n--", "-- \nsignature",
    "Above.\n-- >8 --\nBelow.", "- - - 8< - - - cut here - - - 8< - - -", "[anna: note]", "# a comment", "\tindented\n    more",
    "Subject: [x] =?utf-8?q?inn=C3=A9r?=\n folded", "From: Ines Ågren <ines@example.org>", "Date: Tue, 12 May 2026 08:00:00 +0000",
    "Key : value\nEmpty:\nhttps://example.org/1", "Ångström, naïve, ☕, 日本", "ends with spaces   \nand tab\t", "a\x0cb\x0bc", "=3D =20 =",
    "Content-Type: text/plain; charset=utf-16", "This is a\n\n\nwith empty lines", "Conflicts:\n\tx.c", "crlf\r\nhere", "*** a/x\n*** 1 ****",
    "Binary files a and b differ", "2c2\n< a\n> b", "@ -1 +1 @", "x" * 1200, "Depends-on: <1@example.org>", "Changes in v2:\n- less", "[PATCH] x",
]
TRAILERS = [
    "Signed-off-by: Anna Ågren <anna@example.org>", "Reviewed-by: Bert\n <bert@example.org>", 'Fixes: 0123456789ab ("kettle")',
    "Link: https://example.org/1", "(cherry picked from commit 0123456789)", "[bert: changed]", "Cc: <stable@example.org> # 5.1",
    "Acked-by: x", "junk", "Tested-by : spaced", "Change-Id: I0123", "Ünusual-by: x", "Signed-off-by:", "key:value", "A b: c", "base-commit: 012",
]


class History:
    def __init__(self, seed, odd):
        self.random = random.Random(seed)
        # Of its own, so that the changes are the same with any messages.
        self.words = random.Random(seed) if odd else None
        self.files = {}
        self.out = sys.stdout.buffer

    def name(self):
        base = self.random.choice(NAMES)
        if self.random.random() < 0.6:
            base = b"d%d/" % self.random.randrange(6) + base
        return base if self.random.random() < 0.5 else base + b"-%d" % self.random.randrange(30)

    def line(self):
        if self.random.random() < 0.3:
            return self.random.choice(LINES)
        return b" ".join(b"w%d" % self.random.randrange(500) for _ in range(self.random.randrange(1, 9)))

    def text(self, lines):
        data = b"\n".join(self.line() for _ in range(lines))
        return data + (b"\n" if self.random.random() < 0.85 else b"")

    def content(self):
        kind = self.random.random()
        if kind < 0.06:
            return b""
        if kind < 0.14:
            return bytes(self.random.randrange(256) for _ in range(self.random.randrange(1, 3000))) + b"\0"
        if kind < 0.16:
            return self.text(3000)
        if kind < 0.22:
            return self.text(20).replace(b"\n", b"\r\n")
        return self.text(self.random.randrange(1, 60))

    def edited(self, data):
        if b"\0" in data:
            cut = self.random.randrange(len(data))
            return data[:cut] + b"\0changed" + data[cut + self.random.randrange(20):]
        lines = data.split(b"\n")
        for _ in range(self.random.randrange(1, 6)):
            at = self.random.randrange(len(lines) + 1)
            lines[at:at + self.random.randrange(4)] = [self.line() for _ in range(self.random.randrange(4))]
        return b"\n".join(lines)

    def free(self, name):
        taken = any(f == name or f.startswith(name + b"/") or name.startswith(f + b"/") for f in self.files)
        return not taken and b".git" not in name

    def add(self):
        name = self.name()
        if self.free(name):
            mode = self.random.choice([b"100644"] * 8 + [b"100755", b"120000", b"160000"])
            self.files[name] = (mode, self.submodule() if mode == b"160000" else self.content() or b"x")
            if mode == b"100644" and self.random.random() < 0.08:
                self.files[name] = (mode, b"")

    def submodule(self):
        return b"%040x" % self.random.randrange(1, 1 << 159)

    def change(self, name):
        mode, data = self.files[name]
        kind = self.random.random()
        if kind < 0.12:
            del self.files[name]
        elif kind < 0.30:
            target = self.name()
            if self.free(target):
                self.files[target] = (mode, data if kind < 0.2 or mode == b"160000" else self.edited(data))
                del self.files[name]
        elif kind < 0.40:
            target = self.name()
            if self.free(target):
                self.files[target] = (mode, data if kind < 0.35 or mode == b"160000" else self.edited(data))
                if mode != b"160000":
                    self.files[name] = (mode, self.edited(data))
        elif kind < 0.46 and mode in (b"100644", b"100755"):
            self.files[name] = (b"100755" if mode == b"100644" else b"100644", data if kind < 0.43 else self.edited(data))
        elif kind < 0.50:
            mode = self.random.choice([b"100644", b"120000", b"160000"])
            self.files[name] = (mode, self.submodule() if mode == b"160000" else self.content() or b"y")
        elif kind < 0.54 and mode != b"160000":
            self.files[name] = (mode, self.content() or b"z")
        else:
            self.files[name] = (mode, self.submodule() if mode == b"160000" else self.edited(data))

    def author(self):
        zone = self.words.choice(["+0000", "-0000", "+0130", "-1130", "+1400", "+0545", "-0800"])
        when = self.words.choice([86400, 90061, 951782400, 1700000000, 1709164800, 2524608000, 4102444799]) + self.words.randrange(1 << 20)
        return ("%s %d %s" % (self.words.choice(AUTHORS), when, zone)).encode()

    def message(self, number):
        parts = [self.words.choice(TITLES) + (" %d" % number if self.words.random() < 0.5 else "")]
        parts += [self.words.choice(PARAGRAPHS) for _ in range(self.words.randrange(5))]
        if self.words.random() < 0.7:
            parts.append("\n".join(self.words.choice(TRAILERS) for _ in range(self.words.randrange(1, 6))))
        text = "\n\n".join(parts) + self.words.choice(["\n", "", "\n\n"])
        data = text.encode()
        return data.replace(b"Text", b"T\xe9xt") if self.words.random() < 0.05 else data

    def commit(self, number):
        before = dict(self.files)
        for _ in range(self.random.randrange(1, 6)):
            if len(self.files) < 25 or (len(self.files) < 90 and self.random.random() < 0.3):
                self.add()
            else:
                self.change(self.random.choice(sorted(self.files)))
        self.out.write(b"commit refs/heads/main\nmark :%d\n" % (number + 1))
        message = b"change %d\n" % number
        author = b""
        if self.words:
            author = b"author " + self.author() + b"\n"
            message = self.message(number)
        self.out.write(author + b"committer A <a@example.com> %d +0000\n" % (1700000000 + number))
        latin = self.words and self.words.random() < 0.08 and is_latin(message)
        if latin:
            self.out.write(b"encoding iso-8859-1\n")
            message = message.decode().encode("latin-1")
        self.out.write(b"data %d\n%s\n" % (len(message), message))
        # Merges of what was main some time ago, so that there is something to combine.
        if number % 10 == 9:
            self.out.write(b"merge :%d\n" % (number - self.random.randrange(2, 9)))
        if number % 50 == 49:
            self.out.write(b"merge :%d\n" % (number - self.random.randrange(10, 30)))
        for name in sorted(set(before) - set(self.files)):
            self.out.write(b"D " + quoted(name) + b"\n")
        for name, (mode, data) in sorted(self.files.items()):
            if before.get(name) == (mode, data):
                continue
            if mode == b"160000":
                self.out.write(b"M 160000 " + data + b" " + quoted(name) + b"\n")
            else:
                self.out.write(b"M " + mode + b" inline " + quoted(name) + b"\ndata %d\n" % len(data) + data + b"\n")


def quoted(name):
    return b'"' + b"".join(b"\\%03o" % c if c < 32 or c > 126 or c in b'"\\' else bytes([c]) for c in name) + b'"'


def is_latin(message):
    try:
        message.decode().encode("latin-1")
        return True
    except UnicodeError:
        return False


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument != "--odd-messages"]
    history = History(numbers[1] if len(numbers) > 1 else 1, "--odd-messages" in sys.argv)
    for commit in range(numbers[0]):
        history.commit(commit)
