import { NameTable, type Ranked } from './name-table.ts';

const createRow = () => ({
  ...{ findings: 0, removed_findings: 0, brought_back: 0 },
  ...{ restored: 0, removed: 0, edited: 0, reclassified: 0 },
});
type RuleRow = ReturnType<typeof createRow>;

/** What each rule found, and what people made of it. */
export class RuleCounts {
  private readonly table = new NameTable<RuleRow & { taken_back: number }>(() => ({ ...createRow(), taken_back: 0 }));

  add(rule: string, column: keyof RuleRow | 'taken_back', times = 1): void {
    this.table.touch(rule, times)[column] += times;
  }

  /** The noisiest first: those with the most findings. Of what was brought back before the stream nothing is taken away. */
  rank(top: number): Ranked<Readonly<RuleRow>> {
    const ranked = this.table.rank(top, ({ findings, brought_back }) => findings + brought_back / 1e9);
    return {
      ...ranked,
      rows: ranked.rows.map(([name, { taken_back, ...row }]) => [
        name,
        { ...row, brought_back: Math.max(0, row.brought_back - taken_back) },
      ]),
    };
  }
}
