/** Why a number is what it is: shown on request beside every figure. Texts are in the language of the page. */
export interface Why {
  /** Anchor of its indicator on `/metode`. */
  method: string;
  /** The definition, in words and signs: `realisasi ÷ pagu yang berlaku`. */
  formula: string;
  /** The same with its own values: `Rp33,8 M ÷ Rp55,2 M = 61,3 %`. */
  values?: string;
  /** File names the numbers were read from. */
  files?: readonly string[];
  /** The budget stage the numbers are measured against. */
  stage?: string;
  /** The day they stand for, in words. */
  asOf?: string;
  /** What it leaves out, or anything else to know. */
  note?: string;
}
