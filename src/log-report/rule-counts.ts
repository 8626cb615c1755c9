import { NameTable, type Ranked } from './name-table.ts';

const createRow = () => ({ findings: 0, removed_findings: 0, restored: 0, removed: 0, edited: 0, reclassified: 0 });
type RuleRow = ReturnType<typeof createRow>;

/** What each rule found, and what people made of it. */
export class RuleCounts {
  private readonly table = new NameTable<RuleRow>(createRow);

  add(rule: string, column: keyof RuleRow, times = 1): void {
    this.table.touch(rule, times)[column] += times;
  }

  /** The noisiest first: those with the most findings. */
  rank(top: number): Ranked<Readonly<RuleRow>> {
    return this.table.rank(top, ({ findings, restored }) => findings + restored / 1e9);
  }
}
