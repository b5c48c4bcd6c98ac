package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives lines numbers: the same line the same number. */
final class LineNumbers {
    private final Map<Bytes, Integer> numbers = new HashMap<>();

    int[] of(List<Bytes> lines) {
        return lines.stream()
                .mapToInt(line -> numbers.computeIfAbsent(line, unknown -> numbers.size()))
                .toArray();
    }
}
