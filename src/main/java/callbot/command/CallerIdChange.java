package callbot.command;

/** What shall change about what others see when a user calls them. */
public sealed interface CallerIdChange {

    /** Withhold the own number from whoever is called, or no longer. */
    record Hide(boolean hidden) implements CallerIdChange {}

    /**
     * Let others see this one.
     *
     * @param which its number in the list, or the number or the name that it has
     */
    record CallAs(String which) implements CallerIdChange {

        /** Guards against what nobody has named. */
        public CallAs {
            if (which.isBlank()) throw new IllegalArgumentException("nobody");
        }
    }
}
