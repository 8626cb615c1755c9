import type { ModerationThreads } from '../../src/service/processing/moderation-threads.ts';
import { NOTHING } from './nothing.ts';

/** Stands in the place of the real one: every article is clean at once. */
export function startModerationThreads(): ModerationThreads {
  return {
    ready: () => Promise.resolve(),
    moderate: () => Promise.resolve(NOTHING),
    tryRule: () => Promise.resolve([]),
    tryShadow: () => Promise.resolve([]),
    propose: () => Promise.reject(new Error('nothing is proposed here')),
    close: () => Promise.resolve(),
  };
}
