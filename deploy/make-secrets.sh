#!/bin/sh
# Makes the secrets that docker-compose.yml names, where they do not exist yet; those that exist are never touched.
set -eu
umask 077
cd "$(dirname "$0")/secrets"
chmod 700 .
make() {
  if [ -e "$1" ]; then echo "kept deploy/secrets/$1"; return; fi
  printf '%s' "$2" > "$1"
  # Readable in the containers, whose users are not ours; the folder keeps other people of this machine out.
  # What is empty is written into later, by whoever made it.
  if [ -n "$2" ]; then chmod 444 "$1"; else chmod 644 "$1"; fi
  echo "made deploy/secrets/$1"
}
random() { openssl rand -hex 24; }
url() { echo "postgresql://$1:$2@postgres:5432/$3"; }
make postgres_password "$(random)"
make superuser_url "$(url postgres "$(cat postgres_password)" postgres)"
# One role for each process, which may do with the tables what docs/database-rights.md says.
make owner_url "$(url rostrum_owner "$(random)" rostrum)"
make api_url "$(url rostrum_api "$(random)" rostrum)"
make engine_url "$(url rostrum_engine "$(random)" rostrum)"
make work_url "$(url rostrum_work "$(random)" rostrum)"
make notices_url "$(url rostrum_notices "$(random)" rostrum)"
make temporal_password "$(random)"
make master_key "$(openssl rand -base64 32)"
# What follows from it for the notices process; by Node of this machine, or by that of the image.
opening_key() {
  if command -v node > /dev/null; then node ../opening-key.mjs < master_key
  else docker run --rm -i --network none -v "$PWD/../opening-key.mjs:/opening-key.mjs:ro" "${NODE_IMAGE:-$(sed -n 's/^ARG NODE_IMAGE=//p' ../../Dockerfile)}" node /opening-key.mjs < master_key; fi
}
opening=$(opening_key)
make opening_key "$opening"
# Empty until you write something into them: without a mail server and a webhook, messages wait; without an identity provider
# people come in by their letters.
make smtp_url ''
make oidc_client_secret ''
make webhook_url ''
make webhook_secret ''
make webhook_secret_before ''
echo 'Keep a copy of deploy/secrets/master_key in a safe place: without it the personal data cannot be read.'
