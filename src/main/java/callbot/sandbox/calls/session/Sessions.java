package callbot.sandbox.calls.session;

import callbot.sandbox.base.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The calls that are under way, whoever takes part in them. */
public final class Sessions {

    private final Ids ids;
    private final List<CallSession> sessions = new ArrayList<>();

    /** There are none yet. */
    public Sessions(Ids ids) {
        this.ids = ids;
    }

    /** A call in which nobody takes part yet. */
    public CallSession open() {
        CallSession session = new CallSession(ids.nextSession());
        sessions.add(session);
        return session;
    }

    /** Forgets the calls in which nobody takes part any more, and this one, if nobody ever did. */
    public void forgetDeserted(CallSession hungUp) {
        sessions.removeIf(session ->
                session.isDeserted() || session.equals(hungUp) && session.ends().isEmpty());
    }

    /** Everybody outside who takes part in a call. */
    public Stream<Outsider> outsiders() {
        return sessions.stream()
                .flatMap(session -> session.ends().stream())
                .filter(Outsider.class::isInstance)
                .map(Outsider.class::cast);
    }

    /** Where everybody outside stands who takes part in a call. */
    public List<OutsideLine> lines() {
        return outsiders()
                .map(outsider -> OutsideLine.of(outsider, of(outsider)))
                .toList();
    }

    /** In which call this outsider takes part. */
    public CallSession of(Outsider outsider) {
        return sessions.stream()
                .filter(session -> session.ends().contains(outsider))
                .findFirst()
                .orElseThrow();
    }
}
