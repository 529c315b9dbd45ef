package callbot.call;

import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import java.util.List;
import java.util.Optional;

/** What came of the wish to do something with a call. */
public sealed interface Outcome {

    /**
     * Webex has accepted it.
     *
     * @param call the call as it was before; absent if it was not looked at
     * @param place where it was parked; absent for everything else
     * @param consultation the call to the third party who must answer first; absent for everything else
     */
    record Done(Optional<Call> call, Optional<Party> place, Optional<BegunCall> consultation) implements Outcome {

        /** There is no more to be said of it. */
        static Done simply() {
            return new Done(Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same, with a call that was looked at. */
        Done seen(Call before) {
            return new Done(call.or(() -> Optional.of(before)), place, consultation);
        }
    }

    /** There is no call that could be meant. */
    record NoneFits() implements Outcome {}

    /** Several could be meant. */
    record Several(List<Call> all, List<Call> fitting) implements Outcome {}

    /** The one that was named is there, but this cannot be done with it. */
    record DoesNotFit(Call call) implements Outcome {}

    /**
     * The one that was named is not there, or not any more.
     *
     * @param key absent if there never was such a number
     */
    record NoSuchCall(Optional<CallKey> key) implements Outcome {}
}
