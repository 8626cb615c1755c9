import { NameTable, type Ranked } from './name-table.ts';

const createRow = () => ({
  ...{ received: 0, publish: 0, review: 0, reject: 0, dead: 0 },
  ...{ findings: 0, removed: 0, restored: 0, delivery_failed: 0 },
});
type SourceRow = ReturnType<typeof createRow>;
type Column = keyof SourceRow;

/** What came from each source and what was found in it. */
export class SourceCounts {
  private readonly table = new NameTable<SourceRow>(createRow);

  add(source: string, column: Column, times = 1): void {
    this.table.touch(source, times)[column] += times;
  }

  /** The noisiest first: those with the most findings. */
  rank(top: number): Ranked<Readonly<SourceRow>> {
    return this.table.rank(top, ({ findings, received }) => findings + received / 1e9);
  }
}
