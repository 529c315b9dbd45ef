package callbot.card;

/** How a text looks. The colours are those of {@link Element.Tone}. */
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
    ACTIVE("color", "Accent"),
    /** In the colour of what is well. */
    GOOD("color", "Good"),
    /** In the colour of what waits. */
    WAITING("color", "Attention"),
    /** In the colour of what went wrong. */
    FAILED("color", "Warning"),
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
