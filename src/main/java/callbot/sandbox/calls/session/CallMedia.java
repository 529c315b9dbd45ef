package callbot.sandbox.calls.session;

import callbot.sandbox.base.Refusal;
import java.util.Optional;

/** What becomes of the sound of a call: whether it is muted or recorded, and the tones that were sent. */
public final class CallMedia {

    private Optional<Recording> recording = Optional.empty();
    private boolean muted;
    private String digits = "";

    /** The steps of a recording, each from one state to another. */
    public enum Step {
        START,
        STOP,
        PAUSE,
        RESUME
    }

    /** Whether it is recorded, absent if it never was. */
    public Optional<Recording> recording() {
        return recording;
    }

    /** Whether the others do not hear the user. */
    public boolean isMuted() {
        return muted;
    }

    /** The tones that were sent, in order. */
    public String digits() {
        return digits;
    }

    /** Mutes it, or no longer. */
    public void mute(boolean on) {
        muted = on;
    }

    /** Sends tones. */
    public void send(String tones) {
        digits += tones;
    }

    /**
     * Takes a step of the recording.
     *
     * @throws Refusal with status 409 if it cannot be taken from where the recording is
     */
    public void record(Step step) {
        boolean running = recording.equals(Optional.of(Recording.STARTED));
        boolean paused = recording.equals(Optional.of(Recording.PAUSED));
        switch (step) {
            case START -> CallLeg.require(!running && !paused, "The call is being recorded already.");
            case STOP -> CallLeg.require(running || paused, "The call is not being recorded.");
            case PAUSE -> CallLeg.require(running, "The call is not being recorded.");
            case RESUME -> CallLeg.require(paused, "The recording is not paused.");
        }
        recording = Optional.of(
                switch (step) {
                    case START, RESUME -> Recording.STARTED;
                    case STOP -> Recording.STOPPED;
                    case PAUSE -> Recording.PAUSED;
                });
    }
}
