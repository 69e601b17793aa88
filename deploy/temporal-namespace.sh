#!/bin/sh
# Registers the namespace once the cluster says that it is healthy. Closed runs are kept for 30 days to be looked at:
# the truth is in the ledger, so nothing is lost with them.
set -eu
tries=0
until temporal operator cluster health; do
  tries=$((tries + 1))
  if [ "$tries" -ge 30 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS was not healthy after a minute: see its log." >&2
    exit 1
  fi
  sleep 2
done
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 720h
