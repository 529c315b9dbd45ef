package callbot.call;

import callbot.call.Devices.Device;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of somebody who is about to call. It is read at once: from Redis, one by one would take three times as long.
 *
 * @param user absent if this person has not signed in
 * @param chosen the device that this person has chosen for good; absent if Webex shall choose
 * @param mode in which way this person is told of calls
 */
public record Caller(String personId, Optional<User> user, Optional<Device> chosen, Mode mode) {

    /** What the store knows of this person. */
    public static Caller read(StateStore store, String personId) {
        String user = Users.key(personId);
        String device = Devices.key(personId);
        String mode = Monitoring.key(personId);
        Map<String, String> found = store.get(List.of(user, device, mode));
        return new Caller(
                personId,
                Optional.ofNullable(found.get(user)).map(User::parse),
                Optional.ofNullable(found.get(device)).map(Device::parse),
                Monitoring.mode(Optional.ofNullable(found.get(mode))));
    }
}
