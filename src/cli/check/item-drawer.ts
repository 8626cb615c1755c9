import { setImmediate as nextRound } from 'node:timers/promises';
import type { CheckItem } from './check-item.ts';
import { type Drawing, drawFault, drawItem } from './draw-item.ts';
import type { DrawnItem } from './drawn-item.ts';
import type { Staff } from './threads/staff.ts';

/**
 * What may be read and not yet written: so many articles for each thread, enough that a slow one does not keep the others waiting, and so many
 * characters of all together. Results in JSON are seven times as large.
 */
const IN_FLIGHT = { articles: 64, characters: 8 * 1024 * 1024 } as const;
/** After so much on the main thread more is to be expected, and threads will be worth their start. */
const ENOUGH = { articles: 32, characters: 512 * 1024 } as const;

const charactersOf = (item: CheckItem): number => ('fault' in item ? 0 : item.article.text.length);

/** Moderates and draws items: few of them on this thread, which has no start to wait for, many on others. */
export class ItemDrawer {
  private readonly drawing: Drawing;
  private readonly staff: Staff;
  /** True when there were threads before there was anything to do: then this one does nothing. */
  private readonly isStaffedEarly: boolean;
  private readonly done = { articles: 0, characters: 0 };

  constructor(drawing: Drawing, staff: Staff) {
    this.drawing = drawing;
    this.staff = staff;
    this.isStaffedEarly = staff.crew !== undefined;
  }

  /** Whether to begin one more beside those that are under way or wait for their turn. */
  hasRoom(inFlight: readonly CheckItem[]): boolean {
    if (!this.isStaffed) return inFlight.length === 0;
    if (inFlight.length >= IN_FLIGHT.articles * this.staff.threads) return false;
    return inFlight.reduce((sum, item) => sum + charactersOf(item), 0) < IN_FLIGHT.characters;
  }

  async draw(item: CheckItem): Promise<DrawnItem> {
    if ('fault' in item) return drawFault(item.fault, this.drawing.renderer);
    const { crew } = this.staff;
    if (crew && this.isStaffed) return crew.draw(item.article);
    // While threads load, this one goes on, and hears between two articles that they are ready.
    if (crew) await nextRound();
    const drawn = await drawItem(item, this.drawing);
    this.done.articles++;
    this.done.characters += charactersOf(item);
    if (this.isEnough) this.staff.start();
    return drawn;
  }

  private get isStaffed(): boolean {
    return this.isStaffedEarly || this.staff.crew?.isReady === true;
  }

  private get isEnough(): boolean {
    return this.done.articles >= ENOUGH.articles || this.done.characters >= ENOUGH.characters;
  }
}
