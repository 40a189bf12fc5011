/** A stage of the budget, in the order it came into force. */
export interface Stage {
  /** Name of the stage, e.g. `pergeseran-1`. */
  tahap: string;
  /** Whole pagu of that stage, rupiah. */
  pagu: number;
}

/** What the bridge is built from; all rupiah, at most two decimals. */
export interface BridgeInput {
  /** Pagu of APBD murni. */
  murni: number;
  /** Later stages, oldest first; each a whole snapshot, not a difference. */
  stages: readonly Stage[];
  realisasi: number;
  /** Signed contracts not yet paid; null where no contracts were delivered. */
  komitmen: number | null;
  /** Obligations without a contract (debts, monthly pay still due); null where none were delivered. */
  kewajiban: number | null;
}

/** One column of the bridge. A `total` stands on zero; a `change` hangs between the totals around it. */
export interface BridgeStep {
  kind: 'total' | 'change';
  /** `murni`, the name of a stage, `pagu` (in force), `realisasi`, `sisa`, `komitmen`, `kewajiban`, `bebas` (free). */
  key: string;
  /** Whole sen (1/100 rupiah), signed: exact. Each total equals the total before it plus the changes between. */
  sen: bigint;
  /** The same in rupiah, for drawing and printing. */
  rupiah: number;
}

/** A bridge, and what could not be drawn. */
export interface Bridge {
  steps: BridgeStep[];
  /** Which of komitmen and kewajiban are not known: `bebas` is left out then, and the bridge ends before them. */
  unknown: ('komitmen' | 'kewajiban')[];
}

/**
 * Murni → each later stage → pagu in force → realisasi → sisa → komitmen → kewajiban → bebas, as signed steps that add up to
 * the sen. Sisa is negative where more was booked than appropriated; bebas is negative where promises exceed what is left.
 */
export function bridge(input: BridgeInput): Bridge {
  const steps: BridgeStep[] = [];
  let level = 0n;
  const standOn = (key: string) => steps.push(step('total', key, level));
  const move = (key: string, sen: bigint) => {
    level += sen;
    steps.push(step('change', key, sen));
  };
  level = toSen(input.murni);
  standOn('murni');
  for (const { tahap, pagu } of input.stages) move(tahap, toSen(pagu) - level);
  if (input.stages.length > 0) standOn('pagu');
  move('realisasi', -toSen(input.realisasi));
  standOn('sisa');
  const promises = (['komitmen', 'kewajiban'] as const).map((key) => ({ key, rupiah: input[key] }));
  const unknown = promises.filter(({ rupiah }) => rupiah === null).map(({ key }) => key);
  for (const { key, rupiah } of promises) if (rupiah !== null) move(key, -toSen(rupiah));
  if (unknown.length === 0) standOn('bebas');
  return { steps, unknown };
}

/**
 * Rupiah to whole sen, rounded to the nearest. Exact for amounts with two decimals up to about 45 trillion rupiah, where a
 * double still holds every sen; a larger amount keeps the double's own value. Throws on NaN and infinity.
 */
export function toSen(rupiah: number): bigint {
  if (!Number.isFinite(rupiah)) throw new RangeError(`${rupiah} is not an amount of rupiah`);
  return BigInt(Math.round(rupiah * 100));
}

function step(kind: BridgeStep['kind'], key: string, sen: bigint): BridgeStep {
  return { kind, key, sen, rupiah: Number(sen) / 100 };
}
