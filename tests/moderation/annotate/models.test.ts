import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/moderation/annotate/models.ts';

const FOLDER = new URL('../../../models/', import.meta.url);
const readme = readFileSync(new URL('README.md', FOLDER), 'utf8');
const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');

/** Bytes that some files may have at most. */
const LARGE: Readonly<Record<string, number>> = { 'entities.json': 3_000_000, 'gazetteer.json': 1_500_000 };

describe('models', () => {
  it('are more than none', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)('%s is named with its licence', (name) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row).toMatch(/Apache-2\.0|CC BY(?:-SA)? 4\.0/u);
    const { licence }: { licence: string } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    expect(row).toContain(licence.split(',')[0]);
  });

  it('attribute IPTC and say what was changed', () => {
    for (const part of [
      'International Press Telecommunications Council',
      'creativecommons.org/licenses/by/4.0',
      'Changed for Copydesk',
    ]) {
      expect(readme).toContain(part);
    }
  });

  it('stay small', () => {
    for (const name of files) expect(statSync(new URL(name, FOLDER)).size).toBeLessThan(LARGE[name] ?? 600_000);
  });

  it('are stated with a version each', () => {
    for (const version of Object.values(MODELS)) expect(version).toMatch(/\d/u);
    expect(Object.keys(MODELS).sort()).toEqual(['entities', 'keyphrases', 'language', 'topics', 'values']);
  });
});
