/** Families of phrases: the lists `promo.<family>`, each with its `promo.points.<family>`. */
export const PROMO_FAMILIES = [
  'offers',
  'terms',
  'calls',
  'prizes',
  'chances',
  'texting',
  'selfpromo',
  'adult',
  'allure',
  'earnings',
  'income',
  'greetings',
  'urgency',
  'tellers',
  'subjects',
] as const;
export type PromoFamily = (typeof PROMO_FAMILIES)[number];

/** Families that are what an article about offers, games of chance or currencies is made of. */
export const SUBJECT_FAMILIES: ReadonlySet<string> = new Set([
  'offers',
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
