# One image for every role: the command says which. The first stage builds the package; the second has that and what it needs to run.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-audit --no-fund
COPY tsconfig.json ./
COPY packaging ./packaging
COPY web ./web
COPY src ./src
COPY workers ./workers
COPY rules ./rules
COPY models ./models
COPY schemas ./schemas
COPY examples ./examples
RUN node packaging/build-package.ts

FROM node:24-slim
# Inside a container 127.0.0.1 is reached by nobody: which port of the host leads here is said when it is run.
ENV NODE_ENV=production COPYDESK_DATA=/data COPYDESK_HOST=0.0.0.0
WORKDIR /app
COPY package.json package-lock.json ./
# A recogniser of names in ONNX needs onnxruntime-node, an optional peer: docker build --build-arg ONNXRUNTIME=1.22.0 .
ARG ONNXRUNTIME=""
RUN npm install --omit=dev --no-audit --no-fund && if [ -n "$ONNXRUNTIME" ]; then npm install --no-save --omit=dev --no-audit --no-fund "onnxruntime-node@$ONNXRUNTIME"; fi && npm cache clean --force
COPY LICENSE README.md ./
COPY --from=build /app/dist ./dist
# So that `docker compose exec api copydesk queue status` works.
RUN chmod 755 dist/src/cli/main.js && ln -s /app/dist/src/cli/main.js /usr/local/bin/copydesk
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# Of a desk whose API runs here; docker-compose.yml has that of each role.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.COPYDESK_PORT ?? 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["copydesk", "serve"]
