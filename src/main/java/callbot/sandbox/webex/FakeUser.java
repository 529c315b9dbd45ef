package callbot.sandbox.webex;

import callbot.json.Json;
import callbot.sandbox.accounts.Integration;
import callbot.sandbox.accounts.IssuedTokens;
import callbot.sandbox.accounts.SignInBrowser;
import callbot.sandbox.base.Account;
import callbot.sandbox.calls.Callee;
import callbot.sandbox.calls.Phone;
import callbot.sandbox.messaging.Chat;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A user: what he says to the bot, what he reads, which buttons he presses, and his phone. */
public final class FakeUser implements Callee {

    private final Account person;
    private final Phone phone;
    private final Chat chat;
    private final SignInBrowser browser;
    private final IssuedTokens tokens;
    private final Integration integration;

    FakeUser(
            Account person,
            Phone phone,
            Chat chat,
            SignInBrowser browser,
            IssuedTokens tokens,
            Integration integration) {
        this.person = person;
        this.phone = phone;
        this.chat = chat;
        this.browser = browser;
        this.tokens = tokens;
        this.integration = integration;
    }

    @Override
    public Account person() {
        return person;
    }

    /** His phones. */
    public Phone phone() {
        return phone;
    }

    /** Says this to the bot, in the room of the two; gives the message's id. */
    public String say(String text) {
        return chat.say(person, text);
    }

    /** Says this to the bot in the group, where it must be mentioned; gives the message's id. */
    public String sayInGroup(String text) {
        return chat.mention(person, text);
    }

    /** Says this to the bot in the thread of this message, in whichever room that is; gives the new message's id. */
    public String reply(String messageId, String text) {
        return chat.reply(person, messageId, text);
    }

    /** Says this in the group without mentioning anybody; the bot must not hear it. */
    public String chatInGroup(String text) {
        return chat.sayInGroup(person, text);
    }

    /** The messages in the room of him and the bot, oldest first; deleted ones too. */
    public List<ChatMessage> messages() {
        return chat.messages(person);
    }

    /** The messages in the group, oldest first; deleted ones too. */
    public List<ChatMessage> groupMessages() {
        return chat.groupMessages();
    }

    /** Submits the card in this message with these inputs; gives the action's id. */
    public String submit(String messageId, Json inputs) {
        return chat.submit(person, messageId, inputs);
    }

    /** Presses the button with this title on the card in this message, with nothing filled in. */
    public String press(String messageId, String button) {
        return press(messageId, button, Json.object().toJson());
    }

    /**
     * Presses the button with this title on the card in this message.
     *
     * @param filledIn what he filled in, by the ids of the card's inputs
     * @throws IllegalStateException if the card has no such button
     */
    public String press(String messageId, String button, Json filledIn) {
        return chat.press(person, messageId, button, filledIn);
    }

    /** Follows a sign-in link and agrees; gives the address to which the browser is sent, which is not opened. */
    public URI authorize(String link) throws IOException, InterruptedException {
        return browser.decide(URI.create(link), person.id());
    }

    /**
     * Follows a sign-in link, agrees, and opens the page to which the browser is sent.
     *
     * @throws IllegalStateException if one of these pages is not there
     */
    public void signIn(String link) {
        try {
            browser.open(authorize(link));
        } catch (IOException e) {
            throw new IllegalStateException("The sign-in leads nowhere: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sandbox ends.", e);
        }
    }

    /** Follows a sign-in link and refuses; gives the address to which the browser is sent, which is not opened. */
    public URI refuse(String link) throws IOException, InterruptedException {
        return browser.decide(URI.create(link), "nobody");
    }

    /** Gives tokens to the integration, as if he had signed in. */
    public IssuedTokens.Grant grant(Set<String> scopes) {
        return tokens.grant(person, scopes, integration.appId());
    }

    /** A token of his own, as developer.webex.com shows one to who is signed in there: for everything, for 12 hours. */
    public String personalToken() {
        return tokens.personal(person);
    }
}
