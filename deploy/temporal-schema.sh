#!/bin/sh
# Brings Temporal's two databases, which "rostrum provision" has made, up to the schema of this version; each step is harmless
# when it was done before. Temporal's own role owns these two and comes to no other.
set -eu
SQL_PASSWORD="$(cat /run/secrets/temporal_password)"
export SQL_PASSWORD
for database in temporal temporal_visibility; do
  schema=temporal
  if [ "$database" = temporal_visibility ]; then schema=visibility; fi
  tool() {
    temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u rostrum_temporal --db "$database" "$@"
  }
  tool setup-schema -v 0.0
  tool update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
done
