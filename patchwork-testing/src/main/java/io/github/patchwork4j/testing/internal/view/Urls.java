package io.github.patchwork4j.testing.internal.view;

import io.github.patchwork4j.testing.internal.text.UriText;
import java.net.URI;

/**
 * Makes the absolute urls in answers.
 *
 * @param origin scheme and host as the client named them, without a slash
 * @param version whose paths the urls carry
 * @param query what is added to urls of the API, such as {@code ?format=json}, or an empty text
 */
public record Urls(String origin, ApiVersion version, String query) {

    /**
     * Returns the url of something in the API, in the version that was asked for.
     *
     * @param path the path below the version, without slashes around it, or an empty text for the index
     * @return the url
     */
    public String api(String path) {
        return origin + version.root() + (path.isEmpty() ? "" : path + "/") + query;
    }

    /**
     * Returns the url of one object.
     *
     * @param list the name of its list
     * @param id its id
     * @return the url
     */
    public String object(String list, long id) {
        return api(list + "/" + id);
    }

    /**
     * Returns the url of something in the API without a version, which is what some fields carry in every version.
     *
     * @param path the path, without slashes around it
     * @return the url
     */
    public String unversioned(String path) {
        return origin + "/api/" + path + "/";
    }

    /**
     * Returns the url of a page outside the API.
     *
     * @param path the path in clear text
     * @return the url, without dot segments
     */
    public String page(String path) {
        String encoded = UriText.page(path);
        if (encoded.contains("/./") || encoded.contains("/../")) {
            return URI.create(origin).resolve(encoded).normalize().toString();
        }
        return origin + encoded;
    }
}
