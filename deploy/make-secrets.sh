#!/bin/sh
# Makes the secrets that docker-compose.yml names, where they do not exist yet; those that exist are never touched.
set -eu
umask 022
cd "$(dirname "$0")/secrets"
chmod 700 .
make() {
  if [ -e "$1" ]; then echo "kept deploy/secrets/$1"; return; fi
  printf '%s' "$2" > "$1"
  # Readable in the containers, whose users are not ours; the folder keeps other people of this machine out.
  chmod 444 "$1"
  echo "made deploy/secrets/$1"
}
make postgres_password "$(openssl rand -hex 24)"
make database_url "postgresql://rostrum:$(cat postgres_password)@postgres:5432/rostrum"
make master.key "$(openssl rand -base64 32)"
echo 'Keep a copy of deploy/secrets/master.key in a safe place: without it the personal data cannot be read.'
