# One image for every role: the command says which. TypeScript runs directly, there is no build.
FROM node:24-slim
ENV NODE_ENV=production COPYDESK_DATA=/data
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=dev --no-audit --no-fund && npm cache clean --force
COPY LICENSE README.md ./
COPY src ./src
COPY workers ./workers
COPY rules ./rules
COPY models ./models
COPY schemas ./schemas
COPY examples ./examples
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
CMD ["node", "src/cli/main.ts", "serve"]
