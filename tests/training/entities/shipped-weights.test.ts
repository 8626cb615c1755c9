import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import entities from '../../../models/entities.json' with { type: 'json' };
import { openNameModel } from '../../../src/moderation/annotate/entities/sequence/name-model.ts';

const readme = readFileSync(new URL('../../../models/README.md', import.meta.url), 'utf8');

describe('the shipped weights', () => {
  it('open', () => {
    expect(openNameModel(entities).weights.some((weight) => weight !== 0)).toBe(true);
  });

  it('are licensed as their inputs ask', () => {
    expect(entities.licence).toBe('CC BY-SA 4.0');
    expect(entities.inputs.length).toBeGreaterThan(4);
  });

  it.each(entities.inputs)('attribute $name', ({ name, licence }) => {
    const [title = ''] = name.split(/[(,]| part/u);
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(title.trim()));
    expect(row).toContain(licence.split(',')[0]);
  });
});
