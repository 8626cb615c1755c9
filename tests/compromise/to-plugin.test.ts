import nlp from 'compromise/one';
import { describe, expect, it } from 'vitest';
import type { EntityMethods } from '../../src/compromise/copydesk-entities.ts';
import { toPlugin } from '../../src/compromise/to-plugin.ts';

interface NameView {
  readonly out: (method: 'array') => readonly string[];
}
type NameMethods = Readonly<Record<'people' | 'places' | 'organizations' | 'topics', () => NameView>>;

nlp.extend(
  toPlugin({
    recognise: (text) =>
      ['Ada Quill', 'Aldane'].flatMap((name, at) => {
        const start = text.indexOf(name);
        const mentions = start < 0 ? [] : [{ start, end: start + name.length, confidence: 1 }];
        return { id: `n${at}`, type: at === 0 ? 'PER' : 'LOC', name, aliases: [], mentions } as const;
      }),
    ownGuesses: 'replace',
  }),
);
// Compromise types its views without the methods of plugins.
const read = (text: string) => nlp(text) as ReturnType<typeof nlp> & NameMethods & EntityMethods;

describe('the plugin on compromise/one', () => {
  it('stands on a tokenizer alone', () => {
    expect(nlp.hooks()).not.toContain('preTagger');
    expect(nlp.hooks().at(-1)).toBe('copydeskEntities');
  });

  it('brings the methods that compromise/three has', () => {
    const doc = read('The boat of Ada Quill left Aldane.');
    expect(doc.people().out('array')).toEqual(['Ada Quill']);
    expect(doc.places().out('array')).toEqual(['Aldane.']);
    expect(doc.organizations().out('array')).toEqual([]);
    expect(doc.topics().out('array')).toEqual(['Ada Quill', 'Aldane.']);
    expect(doc.entities().json()).toMatchObject([{ entity: { type: 'PER' } }, { entity: { type: 'LOC' } }]);
  });

  it('tags the terms', () => {
    const doc = read('The boat of Ada Quill left Aldane.');
    expect(doc.match('#Person+').out('array')).toEqual(['Ada Quill']);
    expect(doc.match('#ProperNoun+').out('array')).toEqual(['Ada Quill', 'Aldane.']);
  });
});
