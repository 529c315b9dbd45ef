package callbot.webex.messaging;

import callbot.json.Json;

/** What kind of room something happened in. */
public enum RoomType {
    /** One person and the bot. */
    DIRECT,
    /** A space with any number of people. */
    GROUP,
    /** Webex does not say. */
    UNKNOWN;

    /** The type of the room in which what this describes has happened. */
    public static RoomType from(Json json) {
        return switch (json.text("roomType").orElse("")) {
            case "direct" -> DIRECT;
            case "group" -> GROUP;
            default -> UNKNOWN;
        };
    }
}
