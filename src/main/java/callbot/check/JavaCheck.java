package callbot.check;

import java.util.List;

/** The Java that runs the bot. */
record JavaCheck(Checkup.Java java) {

    /** Since this version stalled clients no longer block processors. */
    private static final int ADVISED = 25;

    private static final int LEAST_HEAP_MB = 96;

    List<Finding> findings() {
        long heapMb = java.heap() >> 20;
        Finding version = java.version() >= ADVISED
                ? Finding.good("java", "Java " + java.version() + ".")
                : Finding.odd(
                        "java",
                        "Java " + java.version() + ", on which slow clients cost more.",
                        "Take Java " + ADVISED + " or newer where you can choose.");
        // What is asked for is rounded, and a part of it is not counted.
        Finding heap = heapMb >= LEAST_HEAP_MB * 9 / 10
                ? Finding.good("heap", heapMb + " MB.")
                : Finding.bad(
                        "heap",
                        heapMb + " MB, which is too little.",
                        "Start Java with -Xmx" + LEAST_HEAP_MB + "m or more, or give the container more memory.");
        return List.of(version, heap);
    }
}
