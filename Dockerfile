# One image for every role: the command says which. TypeScript runs directly; only the page of the desk is built.
FROM node:24-slim AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-audit --no-fund
COPY src ./src
COPY web ./web
RUN node web/build.ts

FROM node:24-slim
# Inside a container 127.0.0.1 is reached by nobody: which port of the host leads here is said when it is run.
ENV NODE_ENV=production COPYDESK_DATA=/data COPYDESK_HOST=0.0.0.0
WORKDIR /app
COPY package.json package-lock.json ./
# A recogniser of names in ONNX needs onnxruntime-node, an optional peer: docker build --build-arg ONNXRUNTIME=1.22.0 .
ARG ONNXRUNTIME=""
RUN npm install --omit=dev --no-audit --no-fund && if [ -n "$ONNXRUNTIME" ]; then npm install --no-save --omit=dev --no-audit --no-fund "onnxruntime-node@$ONNXRUNTIME"; fi && npm cache clean --force
COPY LICENSE README.md ./
COPY src ./src
COPY workers ./workers
COPY rules ./rules
COPY models ./models
COPY schemas ./schemas
COPY examples ./examples
COPY --from=page /app/web/dist ./web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
CMD ["node", "src/cli/main.ts", "serve"]
