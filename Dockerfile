# Web and workers run from this one image; compose.yaml says which.
FROM node:20-bookworm-slim AS base
WORKDIR /srv/jingangtong
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/false CHECKPOINT_DISABLE=1 PRISMA_HIDE_UPDATE_MESSAGE=1
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci --include=dev
COPY . .
RUN npx prisma generate && NODE_ENV=production npx remix vite:build

FROM base AS dependencies
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
WORKDIR /srv/jingangtong
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
RUN mkdir .data && chown node:node .data
COPY --from=dependencies /srv/jingangtong/node_modules node_modules
COPY --from=build /srv/jingangtong/build build
COPY --from=build /srv/jingangtong/prisma prisma
COPY package.json tsconfig.json ./
COPY app app
COPY search search
COPY workers workers
COPY scripts scripts
COPY public public
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "app/server.ts"]
