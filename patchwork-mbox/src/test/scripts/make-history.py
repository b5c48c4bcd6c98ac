#!/usr/bin/env python3
"""Writes a history for "git fast-import" that has every kind of change a diff can show.

Usage: make-history.py COMMITS [SEED] | git -C REPOSITORY fast-import --quiet

The same numbers give the same history. Names, texts and modes are drawn at random from what has given parsers trouble:
spaces, quotes, control characters, bytes that are not UTF-8, CRLF, missing line feeds, binaries, symbolic links,
submodules, files that become links and back, lines that look like parts of a diff or of a mail.
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


class History:
    def __init__(self, seed):
        self.random = random.Random(seed)
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

    def commit(self, number):
        before = dict(self.files)
        for _ in range(self.random.randrange(1, 6)):
            if len(self.files) < 25 or (len(self.files) < 90 and self.random.random() < 0.3):
                self.add()
            else:
                self.change(self.random.choice(sorted(self.files)))
        self.out.write(b"commit refs/heads/main\nmark :%d\ncommitter A <a@example.com> %d +0000\n" % (number + 1, 1700000000 + number))
        message = b"change %d\n" % number
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


if __name__ == "__main__":
    history = History(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for commit in range(int(sys.argv[1])):
        history.commit(commit)
