#!/bin/sh
# Asks the registries once for the digests of the images that docker-compose.yml names and writes them into .env, so that
# from then on exactly these are taken, whatever a tag comes to mean. Run it again to take what is new, and look at what changed.
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
pin NODE_IMAGE node:22-slim
pin POSTGRES_IMAGE postgres:18
pin TEMPORAL_IMAGE temporalio/server:1.31.0
pin TEMPORAL_TOOLS_IMAGE temporalio/admin-tools:1.31.0
pin TEMPORAL_UI_IMAGE temporalio/ui:2.49.1
