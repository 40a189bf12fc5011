import fc from 'fast-check';
import type { PlainLine, PlainProblem } from './problems';

const amount = (max: number, min = 0) => fc.integer({ min, max });

/** A line of at most two pools with a room, harm that rises, and now and then a step, a minimum or a cut by hand. */
const line: fc.Arbitrary<PlainLine> = fc
  .record({
    pagu: fc.oneof(
      { weight: 3, arbitrary: amount(7, 1).map((free) => [free, 0]) },
      { weight: 1, arbitrary: amount(5, 1).map((own) => [0, own]) },
      { weight: 2, arbitrary: fc.tuple(amount(3, 1), amount(3, 1)).map(([free, own]) => [free, own]) }
    ),
    kept: amount(3),
    step: fc.option(amount(3, 2), { freq: 3 }),
    minimum: fc.option(amount(4), { freq: 4 }),
    byHand: fc.option(amount(4), { freq: 6 }),
    harms: fc.uniqueArray(fc.constantFrom(0.25, 1, 1.5, 2, 3, 4), { maxLength: 3 }),
    widths: fc.tuple(amount(3, 1), amount(3, 1))
  })
  .map(({ pagu, kept, step, minimum, byHand, harms, widths }) => {
    const room = Math.max(0, pagu[0]! + pagu[1]! - kept);
    const grain = step ?? 1;
    const keepAbove =
      minimum !== null && room % grain === 0 ? Math.floor(Math.min(minimum, room) / grain) * grain : null;
    const rising = [...harms].sort((a, b) => a - b);
    const stretches = rising.map((harm, at) => ({ width: at === rising.length - 1 ? 20 : widths[at]!, harm }));
    // As `buildProblem` does: a cut by hand stays within what the line allows.
    const within = byHand === null ? null : Math.floor(Math.min(byHand, room) / grain) * grain;
    const fixed = within !== null && keepAbove !== null && within > keepAbove && within !== room ? keepAbove : within;
    return { pagu, room, step, keepAbove, fixed, stretches };
  });

/** Lines of a few rupiah, with or without a coupling and an equity row: small enough to try every plan. */
export const smallProblem: fc.Arbitrary<PlainProblem> = fc
  .record({
    lines: fc.array(line, { minLength: 2, maxLength: 4 }),
    demands: fc.tuple(amount(14), fc.oneof(fc.constant(0), amount(6))),
    coupled: fc.constantFrom(0, 0, 1, 2),
    coefficients: fc.option(fc.array(fc.constantFrom(-1, -0.5, 0, 0.25, 1), { minLength: 4, maxLength: 4 }), {
      freq: 3
    })
  })
  .map(({ lines, demands, coupled, coefficients }) => ({
    lines,
    demands,
    couplings: coupled === 0 ? [] : [{ delivery: 0, aid: coupled === 1 || lines.length < 3 ? [1] : [1, 2] }],
    equity:
      coefficients === null
        ? []
        : [{ name: 'Tenggarong', terms: lines.map((_, at) => ({ line: at, coefficient: coefficients[at]! })) }]
  }));
