package io.github.patchwork4j.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** Finds out what server a machine is set up for: the rules of {@link Credentials#discover()}. */
final class Discovery {
    private final Surroundings surroundings;

    Discovery(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What one place says. */
    private record Settings(
            String source, Optional<String> server, Optional<String> project, Optional<Credentials> credentials) {}

    Account account() {
        List<Settings> places = new ArrayList<>(List.of(environment(), git()));
        Path file = surroundings.pwclientFile();
        Optional<String> project = first(places, Settings::project);
        surroundings.file(file).ifPresent(text -> places.add(pwclient(file.toString(), text, project)));
        Settings found = places.stream()
                .filter(place -> place.server().isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no server is set: neither PW_SERVER in the environment, nor git config pw.server, nor a url"
                                + " in " + file));
        String server = found.server().orElseThrow();
        return new Account(
                server,
                first(places.subList(0, places.indexOf(found) + 1), Settings::project),
                credentials(places, server).orElse(Credentials.ANONYMOUS),
                found.source());
    }

    /**
     * Returns the first credentials that are meant for a server: set beside its address, or in a place that comes before
     * it and names no other.
     */
    private static Optional<Credentials> credentials(List<Settings> places, String server) {
        boolean named = false;
        for (Settings place : places) {
            boolean same = place.server().filter(other -> isSame(other, server)).isPresent();
            boolean meant = same || (place.server().isEmpty() && !named);
            if (meant && place.credentials().isPresent()) {
                return place.credentials();
            }
            named |= same;
        }
        return Optional.empty();
    }

    /** Tells whether two addresses are of one server; they may differ in the version of the API. */
    private static boolean isSame(String one, String other) {
        HttpUrl a = HttpUrl.parse(one);
        HttpUrl b = HttpUrl.parse(other);
        return a != null
                && b != null
                && a.scheme().equals(b.scheme())
                && a.host().equals(b.host())
                && a.port() == b.port();
    }

    private static Optional<String> first(List<Settings> places, Function<Settings, Optional<String>> what) {
        return places.stream().flatMap(place -> what.apply(place).stream()).findFirst();
    }

    private Settings environment() {
        return settings("the environment", key -> surroundings.variable("PW_" + key.toUpperCase(Locale.ROOT)));
    }

    private Settings git() {
        return settings("git config", key -> surroundings.gitConfig("pw." + key));
    }

    private static Settings settings(String source, Function<String, Optional<String>> value) {
        return new Settings(
                source,
                value.apply("server"),
                value.apply("project"),
                credentials(source, value.apply("token"), value.apply("username"), value.apply("password")));
    }

    private static Optional<Credentials> credentials(
            String source, Optional<String> token, Optional<String> username, Optional<String> password) {
        try {
            if (token.isPresent()) {
                return token.map(Credentials::token);
            }
            return username.isPresent() && password.isPresent()
                    ? Optional.of(Credentials.basic(username.get(), password.get()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(source + ": " + e.getMessage(), e);
        }
    }

    /** Reads the file of pwclient, which has a section for each project. */
    private static Settings pwclient(String source, String text, Optional<String> project) {
        PwclientFile file = PwclientFile.parse(text);
        Optional<String> name = project.or(file::project).filter(file::has);
        Settings found = settings(
                source, key -> name.flatMap(section -> file.value(section, key.equals("server") ? "url" : key)));
        return new Settings(source, found.server().map(Discovery::withoutXmlRpc), name, found.credentials());
    }

    /** Cuts the end off an address of the former API. */
    private static String withoutXmlRpc(String url) {
        int end = url.indexOf("/xmlrpc");
        return end < 0 ? url : url.substring(0, end + 1);
    }
}
