import { registerHooks } from 'node:module';

const PROCESSOR = '/workers/moderate.processor.ts';
const REPLACED = '/src/index.ts';
const INSTEAD = new URL('watched-index.ts', import.meta.url).href;

/** For `node --import`: the desk's own processes, whose threads note how much CPU moderation takes. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return context.parentURL?.endsWith(PROCESSOR) && found.url.endsWith(REPLACED) ? { ...found, url: INSTEAD } : found;
  },
});
