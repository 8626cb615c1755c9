import { registerHooks } from 'node:module';

const REPLACED = '/src/service/processing/moderation-threads.ts';

/** Has the desk's own processes load `instead` in the place of the threads that moderate. */
export function replaceThreads(instead: string): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      return found.url.endsWith(REPLACED) ? { ...found, url: instead } : found;
    },
  });
}
