import { PROMO_SIGNS } from './read-signs.ts';

/** Families of phrases: the lists `promo.<family>`, each with its `promo.points.<family>`. */
export const PROMO_FAMILIES = [
  'offers',
  'terms',
  'calls',
  'prizes',
  'chances',
  'affiliate',
  'bait',
  'authorship',
  'texting',
  'selfpromo',
  'adult',
  'allure',
  'earnings',
  'income',
  'greetings',
  'urgency',
  'tellers',
  'public',
  'subjects',
  'drugs',
  'testimonials',
  'trader',
  'openers',
  'labels',
  'hints',
] as const;
export type PromoFamily = (typeof PROMO_FAMILIES)[number];

/** Families that are what an article about offers, games of chance or currencies is made of. */
export const SUBJECT_FAMILIES: ReadonlySet<string> = new Set([
  'offers',
  'affiliate',
  'terms',
  'chances',
  'prizes',
  'earnings',
  'income',
  'allure',
  'urgency',
  'code',
  'money',
]);

/** Features that say what a line is about; what it wants of the reader is said by the others. */
export const TOPIC_FEATURES: ReadonlySet<string> = new Set([
  'offers',
  'chances',
  'earnings',
  'income',
  'allure',
  'authorship',
  'bait',
  'drugs',
  'testimonials',
  'piped',
  'money',
  'link',
  'sly_link',
  'phone',
  'alien_script',
  'alien_words',
  'second_phrase',
  'dense',
]);

/** Features that want something of the reader; without one a line may be what the author has to say. */
export const WANTING_FEATURES: ReadonlySet<string> = new Set([
  'calls',
  'labels',
  'hints',
  'prizes',
  'selfpromo',
  'affiliate',
  'adult',
  'texting',
  'terms',
  'code',
  'rate',
  'premium_number',
  'disguise',
  'lonely_link',
]);

/** Features that want something of the reader in a short line: how traders speak, and guides too. */
export const SPOKEN_FEATURES: ReadonlySet<string> = new Set(['openers', 'trader']);

/** Features of reported speech. */
export const TELLING_FEATURES: ReadonlySet<string> = new Set(['quoted', 'tellers']);

/** Names of all features; each has its points in `promo.points.<name>`. */
export const PROMO_POINTS: readonly string[] = [
  ...PROMO_FAMILIES,
  ...PROMO_SIGNS,
  'alien_script',
  'alien_words',
  'kin_words',
  'second_phrase',
  'quoted',
  'dense',
  'keyword_link',
];
