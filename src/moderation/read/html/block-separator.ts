/** What is to stand before the next text of a block: nothing, a line end, or the ends of a row and of cells. */
export class BlockSeparator {
  private value = '';
  /** A row or a cell has ended: what ends a line in it adds nothing. */
  private isOfTable = false;
  /** Cells of the open row so far. */
  private cells = 0;

  get isEmpty(): boolean {
    return this.value === '';
  }

  get isLineEnd(): boolean {
    return this.value === '\n';
  }

  clear(): void {
    this.take();
    this.cells = 0;
  }

  endLine(): void {
    if (!this.isOfTable) this.value = '\n';
  }

  endRow(): void {
    this.cells = 0;
    this.isOfTable = true;
    this.value = '\n';
  }

  /** A cell without text keeps its column. */
  startCell(): void {
    if (this.cells++ === 0) return;
    this.value = this.isOfTable ? `${this.value}\t` : '\t';
    this.isOfTable = true;
  }

  take(): string {
    const { value } = this;
    this.value = '';
    this.isOfTable = false;
    return value;
  }
}
