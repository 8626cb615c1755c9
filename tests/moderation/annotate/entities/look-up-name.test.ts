import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import gazetteer from '../../../../models/gazetteer.json' with { type: 'json' };
import { lookUpName, MAX_NAME_WORDS } from '../../../../src/moderation/annotate/entities/look-up-name.ts';
import { NAME_CLASS, type NameClass } from '../../../../src/moderation/annotate/entities/name-class.ts';
import { findName, openNames } from '../../../../src/moderation/annotate/entities/name-index.ts';
import { toNameKey } from '../../../../src/moderation/annotate/entities/name-key.ts';
import { packNames } from '../../../../training/gazetteer/pack-names.ts';

const has = (name: string, known: NameClass): boolean => (lookUpName(toNameKey(name)) & NAME_CLASS[known]) !== 0;

describe('the gazetteer', () => {
  it.each<[name: string, known: NameClass]>([
    ['Kenya', 'country'],
    ['U.S.', 'country'],
    ['Côte d’Ivoire', 'country'],
    ['Guinea-Bissau', 'country'],
    ['Guinea Bissau', 'country'],
    ['Bavaria', 'region'],
    ['Nairobi', 'city'],
    ['Malmo', 'city'],
    ['Malmö', 'city'],
    ['Danube', 'nature'],
    ['Okonkwo', 'surname'],
    ['Beatriz', 'given'],
    ['Kenyan', 'people'],
    ['striker', 'personNoun'],
    ['strikers', 'personNoun'],
    ['ministry', 'groupNoun'],
    ['province', 'placeNoun'],
    ['October', 'calendar'],
    ['spokeswoman', 'role'],
  ])('knows %s as %s', (name, known) => {
    expect(has(name, known)).toBe(true);
  });

  it.each<[name: string, known: NameClass]>([
    ['Reading', 'city'],
    ['Nice', 'city'],
    ['Sale', 'city'],
    ['Bush', 'surname'],
  ])('says of %s that it is also an ordinary word', (name, known) => {
    expect(has(name, known) && has(name, 'ordinary')).toBe(true);
  });

  it.each(['Nairobi', 'Okonkwo', 'Kenyan', 'Germany'])('does not say so of %s', (name) => {
    expect(has(name, 'ordinary')).toBe(false);
  });

  it('leads from the first word of a name to its last', () => {
    expect([has('New', 'begins'), has('New York', 'begins'), has('New York City', 'city')]).toEqual([true, true, true]);
  });

  it.each(Object.entries(gazetteer.sample))('finds %s of its sample', (key, mask) => {
    expect(lookUpName(key)).toBe(mask);
  });

  it('takes an unknown key for a known one no more often than it states', () => {
    const keys = Array.from({ length: 200_000 }, (_, at) => `qx${at.toString(36)}zk`);
    expect(keys.filter((key) => lookUpName(key) !== 0).length).toBeLessThanOrEqual(2 * (keys.length / 20_000));
    expect(gazetteer.names / 2 ** 32).toBeLessThan(1 / 20_000);
  });

  it('has no name of more words than it states', () => {
    expect(Object.keys(gazetteer.sample).every((key) => key.split(' ').length <= MAX_NAME_WORDS)).toBe(true);
  });
});

describe('packed names', () => {
  const names = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 2 ** 30 - 1 }));

  it('hold each name with its mask, whatever its letters', () => {
    fc.assert(
      fc.property(names, (masks) => {
        const index = openNames(packNames(new Map(Object.entries(masks))));
        for (const [key, mask] of Object.entries(masks)) expect(findName(index, key) & mask).toBe(mask);
      }),
    );
  });

  it('are refused when a part of them is cut', () => {
    const packed = packNames(new Map([['a', 1]]));
    expect(() => openNames({ ...packed, classes: '' })).toThrow(RangeError);
  });
});

describe('the key of a name', () => {
  it.each([
    ['St. Louis', 'st louis'],
    ['U.S.', 'u.s'],
    ['  Côte   d’Ivoire ', "côte d'ivoire"],
    ['J.K. Rowling', 'j.k rowling'],
  ])('of %j is %j', (name, key) => {
    expect(toNameKey(name)).toBe(key);
  });

  it('is the key of itself unless stops stand at its end again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => toNameKey(text.replaceAll('.', '')) === toNameKey(toNameKey(text.replaceAll('.', '')))),
    );
  });
});
