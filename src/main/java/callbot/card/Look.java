package callbot.card;

/** How a text looks. */
public enum Look {
    /** For the name of who it is about. */
    LARGE("size", "Large"),
    /** For what goes with it. */
    MEDIUM("size", "Medium"),
    /** For details. */
    SMALL("size", "Small"),
    /** For headings. */
    BOLD("weight", "Bolder"),
    /** Without space above. */
    TIGHT("spacing", "None"),
    /** At the right edge. */
    RIGHT("horizontalAlignment", "Right"),
    /** In the colour of what is going on. */
    ACCENT("color", "Accent"),
    /** In the colour of what is well. */
    GOOD("color", "Good"),
    /** In the colour of what waits. */
    WARNING("color", "Warning"),
    /** In the colour of what went wrong. */
    ATTENTION("color", "Attention"),
    /** Paler than the rest. */
    SUBTLE("isSubtle", true);

    private final String field;
    private final Object value;

    Look(String field, Object value) {
        this.field = field;
        this.value = value;
    }

    String field() {
        return field;
    }

    Object value() {
        return value;
    }
}
