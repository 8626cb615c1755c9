import { describe, expect, it } from 'vitest';
import { nameSource } from '../../../src/service/telemetry/name-source.ts';

describe('nameSource', () => {
  it.each(['harbour-feed', 'feeds.example', 'cms:news_1', 'A', 'x'.repeat(64)])('names %s as it is', (source) => {
    expect(nameSource(source)).toBe(source);
  });

  it.each(['https://feeds.example/?key=canary', 'two words', 'ann@mail.example', 'x'.repeat(65), 'a\u202eb', 'line\nbreak'])(
    'names %j by its hash',
    (source) => {
      const name = nameSource(source);
      expect(name).toMatch(/^sha256:[0-9a-f]{16}$/u);
      expect(name).toBe(nameSource(source));
      expect(name).not.toBe(nameSource(`${source}.`));
    },
  );
});
