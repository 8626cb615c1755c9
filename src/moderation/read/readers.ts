import type { Finder } from '../model/detector.ts';
import { pageReader } from './html/page-reader.ts';

/** The readers that find something themselves: what they leave out of a text, and why. */
export const readers: readonly Finder[] = [pageReader];
