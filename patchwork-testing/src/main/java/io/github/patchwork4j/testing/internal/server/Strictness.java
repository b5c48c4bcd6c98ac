package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Remarks;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fake refuses although a real server would answer it somehow.
 *
 * @param misreadings whether it refuses what would be misread
 * @param faults whether it refuses what would make the server fail
 */
public record Strictness(boolean misreadings, boolean faults) {

    /** Lets remarks end a write before it takes place. */
    void tell(Remarks remarks) {
        remarks.refuse(misreadings, faults);
    }

    /** Returns for what a request is refused, nothing if it is not. */
    List<String> reasons(Remarks remarks) {
        List<String> reasons = new ArrayList<>(misreadings ? remarks.all() : List.of());
        String fault = remarks.fault();
        if (faults && fault != null) {
            reasons.add(fault);
        }
        return reasons;
    }
}
