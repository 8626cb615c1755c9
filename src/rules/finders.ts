import { annotators } from '../moderation/annotate/annotators.ts';
import { detectors } from '../moderation/detect/detectors.ts';
import type { Finder } from '../moderation/model/detector.ts';
import { readers } from '../moderation/read/readers.ts';

/** Everything that reads of a ruleset: a name in it that none of these asks for is a misspelling. */
export const finders: readonly Finder[] = [...readers, ...detectors, ...annotators];
