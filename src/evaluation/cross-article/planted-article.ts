export const PLANTS = ['exact', 'reworded', 'lifted', 'series', 'correction', 'quoting', 'plain'] as const;
export type Plant = (typeof PLANTS)[number];

/** An article that was written for the evaluation, and what is true of it. */
export interface PlantedArticle {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly plant: Plant;
  /** The article it came from; `undefined`: it is nobody's copy. */
  readonly from: string | undefined;
  /** Lines of the source in it: inserts and what the source says about itself. */
  readonly lines: readonly string[];
}
