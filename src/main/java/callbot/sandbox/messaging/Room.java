package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A space in which people talk: a direct one of two, or a group. Its title is said by those who look at it. */
final class Room {

    private final String id;
    private final String title;
    private final boolean group;
    private final Account creator;
    private final Instant created;
    private final List<Membership> memberships = new ArrayList<>();
    private Instant lastActivity;

    Room(String id, String title, boolean group, Account creator, Instant created) {
        this.id = id;
        this.title = title;
        this.group = group;
        this.creator = creator;
        this.created = created;
        this.lastActivity = created;
    }

    String id() {
        return id;
    }

    boolean isGroup() {
        return group;
    }

    String type() {
        return group ? "group" : "direct";
    }

    Instant lastActivity() {
        return lastActivity;
    }

    Instant created() {
        return created;
    }

    List<Membership> memberships() {
        return List.copyOf(memberships);
    }

    Stream<Account> members() {
        return memberships.stream().map(Membership::person);
    }

    void join(Membership membership) {
        memberships.add(membership);
    }

    void leave(Membership membership) {
        memberships.remove(membership);
    }

    void used(Instant now) {
        lastActivity = now;
    }

    boolean has(Account person) {
        return membershipOf(person).isPresent();
    }

    Optional<Membership> membershipOf(Account person) {
        return memberships.stream()
                .filter(membership -> membership.person().equals(person))
                .findFirst();
    }

    /** The one whom this person talks to in a direct room. */
    Optional<Account> otherThan(Account person) {
        if (group) return Optional.empty();
        return memberships.stream()
                .map(Membership::person)
                .filter(member -> !member.equals(person))
                .findFirst();
    }

    /** The room as this member sees it: a direct one bears the other's name. */
    ObjectWriter toJson(Account viewer) {
        return Json.object()
                .put("id", id)
                .put("title", otherThan(viewer).map(Account::displayName).orElse(title))
                .put("type", type())
                .put("isLocked", false)
                .put("lastActivity", lastActivity)
                .put("creatorId", creator.id())
                .put("created", created);
    }
}
