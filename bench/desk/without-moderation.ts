import { registerHooks } from 'node:module';

const REPLACED = '/src/service/processing/moderation-threads.ts';
const INSTEAD = new URL('no-threads.ts', import.meta.url).href;

/** For `node --import`: the desk's own processes, but the threads that moderate are replaced by nothing. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return found.url.endsWith(REPLACED) ? { ...found, url: INSTEAD } : found;
  },
});
