# syntax=docker/dockerfile:1

# Built with everything; only what runs is copied out of it.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without scripts, because `prepare` builds and the sources are not there yet: this layer is kept
# until the dependencies change.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json prisma.config.ts ./
COPY prisma ./prisma
COPY src ./src
RUN npm run -s generate && npm run -s build

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
COPY package.json package-lock.json .npmrc ./
# Without scripts, because `prepare` needs the compiler; no dependency that runs has a script of its own.
# Without peers, because Prisma's client names the compiler and Prisma's own tools as optional ones, and
# npm would then bring 260 MB of them.
RUN npm ci --omit=dev --legacy-peer-deps --ignore-scripts && npm cache clean --force
COPY --from=build /app/dist ./dist
# Applied at every start, under a lock.
COPY --from=build /app/prisma/migrations ./prisma/migrations
# The image's files belong to root; the bot can write its data and nothing else.
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
# `node`, because the slim image has no curl.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The list form, so that SIGTERM reaches the bot itself: it answers it, finishes what is in flight and ends.
# It starts no processes that an init would have to reap.
CMD ["node", "dist/main.js"]
