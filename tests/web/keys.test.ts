import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS, DEFAULT_KEYS, findAct, readKeyMap, remapKey } from '../../web/src/keys/key-map.ts';
import { DEFAULT_PREFERENCES, readPreferences } from '../../web/src/preferences.ts';

const press = (key: string, more: object = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isTyping: false,
  ...more,
});
const anyAct = fc.constantFrom(...ACTS);

describe('keys', () => {
  it('are one for each act', () => {
    expect(new Set(Object.values(DEFAULT_KEYS)).size).toBe(ACTS.length);
    for (const act of ACTS) expect(findAct(DEFAULT_KEYS, press(DEFAULT_KEYS[act]))).toBe(act);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey', 'isTyping'])('do nothing with %s', (name) => {
    for (const act of ACTS) expect(findAct(DEFAULT_KEYS, press(DEFAULT_KEYS[act], { [name]: true }))).toBeUndefined();
  });

  it.each([
    ['Cyrillic', 'ф', 'KeyA', false, 'accept'],
    ['Cyrillic with Shift', 'О', 'KeyJ', true, 'nextArticle'],
    ['Greek', 'α', 'KeyA', false, 'accept'],
    ['Arabic', 'ش', 'KeyA', false, 'accept'],
    ['Hebrew', 'ח', 'KeyJ', false, 'nextFinding'],
    ['Cyrillic, in place of a bracket', 'х', 'BracketLeft', false, 'previousParagraph'],
    ['a Latin letter of its own', 'ö', 'KeyA', false, undefined],
    ['French, where another letter stands there', 'q', 'KeyA', false, 'queue'],
    ['Cyrillic on a key without a letter of ours', 'ж', 'Semicolon', false, undefined],
  ])('of other alphabets are found by their place: %s', (_, key, code, shiftKey, act) => {
    expect(findAct(DEFAULT_KEYS, press(key, { code, shiftKey }))).toBe(act);
  });

  it('of another alphabet that somebody has chosen come before the place', () => {
    const map = remapKey(DEFAULT_KEYS, 'reject', 'ф');
    if ('fault' in map) throw new Error(map.fault);
    expect(findAct(map, press('ф', { code: 'KeyA' }))).toBe('reject');
  });

  it('never collide, whatever is asked for', () => {
    const wishes = fc.array(
      fc.tuple(anyAct, fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('a', 'j', 'Z', '1', 'Enter', ' ', '\u0000'))),
    );
    fc.assert(
      fc.property(wishes, (all) => {
        let map = readKeyMap(null);
        for (const [act, key] of all) {
          const next = remapKey(map, act, key);
          if (!('fault' in next)) map = next;
          else if (next.fault === 'taken') expect(map[next.by]).toBe(key);
        }
        expect(new Set(Object.values(map)).size).toBe(ACTS.length);
        expect(readKeyMap(JSON.stringify(map))).toEqual(map);
      }),
    );
  });

  it.each(['', 'null', '[]', '7', '{"accept":"x"}', '{"accept":5,"reject":" "}', '{"nothing":"a"}', '{'])(
    'are as by default when %j was kept',
    (json) => {
      expect(readKeyMap(json)).toEqual(DEFAULT_KEYS);
    },
  );

  it('may be exchanged', () => {
    expect(readKeyMap('{"accept":"x","reject":"a"}')).toMatchObject({ accept: 'x', reject: 'a' });
  });
});

describe('preferences', () => {
  it('are read as they were kept, and as by default where they cannot be', () => {
    const kept = { ...DEFAULT_PREFERENCES, theme: 'dark', isBlurred: true };
    expect(readPreferences(JSON.stringify(kept))).toEqual(kept);
    for (const json of [null, '', '[]', '{"theme":"pink","isGrey":"yes"}'])
      expect(readPreferences(json)).toEqual(DEFAULT_PREFERENCES);
  });
});
