import { replaceThreads } from './replace-threads.ts';

// For `node --import`: moderation is replaced by nothing.
replaceThreads(new URL('no-threads.ts', import.meta.url).href);
