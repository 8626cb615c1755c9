type Paint = (text: string) => string;

/** What a report may do with colour; with colour off every entry returns its text unchanged. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

/** ANSI paints, or none. */
export function createPalette(colour: boolean): Palette {
  const paint = (on: number, off: number): Paint => (colour ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text);
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  };
}
