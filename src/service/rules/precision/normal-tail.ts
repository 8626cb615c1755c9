/** Where the series needs more terms than the fraction. */
const BORDER = 3;
/** Both are exact to 12 digits with so many steps. */
const STEPS = 100;

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** 1/2 - P(0 < Z < z), by its power series: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.2.11. */
function sumSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let step = 1; step < STEPS; step++) {
    term *= (z * z) / (2 * step + 1);
    sum += term;
  }
  return 0.5 - density(z) * sum;
}

/** By its continued fraction, 26.2.14 there, from the inside. */
function unfold(z: number): number {
  let below = z;
  for (let step = STEPS; step > 0; step--) below = z + step / below;
  return density(z) / below;
}

/** The probability that a standard normal variable is above `z`, which is 0 or more. */
export function normalTail(z: number): number {
  return z < BORDER ? sumSeries(z) : unfold(z);
}
