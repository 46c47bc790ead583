#!/bin/sh
# run.sh ENDPOINT [BOTS] [SECONDS]: so many bots of @colyseus/loadtest in the room `my` of a running server, for so long.
# The time has to be enough for all to join, five a second at least. It draws on a terminal, so it is given one; its summary
# decides.
set -eu

endpoint=$1
bots=${2:-200}
seconds=${3:-$((20 + bots / 5))}
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
summary=$(mktemp)
trap 'rm -f "$summary"' EXIT

# The process to be asked for its summary is node, below script's own.
command="exec node bot.mjs --endpoint $endpoint --room my --numClients $bots --delay 20 --output $summary"
script -qec "echo \$\$ > $summary.pid; $command" /dev/null >/dev/null &
terminal=$!
sleep "$seconds"
kill -TERM "$(cat "$summary.pid")"
rm -f "$summary.pid"
wait "$terminal" || true
cat "$summary"
grep -qi "success[a-z]*[^0-9]*$bots" "$summary" || { echo "not all of $bots bots joined"; exit 1; }
grep -qiE "fail[a-z]*[^0-9]*0\b" "$summary" || { echo "bots failed"; exit 1; }
grep -qiE "error[a-z]*[^0-9]*0\b" "$summary" || { echo "there were errors"; exit 1; }
