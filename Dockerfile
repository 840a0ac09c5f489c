# The steps of each stage are tried without Docker, too: tests/artefact/run.ts.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm ci --omit=dev --no-audit --no-fund --prefix dist

FROM node:22-bookworm-slim
# The heap is kept small; what the program has in use is about half of it.
ENV NODE_ENV=production
ENV NODE_OPTIONS="--max-old-space-size=160 --max-semi-space-size=4"
WORKDIR /app
COPY --from=build /build/dist .
# With the Node and the flags that it will run with: V8 then takes over at each start what it has compiled here.
RUN node warm.js
# For a store on SQLite: a volume, since the rest may be mounted read-only.
RUN mkdir -p /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PEJLING_PORT ?? process.env.PORT ?? 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "main.js"]
