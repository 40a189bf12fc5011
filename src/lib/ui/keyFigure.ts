/** One of the few numbers at the head of a page, in the language of the page. */
export interface KeyFigure {
  label: string;
  /** As read: `61,3 %`, `Rp10,6 M`, "–". */
  value: string;
  /** All digits, on hover. */
  full?: string;
  /** What it is measured against, or how sure it is. */
  detail?: string;
  /** Outside the limits its detail names, on which side; the sign and the words say so too. */
  tone?: 'below' | 'above';
  /** Its course, oldest first; null is a gap. */
  spark?: readonly (number | null)[];
}
