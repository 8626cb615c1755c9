import nlp from 'compromise/three';
import type { NameClass } from '../../src/moderation/annotate/entities/name-class.ts';
import type { NameSource } from './name-source.ts';

const CLASS_OF_TAG: Readonly<Record<string, NameClass>> = {
  MaleName: 'given',
  FemaleName: 'given',
  FirstName: 'given',
  LastName: 'surname',
  Person: 'person',
  Country: 'country',
  Region: 'region',
  City: 'city',
  Place: 'town',
  Organization: 'company',
  SportsTeam: 'club',
  Demonym: 'people',
  Month: 'calendar',
  WeekDay: 'calendar',
};

/** Names of the lexicon of compromise. Its abbreviations ("st", "co") are words, not names. */
export function readCompromise(): readonly NameSource[] {
  // Foreign data: compromise does not type its model.
  const { one } = nlp.model() as { readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> } };
  return Object.entries(one.lexicon).flatMap(([name, tag]) => {
    const tags = typeof tag === 'string' ? [tag] : tag;
    if (tags.includes('Abbreviation')) return [];
    const classes = tags.flatMap((each) => CLASS_OF_TAG[each] ?? []);
    return classes.length === 0 ? [] : [{ classes, names: [name] }];
  });
}
