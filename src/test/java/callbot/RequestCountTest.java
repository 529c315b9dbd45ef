package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.line.FakeReach;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How many requests to Webex a command costs, and which. */
class RequestCountTest {

    /** What a command costs, beside reading what was typed and answering. */
    private static final String TYPED = """
            /help                   | GET /telephony/config/people/me/settings/services
            /echo hello             | nothing
            /status                 | GET /telephony/config/people/me/settings/doNotDisturb, GET /telephony/config/people/me/settings/callForwarding, GET /telephony/config/people/me/settings/voicemail, GET /telephony/config/people/me/settings/personalAssistant, GET /telephony/config/people/me/settings/queues, GET /telephony/config/people/me/settings/availableCallerIds, GET /telephony/voiceMessages/summary
            /why                    | nothing
            /auth                   | nothing
            /auth force             | nothing
            /redis info             | nothing
            /dail 1002              | nothing
            /dial Bob               | GET /telephony/calls/history, GET /people?displayName=Bob&max=10&excludeStatus=true
            /calls                  | GET /telephony/calls
            /history                | GET /telephony/calls/history
            /history missed         | GET /telephony/calls/history?type=missed
            /device                 | GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints
            /device app             | GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints
            /device any             | nothing
            /monitor off            | nothing
            /dnd                    | GET /telephony/config/people/me/settings/doNotDisturb
            /dnd 2h                 | GET /telephony/config/people/me/settings/doNotDisturb, PUT /telephony/config/people/me/settings/doNotDisturb
            /dnd on                 | GET /telephony/config/people/me/settings/doNotDisturb
            /dnd off                | GET /telephony/config/people/me/settings/doNotDisturb, PUT /telephony/config/people/me/settings/doNotDisturb
            /forward                | GET /telephony/config/people/me/settings/callForwarding, GET /telephony/config/people/me/settings/voicemail
            /forward 1002           | GET /telephony/config/people/me/settings/callForwarding, GET /telephony/config/people/me/settings/voicemail, PUT /telephony/config/people/me/settings/callForwarding
            /forward voicemail      | GET /telephony/config/people/me/settings/callForwarding, GET /telephony/config/people/me/settings/voicemail, PUT /telephony/config/people/me/settings/voicemail, PUT /telephony/config/people/me/settings/callForwarding
            /forward off            | GET /telephony/config/people/me/settings/callForwarding, GET /telephony/config/people/me/settings/voicemail, PUT /telephony/config/people/me/settings/voicemail
            /block                  | GET /telephony/config/people/me/settings/callBlock, GET /telephony/config/people/me/settings/anonymousCallReject
            /block +14085550199     | GET /telephony/config/people/me/settings/callBlock, POST /telephony/config/people/me/settings/callBlock/numbers
            /block +14085550199     | GET /telephony/config/people/me/settings/callBlock
            /block off +14085550199 | GET /telephony/config/people/me/settings/callBlock, DELETE /telephony/config/people/me/settings/callBlock/numbers/…
            /block anonymous on     | GET /telephony/config/people/me/settings/anonymousCallReject, PUT /telephony/config/people/me/settings/anonymousCallReject
            /block anonymous on     | GET /telephony/config/people/me/settings/anonymousCallReject
            /away                   | GET /telephony/config/people/me/settings/personalAssistant
            /away 2h meeting        | GET /telephony/config/people/me/settings/personalAssistant, PUT /telephony/config/people/me/settings/personalAssistant
            /away lunch             | GET /telephony/config/people/me/settings/personalAssistant, PUT /telephony/config/people/me/settings/personalAssistant, GET /telephony/config/people/me/settings/personalAssistant
            /away lunch             | GET /telephony/config/people/me/settings/personalAssistant
            /away off               | GET /telephony/config/people/me/settings/personalAssistant, PUT /telephony/config/people/me/settings/personalAssistant
            /away off               | GET /telephony/config/people/me/settings/personalAssistant
            /reach                  | GET /telephony/config/people/me/settings/singleNumberReach, GET /telephony/config/people/me/settings/simultaneousRing
            /reach mobile off       | GET /telephony/config/people/me/settings/singleNumberReach, PUT /telephony/config/people/me/settings/singleNumberReach/numbers/…
            /reach mobile off       | GET /telephony/config/people/me/settings/singleNumberReach
            /reach together off     | GET /telephony/config/people/me/settings/simultaneousRing, PUT /telephony/config/people/me/settings/simultaneousRing
            /reach on               | GET /telephony/config/people/me/settings/singleNumberReach, GET /telephony/config/people/me/settings/simultaneousRing, PUT /telephony/config/people/me/settings/singleNumberReach/numbers/…, PUT /telephony/config/people/me/settings/simultaneousRing
            /reach add +14085550176 | GET /telephony/config/people/me/settings/singleNumberReach, POST /telephony/config/people/me/settings/singleNumberReach/numbers
            /reach remove 5550176   | GET /telephony/config/people/me/settings/singleNumberReach
            /reach remove +14085550176 for good| GET /telephony/config/people/me/settings/singleNumberReach, DELETE /telephony/config/people/me/settings/singleNumberReach/numbers/…
            /voicemail              | GET /telephony/voiceMessages
            /voicemail delete 1     | GET /telephony/voiceMessages
            /voicemail read 1       | GET /telephony/voiceMessages, POST /telephony/voiceMessages/markAsRead
            /voicemail unread 1     | GET /telephony/voiceMessages, POST /telephony/voiceMessages/markAsUnread
            /recordings             | GET /convergedRecordings?serviceType=calling&max=10
            /recordings 1           | GET /convergedRecordings?serviceType=calling&max=10, GET /convergedRecordings/…
            /dial 1002              | POST /telephony/calls/dial
            /hangup                 | GET /telephony/calls, POST /telephony/calls/hangup
            /dial 1002 on app       | GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints, POST /telephony/calls/dial
            /hangup 1               | GET /telephony/calls, POST /telephony/calls/hangup
            /hold                   | GET /telephony/calls
            /reject ignore          | GET /telephony/calls, POST /telephony/calls/reject
            /divert voicemail       | GET /telephony/calls, POST /telephony/calls/divert
            /divert 1002            | GET /telephony/calls, POST /telephony/calls/divert
            /answer                 | GET /telephony/calls, POST /telephony/calls/answer
            /calls 1                | GET /telephony/calls
            /hold                   | GET /telephony/calls, POST /telephony/calls/hold
            /hold                   | GET /telephony/calls
            /resume                 | GET /telephony/calls, POST /telephony/calls/resume
            /mute                   | GET /telephony/calls, POST /telephony/calls/mute
            /unmute                 | GET /telephony/calls, POST /telephony/calls/unmute
            /record start           | GET /telephony/calls, POST /telephony/calls/startRecording
            /record pause           | GET /telephony/calls, POST /telephony/calls/pauseRecording
            /record resume          | GET /telephony/calls, POST /telephony/calls/resumeRecording
            /record stop            | GET /telephony/calls, POST /telephony/calls/stopRecording
            /dtmf 1,4711#           | GET /telephony/calls, POST /telephony/calls/transmitDtmf
            /pull                   | POST /telephony/calls/pull
            /park                   | GET /telephony/calls, POST /telephony/calls/park
            /retrieve               | POST /telephony/calls/retrieve
            /transfer complete      | GET /telephony/calls
            /swap                   | GET /telephony/calls
            /consult +14085550199   | GET /telephony/calls, POST /telephony/calls/hold, POST /telephony/calls/dial
            /swap                   | GET /telephony/calls, POST /telephony/calls/hangup, POST /telephony/calls/resume
            /transfer 1002          | GET /telephony/calls, POST /telephony/calls/transfer
            /swap                   | GET /telephony/calls, POST /telephony/calls/hold, POST /telephony/calls/resume
            /consult 1003           | GET /telephony/calls
            /merge                  | GET /telephony/calls, GET /telephony/conference, POST /telephony/conference
            /merge                  | GET /telephony/calls, GET /telephony/conference
            /conference             | GET /telephony/conference, GET /telephony/calls
            /add +14085550176       | GET /telephony/calls, GET /telephony/conference, POST /telephony/conference/hold, POST /telephony/calls/dial
            /add +14085550177       | GET /telephony/calls, GET /telephony/conference, POST /telephony/calls/dial
            /merge                  | GET /telephony/calls, GET /telephony/conference, POST /telephony/conference/addParticipant, POST /telephony/conference/resume
            /conference mute        | POST /telephony/conference/mute
            /conference mute 1      | GET /telephony/calls, POST /telephony/conference/mute
            /conference unmute      | POST /telephony/conference/unmute
            /conference hold        | POST /telephony/conference/hold
            /conference resume      | POST /telephony/conference/resume
            /conference end         | DELETE /telephony/conference
            /conference             | GET /telephony/conference
            /conference end         | DELETE /telephony/conference, GET /telephony/conference
            /merge                  | GET /telephony/calls
            /transfer complete      | GET /telephony/calls, POST /telephony/calls/transfer
            /push                   | GET /telephony/calls, POST /telephony/calls/push
            /pickup 1002            | POST /telephony/calls/pickup
            /barge 1002             | POST /telephony/calls/bargeIn
            /auth clear             | nothing
            """;

    private static final String REACH = """
            /queue                  | GET /telephony/config/people/me/settings/queues, GET /telephony/config/people/me/settings/availableCallerIds
            /queue in               | GET /telephony/config/people/me/settings/queues, PUT /telephony/config/people/me/settings/queues
            /queue in               | GET /telephony/config/people/me/settings/queues
            /queue out 2100         | GET /telephony/config/people/me/settings/queues, GET /telephony/config/people/me/settings/availableCallerIds, PUT /telephony/config/people/me/settings/queues
            /queue out 2200         | GET /telephony/config/people/me/settings/queues, GET /telephony/config/people/me/settings/availableCallerIds
            /callerid               | GET /telephony/config/people/me/settings/availableCallerIds, GET /telephony/config/people/me/settings/selectedCallerId, GET /telephony/config/people/me/settings/callerId
            /callerid 2             | GET /telephony/config/people/me/settings/availableCallerIds, GET /telephony/config/people/me/settings/selectedCallerId, GET /telephony/config/people/me/settings/callerId, PUT /telephony/config/people/me/settings/selectedCallerId
            /callerid 2             | GET /telephony/config/people/me/settings/availableCallerIds, GET /telephony/config/people/me/settings/selectedCallerId, GET /telephony/config/people/me/settings/callerId
            /callerid hide          | GET /telephony/config/people/me/settings/callerId, PUT /telephony/config/people/me/settings/callerId
            /callerid hide          | GET /telephony/config/people/me/settings/callerId
            /phones                 | GET /telephony/config/people/me/endpoints, GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints
            /phones app             | GET /telephony/config/people/me/endpoints, GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints, PUT /telephony/config/people/me/settings/preferredAnswerEndpoint
            /phones app             | GET /telephony/config/people/me/endpoints, GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints
            /phones any             | GET /telephony/config/people/me/endpoints, GET /telephony/config/people/me/settings/availablePreferredAnswerEndpoints, PUT /telephony/config/people/me/settings/preferredAnswerEndpoint
            """;

    @Test
    void aTypedCommandCostsNoMoreThanItMust() {
        try (AnasCall call = AnasCall.withRecordings()) {
            FakeUser bob = call.scene.bob();
            call.scene.webex().voiceMessages().leave(call.alice.person(), Optional.of("Ana"), Optional.of(NUMBER), 12);
            call.scene.webex().services().recordings().add(call.alice.person(), "c2Vzc2lvbg==", "Ana", 12, false);
            FakeReach reach = call.scene.webex().services().reach();
            reach.add(call.alice.person(), "+14085550177", "Mobile", true);
            reach.together(call.alice.person(), true, "+14085550178");
            Bill bill = new Bill(call);
            bill.of(
                    "/help",
                    "/echo hello",
                    "/status",
                    "/why",
                    "/auth",
                    "/auth force",
                    "/redis info",
                    "/dail 1002",
                    "/dial Bob",
                    "/calls",
                    "/history",
                    "/history missed",
                    "/device",
                    "/device app",
                    "/device any",
                    "/monitor off",
                    "/dnd",
                    "/dnd 2h",
                    "/dnd on",
                    "/dnd off",
                    "/forward",
                    "/forward 1002",
                    "/forward voicemail",
                    "/forward off",
                    "/block",
                    "/block +14085550199",
                    "/block +14085550199",
                    "/block off +14085550199",
                    "/block anonymous on",
                    "/block anonymous on",
                    "/away",
                    "/away 2h meeting",
                    "/away lunch",
                    "/away lunch",
                    "/away off",
                    "/away off",
                    "/reach",
                    "/reach mobile off",
                    "/reach mobile off",
                    "/reach together off",
                    "/reach on",
                    "/reach add +14085550176",
                    "/reach remove 5550176",
                    "/reach remove +14085550176 for good",
                    "/voicemail",
                    "/voicemail delete 1",
                    "/voicemail read 1",
                    "/voicemail unread 1",
                    "/recordings",
                    "/recordings 1",
                    "/dial 1002",
                    "/hangup",
                    "/dial 1002 on app",
                    "/hangup 1");
            nextCall(call);
            bill.of("/hold", "/reject ignore");
            nextCall(call);
            bill.of("/divert voicemail");
            nextCall(call);
            bill.of("/divert 1002");
            nextCall(call);
            bill.of(
                    "/answer",
                    "/calls 1",
                    "/hold",
                    "/hold",
                    "/resume",
                    "/mute",
                    "/unmute",
                    "/record start",
                    "/record pause",
                    "/record resume",
                    "/record stop",
                    "/dtmf 1,4711#",
                    "/pull");
            call.alice.phone().pickUp();
            bill.of("/park", "/retrieve");
            call.alice.phone().pickUp();
            bill.of("/transfer complete", "/swap", "/consult +14085550199", "/swap", "/transfer 1002");
            bob.phone().pickUp();
            nextCall(call);
            call.alice.phone().pickUp();
            call.asks("/hold");
            call.scene.webex().outside("+14085550135", "Ben").call(call.alice);
            call.alice.phone().pickUp();
            bill.of("/swap", "/consult 1003", "/merge", "/merge", "/conference", "/add +14085550176");
            giveUp(call);
            bill.of("/add +14085550177");
            call.alice.phone().pickUp();
            call.scene.webex().outside("+14085550177", "Eve").pickUp();
            bill.of(
                    "/merge",
                    "/conference mute",
                    "/conference mute 1",
                    "/conference unmute",
                    "/conference hold",
                    "/conference resume",
                    "/conference end",
                    "/conference",
                    "/conference end",
                    "/merge");
            nextCall(call);
            call.alice.phone().pickUp();
            call.asks("/hold");
            call.scene.webex().outside("+14085550135", "Ben").call(call.alice);
            call.alice.phone().pickUp();
            bill.of("/transfer complete");
            call.scene.webex().assist(call.alice, bob);
            nextCall(call);
            call.alice.phone().pickUp();
            bill.of("/push", "/pickup 1002");
            call.alice.phone().hangUp();
            bob.phone().pickUp();
            bill.of("/barge 1002", "/auth clear");
            assertEquals(TYPED, bill.toString());
        }
    }

    @Test
    void whoReachesAUserCostsNoMoreThanItMust() {
        try (AnasCall call = AnasCall.withSettings()) {
            Bill bill = new Bill(call);
            bill.of(
                    "/queue",
                    "/queue in",
                    "/queue in",
                    "/queue out 2100",
                    "/queue out 2200",
                    "/callerid",
                    "/callerid 2",
                    "/callerid 2",
                    "/callerid hide",
                    "/callerid hide",
                    "/phones",
                    "/phones app",
                    "/phones app",
                    "/phones any");
            assertEquals(REACH, bill.toString());
        }
    }

    /** Alice does not pick up the phone that rings to call somebody. */
    private static void giveUp(AnasCall call) {
        call.alice.phone().calls().stream()
                .filter(one -> one.state() == CallState.ALERTING)
                .forEach(one -> call.alice.phone().hangUp(one.id()));
    }

    /** Everybody hangs up, and Ana calls. */
    private static void nextCall(AnasCall call) {
        for (FakeUser user : List.of(call.alice, call.scene.bob())) {
            user.phone().calls().forEach(one -> user.phone().hangUp(one.id()));
        }
        while (call.ana.isInCall() || call.ana.isRinging()) call.ana.hangUp();
        call.ana.call(call.alice);
    }

    /** A button knows its call, so nobody need look for it. */
    @Test
    void aPressCostsLessThanWhatItSays() {
        try (AnasCall call = AnasCall.ringing()) {
            ChatMessage list = call.scene.ask(call.alice, "/calls");
            Bill bill = new Bill(call);
            bill.press(list, "Answer 1");
            bill.press(list, "Show 1");
            bill.press(list, "Answer 1");
            call.ana.hangUp();
            bill.press(list, "Answer 1");
            assertEquals("""
                    Answer 1                | POST /telephony/calls/answer
                    Show 1                  | GET /telephony/calls
                    Answer 1                | POST /telephony/calls/answer, GET /telephony/calls
                    Answer 1                | POST /telephony/calls/answer, GET /telephony/calls
                    """, bill.toString());
        }
    }

    @Test
    void toBeToldOfCallsConferencesAndVoicemailCostsThreeWebhooks() {
        try (AnasCall call = AnasCall.toCome()) {
            Bill bill = new Bill(call);
            bill.of("/monitor on", "/monitor json", "/monitor off");
            assertEquals("""
                    /monitor on             | GET /webhooks?max=100, POST /webhooks, POST /webhooks, POST /webhooks
                    /monitor json           | GET /webhooks?max=100
                    /monitor off            | GET /webhooks?max=100, DELETE /webhooks/…, DELETE /webhooks/…, DELETE /webhooks/…
                    """, bill.toString());
        }
    }

    /** No event of a call says that it is in a conference. */
    @Test
    void aConferenceThatCardsShowCostsOneLookMoreForEachChange() {
        try (AnasCall call = AnasCall.connectedOnCard()) {
            call.scene.webex().habits().set(Habit.TELLS_OF_NO_CONFERENCE, true);
            call.scene.clock().advance(Duration.ofSeconds(1));
            call.alice.phone().hold(call.onPhone().id());
            call.card("is on hold");
            call.scene.webex().outside("+14085550135", "Ben").call(call.alice);
            call.alice.phone().pickUp();
            call.card("Connected with Ben");
            call.alice.say("/merge");
            call.card("In a conference with Ben");
            call.card("In a conference with Ana");
            call.scene.awaitMessage(call.alice, "✅ You are in a conference with Ana");
            Bill.settle(call);
            int before = call.scene.requests().size();
            call.alice.say("/conference mute");
            call.scene.awaitMessage(call.alice, "✅ You are muted in the conference.");
            assertEquals(1, looks(call, before));
        }
    }

    private static long looks(AnasCall call, int before) {
        return Bill.since(call.scene, before).stream()
                .filter("GET /telephony/conference"::equals)
                .count();
    }

    @Test
    void aCardThatCanBeEditedCostsOneRequestForEachChange() {
        try (AnasCall call = AnasCall.toCome()) {
            call.scene.webex().editsOfCards(true);
            assertEquals(List.of("POST /messages", "PUT /messages/…", "PUT /messages/…"), ofAnAnsweredCall(call));
        }
    }

    /** Whether it can be is found out by trying once. */
    @Test
    void aCardThatCannotBeEditedCostsTwo() {
        try (AnasCall call = AnasCall.toCome()) {
            assertEquals(
                    List.of(
                            "POST /messages",
                            "PUT /messages/…",
                            "POST /messages",
                            "DELETE /messages/…",
                            "POST /messages",
                            "DELETE /messages/…"),
                    ofAnAnsweredCall(call));
        }
    }

    @Test
    void aDialThatACardShowsCostsNoAnswerBesides() {
        try (AnasCall call = AnasCall.toCome()) {
            call.asks("/monitor on");
            Bill.settle(call);
            int before = call.scene.requests().size();
            call.alice.say("/dial " + NUMBER);
            call.card("Your phone rings");
            call.scene.stop();
            assertEquals(
                    List.of("GET /messages/…", "POST /telephony/calls/dial", "POST /messages"),
                    Bill.since(call.scene, before));
        }
    }

    private static List<String> ofAnAnsweredCall(AnasCall call) {
        call.asks("/monitor on");
        Bill.settle(call);
        int before = call.scene.requests().size();
        call.ana.call(call.alice);
        call.card("Incoming call");
        call.alice.phone().pickUp();
        call.card("Connected");
        call.ana.hangUp();
        call.card("ended after");
        call.scene.stop(); // it waits for all work
        return Bill.since(call.scene, before);
    }

    /** What commands have cost, one after the other. */
    private record Bill(AnasCall call, List<String> lines) {

        Bill(AnasCall call) {
            this(call, new ArrayList<>());
        }

        void of(String... commands) {
            for (String command : commands) add(command, "GET /messages/…", () -> call.asks(command));
        }

        void press(ChatMessage message, String button) {
            add(button, "GET /attachment/actions/…", () -> call.scene.press(call.alice, message, button));
        }

        private void add(String what, String read, Runnable ask) {
            settle(call);
            int before = call.scene.requests().size();
            ask.run();
            call.asks("/echo the end"); // that waits for all that the command does
            settle(call);
            List<String> all = since(call.scene, before);
            assertEquals(List.of("GET /messages/…", "POST /messages"), all.subList(all.size() - 2, all.size()));
            List<String> own = all.subList(0, all.size() - 2);
            assertEquals(read, own.getFirst());
            assertEquals("POST /messages", own.getLast());
            List<String> besides = own.subList(1, own.size() - 1);
            lines.add("%-24s| %s".formatted(what, besides.isEmpty() ? "nothing" : String.join(", ", besides)));
        }

        /** Waits until all that has been said is on the wire, also the welcome. */
        static void settle(AnasCall call) {
            call.scene.await(
                    () -> call.alice.messages().stream()
                                            .filter(message -> message.author()
                                                    .equals(call.scene.webex().bot()))
                                            .count()
                                    == call.scene.requests("POST", "/messages")
                            && call.alice.messages().stream()
                                    .anyMatch(message -> message.text().contains("Hello!")),
                    "all that is said");
        }

        static List<String> since(Scene scene, int before) {
            return scene.requests().stream()
                    .skip(before)
                    .filter(request -> !isUnasked(scene, request))
                    .map(Bill::shown)
                    .toList();
        }

        /** Now and then the bot looks by itself for its own webhooks, and after its start for what was written before. */
        private static boolean isUnasked(Scene scene, Exchange request) {
            String shown = shown(request);
            boolean isOfTheBot = request.requestHeaders()
                    .getOrDefault("authorization", List.of())
                    .contains("Bearer " + scene.webex().botToken());
            return shown.startsWith("GET /rooms?")
                    || shown.startsWith("GET /messages?")
                    || shown.startsWith("GET /webhooks?") && isOfTheBot;
        }

        private static String shown(Exchange request) {
            return request.method() + " "
                    + request.target()
                            .replaceFirst("^/v1", "")
                            .replaceAll("(?<=/(messages|actions|webhooks|numbers|convergedRecordings)/)[^/]+$", "…");
        }

        @Override
        public String toString() {
            return lines.stream().collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
