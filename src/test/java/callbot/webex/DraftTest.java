package callbot.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.json.Json;
import callbot.webex.Draft.Button;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    @Test
    void withButtonsItIsACardThatWebexDraws() {
        Draft draft = new Draft(
                "**John** calls: `/answer`",
                List.of(
                        new Button.Say("Answer", "/answer", Optional.of("C1")),
                        new Button.Say("Help", "/help", Optional.empty()),
                        new Button.Open("Sign in", URI.create("https://bot.example/?a=b"))));

        assertEquals(Json.parse("""
                        {"type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                         "version": "1.3",
                         "body": [
                           {"type": "TextBlock", "text": "**John** calls: /answer", "wrap": true},
                           {"type": "ActionSet", "actions": [
                             {"type": "Action.Submit", "title": "Answer", "data": {"command": "/answer", "call": "C1"}},
                             {"type": "Action.Submit", "title": "Help", "data": {"command": "/help"}},
                             {"type": "Action.OpenUrl", "title": "Sign in", "url": "https://bot.example/?a=b"}]}]}""").toString(), draft.card().orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,5", "6,5 1", "10,5 5", "12,5 5 2"})
    void noRowHasMoreThanFiveButtonsAndNoneIsLost(int buttons, String rows) {
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < buttons; i++) all.add(new Button.Say("b" + i, "/b" + i, Optional.empty()));

        Json card = new Draft("text", all).card().orElseThrow();

        List<Json> sets = card.list("body").subList(1, card.list("body").size());
        List<String> sizes =
                sets.stream().map(set -> "" + set.list("actions").size()).toList();
        List<String> titles = sets.stream()
                .flatMap(set -> set.list("actions").stream())
                .map(action -> action.requireText("title"))
                .toList();
        assertEquals(rows, String.join(" ", sizes));
        assertEquals(all.stream().map(button -> ((Button.Say) button).title()).toList(), titles);
    }

    @Test
    void withoutButtonsThereIsNoCard() {
        assertEquals(Optional.empty(), Draft.text("hi").card());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aMessageNeedsAText(String text) {
        assertThrows(IllegalArgumentException.class, () -> Draft.text(text));
    }

    @Test
    void itsButtonsDoNotChangeAnyMore() {
        List<Button> buttons = new ArrayList<>();
        Draft draft = new Draft("text", buttons);

        Collections.addAll(buttons, new Button.Say("a", "/a", Optional.empty()));

        assertEquals(List.of(), draft.buttons());
    }
}
