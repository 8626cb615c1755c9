import { replaceThreads } from './replace-threads.ts';

// For `node --import`: moderation is replaced by a result that was made before.
replaceThreads(new URL('made-threads.ts', import.meta.url).href);
