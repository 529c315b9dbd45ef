package callbot.check;

import callbot.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** What a check has found, as it is told. */
public record Findings(List<Finding> findings) {

    public Findings {
        findings = List.copyOf(findings);
    }

    /** The settings are so wrong that nothing else could be looked at. */
    public static Findings ofSettings(List<String> problems) {
        return new Findings(problems.stream()
                .map(problem -> Finding.bad("settings", problem, ""))
                .toList());
    }

    /** Whether anything is wrong. */
    public boolean areBad() {
        return findings.stream().anyMatch(Finding::isBad);
    }

    /** For a person. */
    public String toText() {
        String verdict = areBad() ? "Some things are wrong (✘)." : "Nothing is wrong.";
        return findings.stream().map(Finding::toText).collect(Collectors.joining("\n")) + "\n" + verdict;
    }

    /** For a program: {@code {"ok": false, "findings": [{"topic", "result", "what", "cure"}, ...]}}. */
    public String toJson() {
        return Json.object()
                .put("ok", !areBad())
                .put("findings", findings.stream().map(Finding::toJson).toList())
                .toString();
    }
}
