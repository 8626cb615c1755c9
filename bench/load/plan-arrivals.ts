/**
 * Times in milliseconds from 0 to `seconds`, at which articles come: a Poisson process of `rate` a second, which waits for no answer.
 * `draw` gives numbers from 0 to below 1.
 */
export function planArrivals(rate: number, seconds: number, draw: () => number): readonly number[] {
  const times: number[] = [];
  const end = seconds * 1000;
  for (let at = nextGap(rate, draw); at < end; at += nextGap(rate, draw)) times.push(at);
  return times;
}

const nextGap = (rate: number, draw: () => number): number => (-Math.log(1 - draw()) / rate) * 1000;
