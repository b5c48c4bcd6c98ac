package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import okio.ByteString;

/** Where requests arrive: hooks run here, faults happen here, and strictness is decided here. */
public final class Reception implements HttpServer.Handler {
    private volatile Site site;
    private final Clock clock;
    private final Strictness strictness;
    private final BiConsumer<Request, Answered> journal;
    private final List<FaultRule> faults = new CopyOnWriteArrayList<>();
    private final List<RecordedExchange> recorded = new CopyOnWriteArrayList<>();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Request, Answer>> controls = new ConcurrentHashMap<>();

    /**
     * Opens the reception.
     *
     * @param site who answers
     * @param clock what answers are dated by
     * @param strictness what is refused
     * @param journal is told of each request before its answer is sent
     */
    public Reception(Site site, Clock clock, Strictness strictness, BiConsumer<Request, Answered> journal) {
        this.site = site;
        this.clock = clock;
        this.strictness = strictness;
        this.journal = journal;
    }

    /**
     * Lets another site answer from now on.
     *
     * @param other the other site
     */
    public void replace(Site other) {
        site = other;
    }

    /**
     * Adds a fault; of several that meet a request the first one happens.
     *
     * @param fault what happens to which requests
     */
    public void add(FaultRule fault) {
        faults.add(fault);
    }

    /**
     * Runs something before a request is looked at.
     *
     * @param hook what runs when
     */
    public void add(Hook hook) {
        hooks.add(hook);
    }

    /**
     * Lays an exchange over the site; of several for the same request the one counts that is most like it, and of those the
     * last one.
     *
     * @param exchange what is answered to which request
     */
    public void add(RecordedExchange exchange) {
        recorded.add(0, exchange);
    }

    /**
     * Adds a path that no real server has.
     *
     * @param method the method
     * @param path the path
     * @param control who answers
     */
    public void add(String method, String path, Function<Request, Answer> control) {
        controls.put(method + " " + path, control);
    }

    @Override
    public Delivery handle(Request request) {
        Function<Request, Answer> control = controls.get(request.method() + " " + request.path());
        if (control != null) {
            return Delivery.plain(control.apply(request));
        }
        hooks.stream()
                .filter(hook -> hook.isDue(request))
                .forEach(hook -> hook.work().run());
        FaultRule fault =
                faults.stream().filter(rule -> rule.meets(request)).findFirst().orElse(null);
        Delivery delivery =
                fault == null ? Delivery.plain(answer(request)) : fault.apply(() -> answer(fault.seen(request)));
        Answer answer = delivery.answer();
        journal.accept(
                request,
                new Answered(
                        answer == null ? 0 : answer.status(),
                        request.remarks().all(),
                        strictness.reasons(request.remarks())));
        return delivery.dated(clock.instant());
    }

    private Answer answer(Request request) {
        strictness.tell(request.remarks());
        if (request.headers().get("User-Agent") == null) {
            request.remarks().add("no User-Agent tells who asks, and many sites refuse that");
        }
        Optional<RecordedExchange> laidOver = recorded.stream()
                .filter(exchange -> exchange.answers(request))
                .max(Comparator.comparingInt(exchange -> exchange.likeness(request)));
        if (laidOver.isPresent()) {
            return laidOver.get().to(request);
        }
        Answer answer = site.answer(request);
        List<String> reasons = strictness.reasons(request.remarks());
        return reasons.isEmpty() ? answer : refusal(request, reasons);
    }

    private static Answer refusal(Request request, List<String> reasons) {
        String text = "The fake is strict about " + request.method() + " " + request.path() + ":\n"
                + String.join("\n", reasons) + "\n";
        return Answer.of(400, "text/plain; charset=utf-8", ByteString.encodeUtf8(text));
    }

    /**
     * What became of a request.
     *
     * @param status the status of the answer, 0 if there was none
     * @param remarks what would be misread
     * @param refused for what the fake refused the request, none if it did not
     */
    public record Answered(int status, List<String> remarks, List<String> refused) {}
}
