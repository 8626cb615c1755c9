import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../../src/cli/check/check-item.ts';
import type { DrawnItem } from '../../../../src/cli/check/drawn-item.ts';
import { ThreadCrew } from '../../../../src/cli/check/threads/thread-crew.ts';
import { loadRuleset } from '../../../../src/index.ts';

const models = { ruleset: loadRuleset(), recogniser: undefined };
const crews: ThreadCrew[] = [];

function openCrew(threads: number, setup = 'able'): ThreadCrew {
  const drawFault = (fault: Fault): DrawnItem => ({
    drawn: new TextEncoder().encode(`fault: ${fault.message}`),
    ending: { fault },
    notices: [],
  });
  const entry = new URL('./hostile-thread.ts', import.meta.url);
  const crew = new ThreadCrew({ entry, threads, setup, drawFault });
  crews.push(crew);
  return crew;
}

const drawAll = (crew: ThreadCrew, ids: readonly string[]) =>
  Promise.all(ids.map((id) => crew.draw({ id, text: 'x'.repeat(3000) })));
const textOf = ({ drawn }: DrawnItem): string => new TextDecoder().decode(drawn);
/** Without the number of the thread. */
const withoutThread = (item: DrawnItem): string => textOf(item).replace(/^(\w+) \d+$/u, '$1');
const many = (name: string, count: number): readonly string[] => Array.from({ length: count }, (_, at) => `${name}${at}`);

describe('ThreadCrew', () => {
  afterEach(() => Promise.all(crews.splice(0).map((crew) => crew.close())));

  it('gives each thread a share', async () => {
    const crew = openCrew(2);
    crew.teach(models);
    const drawn = await drawAll(crew, many('slow', 60));
    expect(drawn.map(withoutThread)).toEqual(many('slow', 60));
    const shares = Map.groupBy(drawn, (item) => textOf(item).split(' ')[1]);
    expect(shares.size).toBe(2);
    for (const share of shares.values()) expect(share.length).toBeGreaterThan(10);
  });

  it('begins before it is told what to moderate with, and waits for it', async () => {
    const crew = openCrew(2);
    const drawing = drawAll(crew, ['a', 'b']);
    expect(crew.isReady).toBe(false);
    crew.teach(models);
    expect((await drawing).map(withoutThread)).toEqual(['a', 'b']);
    expect(crew.isReady).toBe(true);
  });

  it.each([
    ['exit', 'its thread ended with code 3'],
    ['throw', 'out of order'],
    ['mute', 'its thread ended with code 3'],
  ])(
    'makes an article at which a thread ends (%s) a fault of that article alone',
    async (how, reason) => {
      const crew = openCrew(2);
      crew.teach(models);
      const ids = [...many('a', 12), `${how}1`, ...many('b', 12), `${how}2`, ...many('c', 12)];
      const drawn = (await drawAll(crew, ids)).map(withoutThread);
      const fault = (id: string) => `fault: the engine failed on the article "${id}": ${reason}`;
      expect(drawn).toEqual(ids.map((id) => (id.startsWith(how) ? fault(id) : id)));
    },
    60_000,
  );

  it('fails when its threads cannot load', async () => {
    const crew = openCrew(2, 'unable');
    crew.teach(models);
    await expect(drawAll(crew, many('a', 20))).rejects.toThrow('cannot load');
    await expect(crew.draw({ id: 'late', text: '' })).rejects.toThrow('cannot load');
  });
});
