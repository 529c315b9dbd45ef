# shellcheck shell=bash
# Functions for whoever starts the bot against the simulated Webex and talks to it: the build of the image, which records what
# a bot needs to start, and the test of the image. Needs curl.

# Starts the simulated Webex with this command, and sets what it says that a client needs. Its process is $webex.
start_webex() {
  local said
  said=$(mktemp)
  "$@" sandbox --webex-only --port 0 >"$said" &
  webex=$!
  until grep -q '^WEBEX_CLIENT_SECRET=.' "$said"; do
    kill -0 "$webex" || return 1
    sleep 0.1
  done
  # shellcheck source=/dev/null
  . "$said"
  rm "$said"
}

# The settings of a bot at this port, NAME=value in lines, for env and for an env file.
bot_settings() {
  cat <<END
WXC_CC_BOT_ACCESS_TOKEN=$WEBEX_BOT_TOKEN
WXC_CC_BOT_EMAIL=$WEBEX_BOT_EMAIL
WXC_CC_INTEGRATION_CLIENT_ID=$WEBEX_CLIENT_ID
WXC_CC_INTEGRATION_CLIENT_SECRET=$WEBEX_CLIENT_SECRET
WXC_CC_ALLOWED=example.com
WXC_CC_PUBLIC_URL=http://127.0.0.1:$1
WEBEX_API_URL=$WEBEX_API_URL
PORT=$1
END
}

# Waits until this command succeeds, for 30 seconds at most.
await() {
  local end=$((SECONDS + 30))
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || { echo "In vain: $*" >&2; return 1; }
    sleep 0.1
  done
}

# Asks the simulated Webex as Alice.
as_alice() {
  curl -fsS -H "Authorization: Bearer $WEBEX_ALICE_TOKEN" -H 'Content-Type: application/json' "$@"
}

say() {
  as_alice -o /dev/null -d "{\"toPersonEmail\": \"$WEBEX_BOT_EMAIL\", \"text\": \"$1\"}" "$WEBEX_API_URL/messages"
}

# Whether this is in one of the last messages between Alice and the bot.
was_said() {
  as_alice "$WEBEX_API_URL/messages/direct?personEmail=$WEBEX_BOT_EMAIL&max=20" 2>/dev/null | grep -Fq "$1"
}

# Follows the link in the bot's last invitation, agrees, and comes back to the bot.
sign_in() {
  local link alice
  say /auth
  await was_said '](http'
  link=$(as_alice "$WEBEX_API_URL/messages/direct?personEmail=$WEBEX_BOT_EMAIL" | grep -o '](http[^)]*' | head -1)
  alice=$(as_alice "$WEBEX_API_URL/people/me" | sed 's/.*"id":"\([^"]*\)".*/\1/')
  curl -fsSL -o /dev/null -d "${link#*\?}&who=$alice" "${WEBEX_API_URL%/v1}/authorize/decision"
  await was_said 'all set'
}
