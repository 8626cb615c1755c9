import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { drawGrowth } from '../../bench/run/growth/draw-growth.ts';
import { plantGrowth, plantSize } from './planted-growth.ts';

const sizes = [1000, 10_000, 100_000].flatMap((size) => [
  plantSize({ size, best: size / 100 }),
  plantSize({ size, best: (size / 1000) ** 2, format: 'html', textLength: size === 100_000 ? 0 : size }),
]);
const picture = drawGrowth(plantGrowth(sizes));

/** The points of the first line of a tone: those of time. */
function pointsOf(tone: string): readonly (readonly [number, number])[] {
  const line = new RegExp(`<path class="line ${tone}" d="((?:[ML][\\d.]+ [\\d.]+){2,})"/>`, 'u').exec(picture)?.[1] ?? '';
  return line
    .split(/[ML]/u)
    .slice(1)
    .map((point) => {
      const [x = 0, y = 0] = point.split(' ').map(Number);
      return [x, y] as const;
    });
}

describe('drawGrowth', () => {
  it('is a picture that stands by itself', () => {
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 720 \d+"/u);
    expect(picture).not.toMatch(/NaN|undefined|Infinity/u);
    expect(parseFragment(picture.trim()).childNodes).toHaveLength(1);
    for (const label of ['1 KB', '10 KB', '100 KB', 'linear', 'markdown']) expect(picture).toContain(`>${label}</text>`);
  });

  it('draws what is linear parallel to the reference, and what is squared twice as steep', () => {
    const riseOf = (tone: string): number => {
      const [[, first = 0] = [], [, second = 0] = []] = pointsOf(tone);
      return first - second;
    };
    expect(pointsOf('one')).toEqual(pointsOf('reference'));
    expect(riseOf('one')).toBeGreaterThan(0);
    expect(riseOf('three') / riseOf('one')).toBeCloseTo(2, 1);
  });

  it('has a line for each power of ten, and more where there are few', () => {
    const labels = [...picture.matchAll(/text-anchor="end">([^<]+)</gu)].map(([, label]) => label);
    expect(labels).toEqual(['1 ms', '10 ms', '100 ms', '1 s', '200 MB', '500 MB']);
  });

  it('has a scale where nothing was read', () => {
    expect(drawGrowth(plantGrowth([plantSize({ textLength: 0 })]))).not.toMatch(/NaN|Infinity/u);
  });

  it('leaves out an article that was not read', () => {
    expect(pointsOf('one')).toHaveLength(3);
    expect(pointsOf('three')).toHaveLength(2);
  });
});
