import { z } from 'zod';

/** As JSON writes numbers, without an exponent. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;

/** A number as a query holds it. `Number` alone would take an empty text for 0, and read hexadecimal digits. */
export function queryNumber<Shape extends z.ZodNumber>(shape: Shape) {
  return z.preprocess((value) => (typeof value === 'string' && NUMBER.test(value) ? Number(value) : value), shape);
}
