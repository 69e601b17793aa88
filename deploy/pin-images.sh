#!/bin/sh
# Asks the registries for the newest images of these lines and writes them with their digests into .env, so that exactly these are
# taken in the place of those that docker-compose.yml and Dockerfile name. Look at what changed; run it again to take what is new.
set -eu
cd "$(dirname "$0")/.."
pin() {
  digest="$(docker buildx imagetools inspect "$2" --format '{{.Manifest.Digest}}' || true)"
  case "$digest" in
    sha256:*) ;;
    *) echo "The registry gave no digest for $2: see that docker buildx works and the image is there." >&2; exit 1 ;;
  esac
  grep -sv "^$1=" .env > .env.new || true
  echo "$1=$2@$digest" >> .env.new
  mv .env.new .env
  echo "$1=$2@$digest"
}
pin NODE_IMAGE node:22-bookworm-slim
pin POSTGRES_IMAGE postgres:18
pin TEMPORAL_IMAGE temporalio/server:1.31.2
pin TEMPORAL_TOOLS_IMAGE temporalio/admin-tools:1.31.2
pin TEMPORAL_UI_IMAGE temporalio/ui:2.49.1
