#!/usr/bin/env bash
# Judges, annotates, and hands outcome, report and counts to later steps. Ends with the exit code of the run.
set -uo pipefail

out="$(mktemp -d "${RUNNER_TEMP:-/tmp}/kadosei-XXXXXX")"
read -ra judge <<<"${KADOSEI_COMMAND:-npx --yes kadosei-conformance@${VERSION:-latest}}"
judge+=(run --out "$out" --report github)
[ -z "${REPORT:-}" ] || judge+=(--report "$REPORT")
while IFS= read -r word; do judge+=("$word"); done < <(xargs -n 1 <<<"${ARGS:-}" | sed '/^$/d')

status=0
"${judge[@]}" || status=$?

for report in "$out"/*/; do
  [ -e "$report/report.json" ] || continue
  node -e '
    const { outcome, summary } = JSON.parse(require("node:fs").readFileSync(`${process.argv[1]}/report.json`, "utf8"));
    const { requests, ...counts } = summary;
    console.log(`outcome=${outcome}\nreport=${process.argv[1]}\ncounts=${JSON.stringify(counts)}`);
  ' "${report%/}" >>"$GITHUB_OUTPUT"
done
exit "$status"
