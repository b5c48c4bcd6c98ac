package io.github.patchwork4j.mbox.internal.python;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Charsets;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The codes of a charset of one and two bytes for which Python's table has another text than Java's, or none. */
final class PythonCodes {
    static final PythonCodes BIG5 =
            new PythonCodes("Big5", "a15a=\u2574 a1c3=\uffe3 a1c5=\u02cd a1fe=\uff0f a240=\uff3c");

    /** Python's cp950, which Java's table of that name has filled up with characters for private use. */
    static final PythonCodes CP950 = new PythonCodes("Big5", """
            a145=\u2027 a14e=\ufe51 a15a=\u2574 a1c2=\u00af\uffe3 a1c5=\u02cd a1e3=\uff5e a1f2=\u2295\u2299 a1fe=\uff0f \
            a240=\uff3c\u2215\ufe68 a244=\uffe5 a246=\uffe0\uffe1 a3e1=\u20ac \
            f9d6=\u7881\u92b9\u88cf\u58bb\u6052\u7ca7\u5afa\u2554\u2566\u2557\u2560\u256c\u2563\u255a\u2569\u255d\u2552\
            \u2564\u2555\u255e\u256a\u2561\u2558\u2567\u255b\u2553\u2565\u2556\u255f\u256b\u2562\u2559\u2568\u255c\u2551\
            \u2550\u256d\u256e\u2570\u256f\u2593""");

    /** Python's table is of 2004, and what is two characters there Java only writes. */
    static final PythonCodes BIG5_HKSCS = new PythonCodes("Big5-HKSCS", """
            877a-87df= c6cf= c6d3= c6d5= c6d7= c6de-c6df= 8862+\u00ca\u0304 8864+\u00ca\u030c 88a3+\u00ea\u0304 \
            88a5+\u00ea\u030c a15a=\u2574 a1c3=\uffe3 a1c5=\u02cd a1fe=\uff0f a240=\uff3c""");

    static final PythonCodes JOHAB = new PythonCodes("x-Johab", """
            8441=\u3000\u3131\u3132 8445=\u3134 8448=\u3137\u3139 8451=\u3141 8453=\u3142 \
            8455=\u3145\u3146\u3147\u3148\u314a\u314b\u314c\u314d\u314e""");

    /** Single bytes that Windows passes through. */
    static final PythonCodes CP932 = new PythonCodes("windows-31j", "80=\u0080 a0=\uf8f0 fd=\uf8f1\uf8f2\uf8f3");

    private final String javaName;
    private final Map<Integer, String> texts = new HashMap<>();

    /**
     * Makes a table.
     *
     * @param javaName the charset that has all other codes
     * @param table a code in hexadecimal, {@code =} and the characters for it and the codes behind it; a range of codes that stand for
     *     nothing; or a code, {@code +} and the text for it alone
     */
    private PythonCodes(String javaName, String table) {
        this.javaName = javaName;
        for (String entry : table.split(" ", -1)) {
            int sign = Math.max(entry.indexOf('='), entry.indexOf('+'));
            String[] range = entry.substring(0, sign).split("-", -1);
            String text = entry.substring(sign + 1);
            int first = Integer.parseInt(range[0], 16);
            if (entry.charAt(sign) == '+') {
                texts.put(first, text);
                continue;
            }
            int last = text.isEmpty() ? Integer.parseInt(range[range.length - 1], 16) : first + text.length() - 1;
            for (int code = first; code <= last; code++) {
                texts.put(code, text.isEmpty() ? "" : text.substring(code - first, code - first + 1));
            }
        }
    }

    /** Decodes without replacing anything; empty if a byte is not in the charset. */
    Optional<String> decode(Bytes bytes) {
        StringBuilder out = new StringBuilder(bytes.length());
        int from = 0;
        for (int at = 0; at < bytes.length(); ) {
            int code = bytes.at(at) & 0xff;
            int size = 1;
            if (code > 0x80 && !texts.containsKey(code) && !isHalfWidth(code) && at + 1 < bytes.length()) {
                code = (code << 8) | (bytes.at(at + 1) & 0xff);
                size = 2;
            }
            String text = texts.get(code);
            if (text != null) {
                Optional<String> before = javas(bytes.slice(from, at));
                if (before.isEmpty() || text.isEmpty()) {
                    return Optional.empty();
                }
                out.append(before.get()).append(text);
                from = at + size;
            }
            at += size;
        }
        return javas(bytes.slice(from, bytes.length()))
                .map(rest -> out.append(rest).toString());
    }

    /** Tells whether a byte is a katakana of half the width, which only Japanese charsets have. */
    private boolean isHalfWidth(int code) {
        return this == CP932 && code > 0xa0 && code < 0xe0;
    }

    private Optional<String> javas(Bytes bytes) {
        return Charsets.strict(bytes, Charset.forName(javaName));
    }
}
