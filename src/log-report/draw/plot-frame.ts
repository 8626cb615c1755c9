/** Where a plot stands in its picture, in CSS pixels. */
export interface PlotFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The value at the top. */
  readonly most: number;
}
