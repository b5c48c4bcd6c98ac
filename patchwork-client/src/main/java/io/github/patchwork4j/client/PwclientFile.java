package io.github.patchwork4j.client;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the file of pwclient says, read as pwclient 2.11 was seen to read it: sections with values behind {@code =} or
 * {@code :}, names of values in any case, longer values on indented lines, no comments behind values, {@code %%} for a
 * percent sign and {@code %(name)s} for another value.
 */
final class PwclientFile {
    private static final String OPTIONS = "options";
    private static final String FOR_ALL = "DEFAULT";

    private final Map<String, Map<String, String>> sections = new HashMap<>();

    /** Reads the lines of a file. */
    private static final class Reader {
        private final Map<String, Map<String, String>> sections;
        private Map<String, String> section = new HashMap<>();
        private @Nullable String key;
        private int keyIndent;

        Reader(Map<String, Map<String, String>> sections) {
            this.sections = sections;
        }

        void read(String line) {
            String text = line.strip();
            int indent = line.indexOf(text);
            if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
                return;
            }
            int close = text.lastIndexOf(']');
            if (key != null && indent > keyIndent) {
                section.merge(key, text, (begun, more) -> (begun + "\n" + more).strip());
            } else if (text.startsWith("[") && close > 0) {
                section = sections.computeIfAbsent(text.substring(1, close), name -> new HashMap<>());
                key = null;
            } else {
                readValue(text, indent);
            }
        }

        private void readValue(String text, int indent) {
            int equals = text.indexOf('=');
            int colon = text.indexOf(':');
            int middle = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
            if (middle > 0) {
                key = text.substring(0, middle).strip().toLowerCase(Locale.ROOT);
                keyIndent = indent;
                section.put(key, text.substring(middle + 1).strip());
            }
        }
    }

    private PwclientFile() {}

    static PwclientFile parse(String text) {
        PwclientFile file = new PwclientFile();
        Reader reader = new Reader(file.sections);
        text.lines().forEach(reader::read);
        file.convert();
        return file;
    }

    /** Makes of the former format, which has one project, what pwclient itself rewrites it to. */
    private void convert() {
        Map<String, String> base = sections.remove("base");
        String project = base == null ? null : base.get("project");
        if (base != null && project != null) {
            Map<String, String> section = new HashMap<>(sections.getOrDefault("auth", Map.of()));
            section.putAll(base);
            sections.remove("auth");
            sections.put(project, section);
            sections.put(OPTIONS, Map.of("default", project));
        }
    }

    /** Returns the project to work with where none is set: that of the options, or the only one. */
    Optional<String> project() {
        String set = sections.getOrDefault(OPTIONS, Map.of()).get("default");
        if (set != null) {
            return Optional.of(set);
        }
        List<String> projects = sections.keySet().stream()
                .filter(Predicate.not(List.of(OPTIONS, FOR_ALL)::contains))
                .toList();
        return projects.size() == 1 ? Optional.of(projects.get(0)) : Optional.empty();
    }

    boolean has(String project) {
        return sections.containsKey(project);
    }

    /** Returns a value of a project, if it has one that is not empty. */
    Optional<String> value(String project, String name) {
        return raw(project, name).map(value -> filled(project, value)).filter(value -> !value.isEmpty());
    }

    private Optional<String> raw(String project, String name) {
        Map<String, String> forAll = sections.getOrDefault(FOR_ALL, Map.of());
        return Optional.ofNullable(sections.getOrDefault(project, Map.of()).getOrDefault(name, forAll.get(name)));
    }

    /** Puts in what percent signs stand for; a single one that stands for nothing is left alone. */
    private String filled(String project, String value) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            int end = value.startsWith("%(", i) ? value.indexOf(")s", i) : -1;
            if (end > 0) {
                String name = value.substring(i + 2, end).toLowerCase(Locale.ROOT);
                filled.append(raw(project, name).orElse(""));
                i = end + 1;
            } else {
                filled.append(value.charAt(i));
                i += value.startsWith("%%", i) ? 1 : 0;
            }
        }
        return filled.toString();
    }
}
