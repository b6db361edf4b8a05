# The API on Node, with the dataset in an embedded libSQL file.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY clients/typescript/package.json clients/typescript/
RUN npm ci
COPY src src
COPY schema schema
RUN node src/entry/bundle/make.ts && npm prune --omit=dev
COPY data data

FROM node:24-slim
# Few arenas: the threads that compress would each keep memory of their own. A threshold that is set does not grow
# with what was freed once, so that large pieces go back to the system.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
# For a volume with the database (DATABASE_URL=file:/data/…).
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "--min-semi-space-size=16", "--max-semi-space-size=16", "src/entry/start.mjs"]
