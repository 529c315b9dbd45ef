package callbot;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings: what is wrong with {@code .env} or with a value in it is told, and what is told says nothing of the values. A value in
 * single quotes is what it is.
 */
public final class SettingsFuzz implements FuzzTarget {

    private static final String CANARY = "K4nary-K4nary";

    private static final List<String> NAMES =
            List.of(("WXC_CC_BOT_ACCESS_TOKEN WXC_CC_BOT_EMAIL WXC_CC_BOT_NAME WXC_CC_INTEGRATION_CLIENT_ID"
                            + " WXC_CC_INTEGRATION_CLIENT_SECRET WXC_CC_INTEGRATION_CLIENT_SCOPES WXC_CC_PUBLIC_URL"
                            + " HEROKU_APP_DEFAULT_DOMAIN_NAME HEROKU_NAME NGROK_HOST NGROK_AUTHTOKEN WXC_CC_REDIRECT_URL"
                            + " REDIS_HOST REDIS_TLS_URL REDIS_URL REDIS_TLS_VERIFY WXC_CC_STATE_FILE WXC_CC_STATE_KEY"
                            + " WXC_CC_ADMINS WXC_CC_ALLOWED WXC_CC_LISTEN PORT WEBEX_API_URL HTTPS_PROXY NO_PROXY"
                            + " WXC_CC_LOG_LEVEL")
                    .split(" "));

    private static final Map<String, String> GOOD = Map.of(
            "WXC_CC_BOT_ACCESS_TOKEN", "token",
            "WXC_CC_BOT_EMAIL", "callbot@webex.bot",
            "WXC_CC_INTEGRATION_CLIENT_ID", "client",
            "WXC_CC_INTEGRATION_CLIENT_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz");

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(
                Stream.of(
                        "# a comment\nexport WXC_CC_BOT_NAME='Call #1'\nPORT = 6001 # why\n",
                        "\ufeffWXC_CC_BOT_ACCESS_TOKEN=“abc”\r\nREDIS_URL=redis://:pass%40word@my_redis:6379/3\n",
                        "WXC_CC_PUBLIC_URL=https://user:secret@bot.example.com/\nNGROK_HOST=my_ngrok:4040\nHTTPS_PROXY=http://proxy:3128\n",
                        "WXC_CC_ALLOWED=*.example.com, @example.com ana@example.com\nWXC_CC_ADMINS=\"ana@example.com\"",
                        "WXC_CC_STATE_KEY=0123456789abcdefghijklmnopqrstuvwxyz,zyxwvutsrqponmlkjihgfedcba9876543210\nWXC_CC_LISTEN=::1",
                        "WXC_CC_INTEGRATION_CLIENT_SCOPES=https://x/authorize?scope=spark%3Akms%20spark%3Acalls_read&x=1",
                        "REDIS_TLS_URL=rediss://h:pw@host\nREDIS_TLS_VERIFY=false\nWXC_CC_STATE_FILE=~/x\nWXC_CC_LOG_LEVEL=DEBUG",
                        "WXC_CC_REDIRECT_URL=https://h.example.com/redirect/\nHEROKU_NAME=my-bot\nWEBEX_API_URL=http://localhost:1/v1"));
    }

    @Override
    public void check(byte[] input) {
        String text = FuzzTarget.text(input);
        require(told(text).equals(told(disguised(text))), "it tells of a value: " + told(text));

        String value = text.replaceAll("[\\r\\n'\\x00]", "");
        if (!value.endsWith("\\")) {
            EnvFile file = EnvFile.parse("A=before\nNAME='" + value + "' # and why\nZ=behind");
            require(value.equals(file.variables().get("NAME")), "in single quotes it is " + file.variables());
            require(file.variables().size() == 3 && file.notes().isEmpty(), "it has set more");
        }
        int middle = value.length() / 2;
        String name = NAMES.get(Math.floorMod(text.hashCode(), NAMES.size()));
        saysNothingOf(CANARY, Map.of(name, value.substring(0, middle) + CANARY + value.substring(middle)));
    }

    /** What is told of a file. */
    private static String told(String text) {
        try {
            EnvFile file = EnvFile.parse(text);
            saysNothingOf(CANARY, file.variables());
            return String.join("\n", file.notes());
        } catch (Config.InvalidException e) {
            return e.getMessage();
        }
    }

    private static void saysNothingOf(String secret, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.putAll(variables);
        try {
            Config config = Config.from(all);
            require(config.notes().stream().noneMatch(note -> note.contains(secret)), "it is told: " + config.notes());
        } catch (Config.InvalidException e) {
            require(!e.getMessage().contains(secret), "it is told: " + e.getMessage());
        }
    }

    /** The same file with other letters and digits in its values. */
    private static String disguised(String text) {
        return Pattern.compile("=.*")
                .matcher(text)
                .replaceAll(value -> Matcher.quoteReplacement(value.group().replaceAll("[A-Za-z0-9]", "x")));
    }
}
