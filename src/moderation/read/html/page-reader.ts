import type { Finder } from '../../model/detector.ts';
import { PAGE_FINDINGS } from './list-left-out.ts';
import { PAGE_LISTS, PAGE_THRESHOLDS } from './page-rules.ts';

/** What the reader of HTML reads of a ruleset, and what it finds. */
export const pageReader: Finder = {
  name: 'page-reader',
  thresholds: PAGE_THRESHOLDS,
  lists: PAGE_LISTS,
  ownPoints: ['page.left-out'],
  rules: Object.values(PAGE_FINDINGS),
};
