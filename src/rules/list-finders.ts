import { createRequire } from 'node:module';
import { annotators } from '../moderation/annotate/annotators.ts';
import type { Finder } from '../moderation/model/detector.ts';

type Detectors = typeof import('../moderation/detect/detectors.ts');
type Readers = typeof import('../moderation/read/readers.ts');

// The detectors are a third of Copydesk. They wait for the first ruleset, whose loading is synchronous.
const require = createRequire(import.meta.url);

/** Everything that reads of a ruleset: a name in it that none of these asks for is a misspelling. */
export function listFinders(): readonly Finder[] {
  const { detectors }: Detectors = require('../moderation/detect/detectors.ts');
  const { readers }: Readers = require('../moderation/read/readers.ts');
  return [...readers, ...detectors, ...annotators];
}
