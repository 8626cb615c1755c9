import { declareThresholds } from './declare-thresholds.ts';
import { toRecord } from './declared.ts';
import { readShippedFile } from './read-rule-folder.ts';

const FILE = 'annotation.yaml';
let shipped: Readonly<Record<string, number>> | undefined;

/** The thresholds of annotation that come with Copydesk, read and checked once. */
export function loadAnnotationThresholds(): Readonly<Record<string, number>> {
  shipped ??= toRecord(declareThresholds([readShippedFile(FILE)]));
  return shipped;
}
