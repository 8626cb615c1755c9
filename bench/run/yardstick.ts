import { tagWithCompromise } from '../measuring/tag-with-compromise.ts';
import type { Contender } from './take-turns.ts';

/** The contender that all others are measured by. */
export const YARDSTICK: Contender<string> = { name: 'compromise: people, places, organizations', run: tagWithCompromise };
