package io.github.patchwork4j.testing;

/** The Patchwork whose answers a fake gives. */
public enum Profile {
    /**
     * Patchwork 3.1: the newest API is 1.3, so that {@code /api/1.4/} leads nowhere and paths without a version mean 1.3.
     * Dependencies between series and the setting that shows them are not there.
     */
    PATCHWORK_3_1(3),
    /** Patchwork 3.2, the default, with API 1.4. */
    PATCHWORK_3_2(4),
    /**
     * Patchwork 4.0, another program with the same API in name: no path without a version, errors as
     * {@code application/problem+json}, dates with a zone, states by name, newest first, a page behind the end that is
     * empty, checks and series that can be changed, webhooks. It stands on PostgreSQL.
     *
     * <p>What a client has to survive of its release candidate is copied, defects included: also how it takes in mails, and what
     * it posts to webhooks, though only to receivers on this machine. Not copied are:
     * <ul>
     *   <li>the meaning of words such as {@code yesterday} in dates, and what it does on SQLite or MySQL;
     *   <li>the texts it keeps of mail that an older version took in;
     *   <li>its pages for people, and its description of itself ({@code /api/docs}, {@code /api/openapi.json},
     *       {@code /api/schemas/});
     *   <li>the time it leaves for a body (status 408), an empty answer when it breaks down, and the seconds that mails about
     *       states take, which are not sent;
     *   <li>in mails: the gaps that they leave between ids, the series that replaces an older one by itself, which no answer
     *       tells of, and the program that breaks down over the second mail of an archive;
     *   <li>in webhooks: the request that waits when 512 events are waiting, and the worker that ends over an event it cannot
     *       write.
     * </ul>
     */
    PATCHWORK_4_0(4);

    private final int newestMinor;

    Profile(int newestMinor) {
        this.newestMinor = newestMinor;
    }

    /**
     * Returns the newest version of the API.
     *
     * @return what follows {@code 1.}
     */
    public int newestMinor() {
        return newestMinor;
    }
}
