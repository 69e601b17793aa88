#!/bin/sh
# Brings Temporal's two databases up to the schema of this version; each step is harmless when it was done before.
set -eu
SQL_PASSWORD="$(cat /run/secrets/postgres_password)"
export SQL_PASSWORD
for database in temporal temporal_visibility; do
  schema=temporal
  if [ "$database" = temporal_visibility ]; then schema=visibility; fi
  tool() {
    temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u rostrum --db "$database" "$@"
  }
  tool create
  tool setup-schema -v 0.0
  tool update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
done
