import neverNames from '../../../../models/never-names.json' with { type: 'json' };
import organisations from '../../../../models/organisations.json' with { type: 'json' };
import otherNames from '../../../../models/other-names.json' with { type: 'json' };
import people from '../../../../models/people.json' with { type: 'json' };
import places from '../../../../models/places.json' with { type: 'json' };

const set = (...lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());
const lowerSet = (...lists: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(lists.flat().map((word) => word.toLowerCase()));

/** The word lists of `models/` as sets. Sets of names keep their capitals, sets of cue words are lower case. */
export const LEXICON = {
  places: set(places.known),
  placeLastWords: set(places.lastWords),
  placeFirstWords: set(places.firstWords),
  placeOfWords: set(places.ofWords),
  placeNounsAfter: set(places.nounsAfter),
  placeNounsBefore: set(places.nounsBefore),
  organisations: set(organisations.known),
  organisationLastWords: set(organisations.lastWords),
  organisationOfWords: set(organisations.ofWords),
  possessiveFirms: set(organisations.possessiveFirms),
  legalSuffixes: set(organisations.legalSuffixes),
  organisationNounsBefore: set(organisations.nounsBefore),
  organisationNounsAfter: set(organisations.nounsAfter),
  organisationVerbsBefore: set(organisations.verbsBefore),
  rolesOf: set(organisations.rolesOf),
  acronymsNever: set(organisations.acronymsNever),
  roles: set(people.roles),
  roleModifiers: set(people.roleModifiers),
  surnamesFirst: set(people.surnamesFirst),
  roleFields: set(people.roleFields),
  noRoles: set(people.noRoles),
  honorifics: set(people.honorifics),
  kin: set(people.kin),
  splittingRoles: set(people.splittingRoles),
  portfolios: set(people.portfolios),
  particles: set(people.particles),
  nameSuffixes: set(people.suffixes),
  speechVerbs: set(people.speechVerbs),
  humanVerbs: set(people.humanVerbs),
  greetings: set(people.greetings),
  eventLastWords: set(otherNames.lastWords),
  works: set(otherNames.works),
  peoples: set(otherNames.peoples),
  diseases: set(otherNames.diseases),
  /** Scales of temperature that bear the name of a person. */
  scales: set(otherNames.scales),
  /** Before the given name of a storm. */
  stormKinds: set(otherNames.stormKinds),
  /** Words that begin a sentence behind an abbreviation, and no part of a name. */
  openers: set(neverNames.openers),
  calendar: set(neverNames.calendar),
  neverNames: set(neverNames.words),
  functionWords: lowerSet(neverNames.functionWords),
  compoundEndings: set(neverNames.compoundEndings),
  abbreviations: set(neverNames.abbreviations),
} as const;
