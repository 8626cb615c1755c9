import values from '../../../../models/values.json' with { type: 'json' };

const table = (entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(entries));
const names = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(entries));

/** Days of the week by name and by short name, Monday is 1. */
function numberWeekdays(): ReadonlyMap<string, number> {
  const numbered = new Map(values.weekdays.map((name, at) => [name, at + 1]));
  for (const short of values.weekdayShorts) numbered.set(short, values.weekdays.findIndex((name) => name.startsWith(short)) + 1);
  return numbered;
}

/** Words of numbers, dates, currencies and units, from `models/values.json`. */
export const VALUE_WORDS = {
  numbers: table(values.numbers),
  hundreds: table(values.hundreds),
  multipliers: table(values.multipliers),
  moneyMultipliers: table(values.moneyMultipliers),
  currencySigns: names(values.currencySigns),
  currencyCodes: new Set(values.currencyCodes),
  currencyWords: names(values.currencyWords),
  /** Least amount with which a word of a currency is not taken for another word ("300 won"). */
  currencyLeast: table(values.currencyLeast),
  /** Words in small letters that may stand behind such a word of a currency. */
  behindCurrency: new Set(values.behindCurrency),
  cents: names(values.cents),
  moneyCues: new Set(values.moneyCues),
  /** Words with which pounds are a weight, and words with which a few pounds are the weight of a body. */
  weightCues: new Set(values.weightCues),
  bodyCues: new Set(values.bodyCues),
  units: names(values.units),
  /** Months by name and by short name, January is 1. */
  monthShorts: table(values.monthShorts),
  months: new Map([...values.months.map((name, at) => [name, at + 1] as const), ...table(values.monthShorts)]),
  weekdays: numberWeekdays(),
  days: table(values.days),
  zones: names(values.zones),
  openers: new Set(values.openers),
  /** Verbs that speak of what is to come right behind a date too. */
  modals: new Set(values.modals),
  /** Words, and pairs of words, by what they say of a date in their sentence; `open` is said of days before and after. */
  tenseCues: new Map<string, 'past' | 'future' | 'open'>([
    ...values.openCues.map((cue) => [cue, 'open'] as const),
    ...values.pastCues.map((cue) => [cue, 'past'] as const),
    ...[...values.modals, ...values.futureCues].map((cue) => [cue, 'future'] as const),
  ]),
  /** What says that a date is to come when it stands right before it. */
  futureBeside: new Set(values.futureBeside),
  /** The same, when no other word of the sentence says more. */
  futureWeak: new Set(values.futureWeak),
  /** Words in "ed" that are no past form. */
  notPast: new Set(values.notPast),
} as const;
