import { NameTable, type Ranked } from './name-table.ts';

const createRow = () => ({
  ...{ received: 0, publish: 0, review: 0, reject: 0, dead: 0 },
  ...{ findings: 0, removed: 0, brought_back: 0, restored: 0, delivery_failed: 0 },
});
type SourceRow = ReturnType<typeof createRow>;
type Column = keyof SourceRow | 'taken_back';

/** What came from each source and what was found in it. */
export class SourceCounts {
  private readonly table = new NameTable<SourceRow & { taken_back: number }>(() => ({ ...createRow(), taken_back: 0 }));

  add(source: string, column: Column, times = 1): void {
    this.table.touch(source, times)[column] += times;
  }

  /** The noisiest first: those with the most findings. Of what was brought back before the stream nothing is taken away. */
  rank(top: number): Ranked<Readonly<SourceRow>> {
    const ranked = this.table.rank(top, ({ findings, received }) => findings + received / 1e9);
    return {
      ...ranked,
      rows: ranked.rows.map(([name, { taken_back, ...row }]) => [
        name,
        { ...row, brought_back: Math.max(0, row.brought_back - taken_back) },
      ]),
    };
  }
}
