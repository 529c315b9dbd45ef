package callbot.sandbox.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;

/** What one user has set for his line. */
final class LineSettings {

    private boolean undisturbed;
    private boolean ringSplash;
    private boolean goOverride;

    boolean isUndisturbed() {
        return undisturbed;
    }

    void undisturbed(boolean on) {
        undisturbed = on;
    }

    /** What is not there stays as it is. */
    void changeDoNotDisturb(Json body) {
        undisturbed = after(body, "enabled", undisturbed);
        ringSplash = after(body, "ringSplashEnabled", ringSplash);
        goOverride = after(body, "webexGoOverrideEnabled", goOverride);
    }

    ObjectWriter doNotDisturb() {
        return Json.object()
                .put("enabled", undisturbed)
                .put("ringSplashEnabled", ringSplash)
                .put("webexGoOverrideEnabled", goOverride);
    }

    private static boolean after(Json body, String field, boolean before) {
        return body.at(field).isAbsent() ? before : body.flag(field);
    }
}
