import type { LogReport } from '../schema/log-report-schema.ts';

type Place = LogReport['input']['places'][number];
type FaultName = Place['what'];

/** Places that are shown. */
const SHOWN = 10;

const before = (a: Place, b: Place): boolean => (a.file === b.file ? a.line < b.line : a.file < b.file);

/** Lines that could not be counted, and where the first of them stand, by the names of the files: the order of reading is nothing. */
export class LineFaults {
  private readonly counts = { broken: 0, foreign: 0, malformed: 0, too_long: 0 };
  private readonly places: Place[] = [];

  add(what: FaultName, file: string, line: number): void {
    this.counts[what]++;
    const place: Place = { what, file, line };
    const last = this.places.at(-1);
    if (last && this.places.length >= SHOWN && !before(place, last)) return;
    const after = this.places.findIndex((held) => before(place, held));
    this.places.splice(after < 0 ? this.places.length : after, 0, place);
    if (this.places.length > SHOWN) this.places.pop();
  }

  toReport(): typeof this.counts & { readonly places: Place[] } {
    return { ...this.counts, places: [...this.places] };
  }
}
