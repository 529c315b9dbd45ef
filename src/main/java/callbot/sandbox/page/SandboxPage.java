package callbot.sandbox.page;

import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.CallOperations;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.Phone;
import callbot.sandbox.web.Answer;
import callbot.sandbox.web.Place;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the sandbox's page asks for: its files, the live state, and what one does on it.
 */
public final class SandboxPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** What the page is made of, beside its html. */
    private static final List<String> FILES = List.of(
            "logo.svg",
            "page.css",
            "page.js",
            "cards/actions.js",
            "cards/cards.css",
            "cards/cards.js",
            "cards/check.js",
            "cards/inputs.js",
            "cards/text.js",
            "chat/chat.css",
            "chat/chat.js",
            "chat/ideas.js",
            "chat/message.js",
            "chat/say.js",
            "chat/welcome.js",
            "chat/words.js",
            "common/dom.js",
            "common/icons.js",
            "common/server.js",
            "common/tabs.js",
            "common/theme.js",
            "faults/faults.css",
            "faults/faults.js",
            "phones/calls.js",
            "phones/outside.js",
            "phones/phones.css",
            "phones/phones.js",
            "phones/ringtone.js",
            "tour/box.js",
            "tour/moves.js",
            "tour/pointer.js",
            "tour/steps.js",
            "tour/tour.css",
            "tour/tour.js",
            "tour/world.js",
            "wire/blocks.js",
            "wire/details.js",
            "wire/line.js",
            "wire/wire.css",
            "wire/wire.js");

    private final FakeWebex webex;
    private final LiveFeed feed;

    /** The page of a Webex in which callbot runs. */
    public SandboxPage(FakeWebex webex) {
        this(webex, true);
    }

    private SandboxPage(FakeWebex webex, boolean withCallbot) {
        this.webex = webex;
        this.feed = new LiveFeed(new Snapshot(webex, withCallbot)::json);
        webex.whenChanged(feed::wake);
    }

    /** The page of a Webex whose bot is somebody else's: it makes no suggestions what to say to it. */
    public static SandboxPage withoutCallbot(FakeWebex webex) {
        return new SandboxPage(webex, false);
    }

    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(Place.get("/", request -> file("page.html")));
        FILES.forEach(name -> places.add(Place.get("/" + name, request -> file(name))));
        places.add(Place.get("/state", Door.guard(request -> feed.open())));
        places.add(Place.post("/say", Door.act(this::say)));
        places.add(Place.post("/submit", Door.act(this::submit)));
        places.add(Place.post("/agree", Door.act(this::agree)));
        places.add(Place.post("/phone", Door.act(this::phone)));
        places.add(Place.post("/outside", Door.act(this::outside)));
        return places;
    }

    private void say(Json wish) {
        user(wish).say(wish.requireText("text"));
    }

    private void submit(Json wish) {
        user(wish).submit(wish.requireText("message"), wish.at("inputs"));
    }

    private void agree(Json wish) {
        String link = wish.requireText("link");
        if (!link.startsWith(webex.url() + "/authorize?")) throw Refusal.badRequest("This link leads to no sign-in.");
        user(wish).signIn(link);
    }

    private void phone(Json wish) {
        Phone phone = user(wish).phone();
        String what = wish.requireText("do");
        switch (what) {
            case "dial" -> phone.dial(destination(wish));
            case "pickUp" -> pickUp(phone, wish.requireText("call"), wish.text("endpoint"));
            case "hangUp" -> phone.hangUp(wish.requireText("call"));
            case "hold" -> phone.hold(wish.requireText("call"));
            case "doNotDisturb" -> webex.settings().undisturbed(user(wish).person(), wish.flag("on"));
            case "resume" -> phone.resume(wish.requireText("call"));
            case "merge" -> phone.merge();
            default -> throw Refusal.badRequest("A phone cannot " + what + ".");
        }
    }

    private static void pickUp(Phone phone, String call, Optional<String> endpoint) {
        endpoint.ifPresentOrElse(id -> phone.pickUp(call, id), () -> phone.pickUp(call));
    }

    private void outside(Json wish) {
        String number = destination(wish);
        OutsidePhone phone = wish.flag("withheld")
                ? webex.withheld(number)
                : webex.outside(number, wish.text("name").orElse(number));
        String what = wish.requireText("do");
        switch (what) {
            case "call" -> free(phone).reach(user(wish));
            case "callInVain" -> free(phone).callInVain(user(wish));
            case "leaveMessage" -> free(phone).leaveMessage(user(wish));
            case "reachColleague" -> phone.reachColleague();
            case "callQueue" -> free(phone).callQueue("Support", "+14085552000", List.of(webex.alice(), webex.bob()));
            case "pickUp" -> phone.pickUp();
            case "hangUp" -> phone.hangUp();
            default -> throw Refusal.badRequest("A phone cannot " + what + ".");
        }
    }

    /** The phones out there have one line each. */
    private static OutsidePhone free(OutsidePhone phone) {
        if (phone.isInCall() || phone.isRinging()) {
            throw Refusal.conflict("This phone is busy: let somebody with another number call.");
        }
        return phone;
    }

    private static String destination(Json wish) {
        return Optional.of(wish.requireText("number").replaceAll("[\\s()/.-]", ""))
                .filter(CallOperations::canBeDialled)
                .orElseThrow(() -> Refusal.badRequest("This is no number that can be dialled."));
    }

    private FakeUser user(Json wish) {
        String who = wish.requireText("who");
        return switch (who) {
            case "alice" -> webex.alice();
            case "bob" -> webex.bob();
            default -> throw Refusal.badRequest("There is no " + who + ".");
        };
    }

    private static Answer file(String name) {
        try (InputStream in = SandboxPage.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing from the program");
            return new Answer.Whole(Response.of(200, type(name), new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .with("Content-Security-Policy", POLICY)
                    .with("Cache-Control", "no-store")
                    .with("Referrer-Policy", "no-referrer")
                    .with("X-Content-Type-Options", "nosniff"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        String kind = name.substring(name.lastIndexOf('.') + 1);
        return switch (kind) {
            case "html", "css" -> "text/" + kind + "; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "js" -> "text/javascript; charset=utf-8";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
