package io.github.patchwork4j.mbox.internal.python;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Charsets;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A charset under the names by which Python knows it, and read as Python reads it, strictly.
 *
 * <p>Whether a name is known decides of a part's text: a known charset that the bytes do not fit leaves no text at all,
 * an unknown one is guessed. Names that only Java knows are unknown here. So are some twenty code pages that Java has
 * no table of, EBCDIC among them, though Python knows them.
 */
public final class PythonCharset {
    /** Java's name, and the names and aliases of Python's standard encodings, as {@link #normalized} writes them. */
    private static final Map<String, String> JAVA_NAMES = table("""
            Big5: big5 big5_tw csbig5 x_mac_trad_chinese
            Big5-HKSCS: big5_hkscs big5hkscs hkscs
            cp950: 950 cp950 ms950
            EUC-JP: euc_jp eucjp u_jis ujis
            EUC-KR: euc_kr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean
            GB18030: gb18030 gb18030_2000
            GB2312: chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312 gb2312_1980 gb2312_80 iso_ir_58 \
                x_mac_simp_chinese
            GBK: 936 cp936 gbk ms936
            hz: hz hz_gb hz_gb_2312 hzgb
            IBM00858: 858 cp858 csibm858 ibm858
            IBM437: 437 cp437 cspc8codepage437 ibm437
            IBM775: 775 cp775 cspc775baltic ibm775
            IBM850: 850 cp850 cspc850multilingual ibm850
            IBM852: 852 cp852 cspcp852 ibm852
            IBM855: 855 cp855 csibm855 ibm855
            IBM857: 857 cp857 csibm857 ibm857
            IBM860: 860 cp860 csibm860 ibm860
            IBM861: 861 cp861 cp_is csibm861 ibm861
            IBM862: 862 cp862 cspc862latinhebrew ibm862
            IBM863: 863 cp863 csibm863 ibm863
            IBM864: 864 cp864 csibm864 ibm864
            IBM865: 865 cp865 csibm865 ibm865
            IBM866: 866 cp866 csibm866 ibm866
            IBM869: 869 cp869 cp_gr csibm869 ibm869
            ISO-2022-JP: csiso2022jp iso2022_jp iso2022jp iso_2022_jp
            ISO-2022-JP-2: iso2022_jp_1 iso2022_jp_2 iso2022jp_1 iso2022jp_2 iso_2022_jp_1 iso_2022_jp_2
            ISO-2022-KR: csiso2022kr iso2022_kr iso2022kr iso_2022_kr
            ISO-8859-1: 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 \
                iso_ir_100 l1 latin latin1 latin_1
            ISO-8859-13: iso8859_13 iso_8859_13 l7 latin7
            ISO-8859-15: iso8859_15 iso_8859_15 l9 latin9
            ISO-8859-16: iso8859_16 iso_8859_16 iso_8859_16_2001 iso_ir_226 l10 latin10
            ISO-8859-2: csisolatin2 iso8859_2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2
            ISO-8859-3: csisolatin3 iso8859_3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3
            ISO-8859-4: csisolatin4 iso8859_4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4
            ISO-8859-5: csisolatincyrillic cyrillic iso8859_5 iso_8859_5 iso_8859_5_1988 iso_ir_144
            ISO-8859-6: arabic asmo_708 csisolatinarabic ecma_114 iso8859_6 iso_8859_6 iso_8859_6_1987 \
                iso_ir_127
            ISO-8859-7: csisolatingreek ecma_118 elot_928 greek greek8 iso8859_7 iso_8859_7 iso_8859_7_1987 \
                iso_ir_126
            ISO-8859-8: csisolatinhebrew hebrew iso8859_8 iso_8859_8 iso_8859_8_1988 iso_ir_138
            ISO-8859-9: csisolatin5 iso8859_9 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5
            KOI8-R: cskoi8r koi8_r
            KOI8-U: koi8_u
            Shift_JIS: csshiftjis s_jis shift_jis shiftjis sjis x_mac_japanese
            US-ASCII: 646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 ascii cp367 csascii ibm367 iso646_us \
                iso_646.irv_1991 iso_ir_6 us us_ascii
            utf-16: u16 utf16 utf_16
            UTF-16BE: unicodebigunmarked utf_16_be utf_16be
            UTF-16LE: unicodelittleunmarked utf_16_le utf_16le
            utf-32: u32 utf32 utf_32
            UTF-32BE: utf_32_be utf_32be
            UTF-32LE: utf_32_le utf_32le
            utf-7: u7 unicode_1_1_utf_7 utf7 utf_7
            UTF-8: cp65001 u8 utf utf8 utf8_ucs2 utf8_ucs4 utf_8
            utf-8-sig: utf_8_sig
            windows-1250: 1250 cp1250 windows_1250
            windows-1251: 1251 cp1251 windows_1251
            windows-1252: 1252 cp1252 windows_1252
            windows-1253: 1253 cp1253 windows_1253
            windows-1254: 1254 cp1254 windows_1254
            windows-1255: 1255 cp1255 windows_1255
            windows-1256: 1256 cp1256 windows_1256
            windows-1257: 1257 cp1257 windows_1257
            windows-1258: 1258 cp1258 windows_1258
            windows-31j: 932 cp932 ms932 ms_kanji mskanji
            x-IBM737: cp737
            x-iso-8859-11: iso8859_11 iso_8859_11 iso_8859_11_2001 thai
            tis-620: iso_ir_166 tis620 tis_620 tis_620_0 tis_620_2529_0 tis_620_2529_1
            x-Johab: cp1361 johab ms1361
            x-MacCentralEurope: mac_centeuro mac_latin2 maccentraleurope maclatin2
            x-MacRoman: mac_roman macintosh macroman
            x-MacUkraine: mac_cyrillic maccyrillic
            x-windows-874: cp874
            x-windows-949: 949 cp949 ms949 uhc
            """);

    private static final int MAX_NAME = 40;
    /** What Java's table of GB18030, of the year 2005 and later, has where Python's has {@link #OF_2000}, and the other way round. */
    private static final String OF_2005 =
            "\ufe10\ufe11\ufe12\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u1e3f\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb";

    private static final String OF_2000 =
            "\ue78d\ue78f\ue78e\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue7c7\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864";

    private static final char JAVAS_DASH = '\u2014';
    private static final char PYTHONS_DASH = '\u2015';

    private final String name;

    private PythonCharset(String name) {
        this.name = name;
    }

    private static Map<String, String> table(String lines) {
        return lines.lines()
                .flatMap(line -> Arrays.stream(
                                line.substring(line.indexOf(':') + 1).split(" "))
                        .filter(alias -> !alias.isEmpty())
                        .map(alias -> Map.entry(alias, line.substring(0, line.indexOf(':')))))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Finds a charset.
     *
     * @param name the name as a mail writes it
     * @return the charset; empty if Python does not know it, or Java has no table of it
     */
    public static Optional<PythonCharset> find(String name) {
        return name.length() > MAX_NAME
                ? Optional.empty()
                : Optional.ofNullable(JAVA_NAMES.get(normalized(name))).map(PythonCharset::new);
    }

    /** Lower case, with one underscore for whatever stands between letters, digits and dots. */
    private static String normalized(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean gap = false;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '.') {
                if (gap && out.length() > 0) {
                    out.append('_');
                }
                gap = false;
                out.append(c);
            } else {
                gap = true;
            }
        }
        return out.toString();
    }

    /**
     * Decodes without replacing anything.
     *
     * @param bytes the bytes
     * @return the text, or empty if a byte is not in the charset
     */
    public Optional<String> decode(Bytes bytes) {
        return switch (name) {
            case "utf-7" -> Utf7.decode(bytes);
            case "hz" -> Hz.decode(bytes);
            case "utf-8-sig" ->
                strict(bytes, "UTF-8").map(text -> text.startsWith("\ufeff") ? text.substring(1) : text);
            case "utf-16" -> marked(bytes, 2);
            case "utf-32" -> marked(bytes, 4);
            case "EUC-JP" ->
                strict(bytes, name)
                        .map(text -> text.replace(JAVAS_DASH, PYTHONS_DASH).replace('\uff5e', '~'));
            case "ISO-2022-JP", "ISO-2022-JP-2", "Shift_JIS" ->
                strict(bytes, name).map(text -> text.replace(JAVAS_DASH, PYTHONS_DASH));
            case "Big5" -> PythonCodes.BIG5.decode(bytes);
            case "cp950" -> PythonCodes.CP950.decode(bytes);
            case "Big5-HKSCS" -> PythonCodes.BIG5_HKSCS.decode(bytes);
            case "x-Johab" -> PythonCodes.JOHAB.decode(bytes);
            case "windows-31j" -> PythonCodes.CP932.decode(bytes);
            case "GBK" ->
                strict(bytes, name)
                        .filter(text -> isPublic(text) && text.indexOf('€') < 0)
                        .map(text -> text.replace('\u2641', '\u2295'));
            case "GB18030" -> strict(bytes, name).map(text -> swapped(text, OF_2005, OF_2000));
            // Two characters that this standard got later.
            case "EUC-KR" ->
                strict(bytes, name).filter(text -> text.indexOf('\u327e') < 0 && text.indexOf('\u3164') < 0);
            case "x-windows-949" -> strict(bytes, name).filter(PythonCharset::isPublic);
            case "x-MacUkraine" -> strict(bytes, name).map(text -> text.replace('¤', '€'));
            case "tis-620" -> strict(bytes, "x-iso-8859-11").filter(text -> text.indexOf('\u00a0') < 0);
            default -> strict(bytes, name);
        };
    }

    private static Optional<String> strict(Bytes bytes, String javaName) {
        return Charsets.strict(bytes, Charset.forName(javaName));
    }

    /** Reads units of a size after a mark that tells their order; without one they have that of the server's processor. */
    private Optional<String> marked(Bytes bytes, int size) {
        boolean little = bytes.length() >= size && bytes.at(0) == (byte) 0xff && bytes.at(1) == (byte) 0xfe;
        boolean big = bytes.length() >= size
                && bytes.at(size - 2) == (byte) 0xfe
                && bytes.at(size - 1) == (byte) 0xff
                && (size == 2 || (bytes.at(0) == 0 && bytes.at(1) == 0));
        little &= size == 2 || (bytes.length() >= size && bytes.at(2) == 0 && bytes.at(3) == 0);
        return strict(
                little || big ? bytes.slice(size, bytes.length()) : bytes,
                name.toUpperCase(Locale.ROOT) + (big ? "BE" : "LE"));
    }

    /** Puts for each character of either list that at its place in the other. */
    private static String swapped(String text, String one, String other) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int inOne = one.indexOf(out.charAt(i));
            int inOther = inOne < 0 ? other.indexOf(out.charAt(i)) : -1;
            if (inOne >= 0 || inOther >= 0) {
                out.setCharAt(i, inOne >= 0 ? other.charAt(inOne) : one.charAt(inOther));
            }
        }
        return out.toString();
    }

    /** Java gives bytes without a character to the private use area, Python has none for them. */
    private static boolean isPublic(String text) {
        return text.chars().noneMatch(c -> c >= '\ue000' && c <= '\uf8ff');
    }
}
