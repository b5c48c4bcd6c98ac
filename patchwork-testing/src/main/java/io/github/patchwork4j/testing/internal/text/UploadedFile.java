package io.github.patchwork4j.testing.internal.text;

/**
 * A file that was sent in a form. No field takes one, and each says so in its own words.
 *
 * @param name its name, without folders
 * @param type what the server keeps it as, by how large the form is
 */
public record UploadedFile(String name, String type) {}
