import { type MessageKey, messages } from './en.ts';

type Values = Readonly<Record<string, string | number>>;

/** Of the page's own texts. */
export const LANGUAGE = 'en';
const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 });

/** A text of the page with its values put in. Of texts with forms, `count` chooses one. */
export function say(key: MessageKey, values: Values = {}): string {
  const message: string | { readonly one: string; readonly other: string } = messages[key];
  const { count } = values;
  const isOne = typeof count === 'number' && plurals.select(count) === 'one';
  const text = typeof message === 'string' ? message : isOne ? message.one : message.other;
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** A text whose key is made at run time, such as the name of an event; `fallback` when there is none. */
export function sayNamed(prefix: string, name: string, fallback = name.replaceAll(/[._]/gu, ' ')): string {
  const key = `${prefix}.${name}`;
  const isKnown = (text: string): text is MessageKey => Object.hasOwn(messages, text);
  return isKnown(key) ? say(key) : fallback;
}

/** A number as the language writes it. */
export function sayNumber(value: number): string {
  return numbers.format(value);
}

/** A reason as the machine gives it, with kinds of findings as they are called here, and whole numbers as such. */
export function sayReason(reason: string): string {
  return reason
    .replaceAll(/(\d)\.00(?!\d)/gu, '$1')
    .replaceAll(/[a-z]+(?:_[a-z]+)+/gu, (word) => sayNamed('kind', word).toLowerCase());
}
