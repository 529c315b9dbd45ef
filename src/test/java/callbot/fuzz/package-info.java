/**
 * Fuzzing: whatever takes bytes from outside is given bytes that nobody expects. Each {@link callbot.fuzz.FuzzTarget} says what
 * must hold all the same. Every build tries a few thousand of them ({@code FuzzTest}); {@code FuzzRun} has Jazzer look for them,
 * which sees which code they reach.
 */
package callbot.fuzz;
