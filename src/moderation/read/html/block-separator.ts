import type { LineBreak } from './page-block.ts';

/** What is to stand before the next text of a block: nothing, a line end, or the ends of a row and of cells. */
export class BlockSeparator {
  private open: LineBreak | undefined;
  /** A row or a cell has ended: what ends a line in it adds nothing. */
  private isOfTable = false;
  /** Cells of the open row so far. */
  private cells = 0;

  get isEmpty(): boolean {
    return this.open === undefined;
  }

  get isLineEnd(): boolean {
    return this.open?.sign === '\n';
  }

  clear(): void {
    this.take();
    this.cells = 0;
  }

  endLine(at: LineBreak): void {
    if (!this.isOfTable) this.open = at;
  }

  endRow(at: LineBreak): void {
    this.cells = 0;
    this.open = this.isOfTable && this.open?.sign === '\n' ? this.open : at;
    this.isOfTable = true;
  }

  /** A cell without text keeps its column. */
  startCell(at: LineBreak): void {
    if (this.cells++ === 0) return;
    const { open } = this;
    this.open = this.isOfTable && open ? { sign: `${open.sign}\t`, start: open.start, end: open.end && at.end } : at;
    this.isOfTable = true;
  }

  take(): LineBreak | undefined {
    const { open } = this;
    this.open = undefined;
    this.isOfTable = false;
    return open;
  }
}
