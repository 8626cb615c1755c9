import { readFileSync } from 'node:fs';

/** A value that a sentence holds: where it begins, its text, and what it stands for. */
export interface LabelledValue {
  readonly start: number;
  readonly text: string;
  readonly value: string;
}

/** A sentence of `labelled-sentences.txt` without its braces, and all values in it. */
export interface LabelledSentence {
  readonly text: string;
  readonly values: readonly LabelledValue[];
}

const LABEL = /\{([^|}]+)\|([^}]+)\}/gu;

function readLine(line: string): LabelledSentence {
  const values: LabelledValue[] = [];
  let text = '';
  let at = 0;
  for (const { 0: label, 1: words = '', 2: value = '', index } of line.matchAll(LABEL)) {
    text += line.slice(at, index);
    values.push({ start: text.length, text: words, value });
    text += words;
    at = index + label.length;
  }
  return { text: text + line.slice(at), values };
}

/** Sentences that were written and labelled for these tests, in the order of their file. */
export function readLabelledSentences(): readonly LabelledSentence[] {
  const lines = readFileSync(new URL('labelled-sentences.txt', import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(readLine);
}
