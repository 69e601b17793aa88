#!/bin/sh
# Temporal takes its database password from the environment only: this puts the secret there.
set -eu
POSTGRES_PWD="$(cat /run/secrets/temporal_password)"
export POSTGRES_PWD
exec /etc/temporal/entrypoint.sh
