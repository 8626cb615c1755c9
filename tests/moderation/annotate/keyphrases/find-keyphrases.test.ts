import { describe, expect, it } from 'vitest';
import { findKeyphrases } from '../../../../src/moderation/annotate/keyphrases/find-keyphrases.ts';

function read(text: string) {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  return findKeyphrases({ text, edits: [], blocks: [block], toSource: (span) => span });
}

describe('findKeyphrases', () => {
  it('takes what is repeated, the whole phrase before its parts', () => {
    const phrases = read(
      'The harbour pilots met. Harbour pilots want a winter tide. The winter tide is late, harbour pilots said.',
    );
    expect(phrases).toEqual([
      { text: 'harbour pilots', score: 1 },
      { text: 'winter tide', score: expect.any(Number) },
    ]);
  });

  it('never crosses a comma, a full stop or a function word', () => {
    const texts = read('Pilots, crews. Pilots, crews. Pilots of crews. Pilots of crews.').map(({ text }) => text.toLowerCase());
    expect(texts.sort()).toEqual(['crews', 'pilots']);
  });

  it('finds nothing where nothing is repeated', () => {
    expect(read('One quay, another ferry.')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});
