import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LinearSolver } from '$lib/model/cuts/linear';
import { attack } from '$lib/model/disclosure/attack';
import { suppress } from '$lib/model/disclosure/suppress';
import { type Bounds, type DisclosureSystem, isProtected } from '$lib/model/disclosure/system';
import { startHighs } from '$lib/solver/highsSolver';
import { twoWay } from './twoWay';

let solver: LinearSolver;
beforeAll(async () => void (solver = await startHighs()));

/** Every whole table that fits what is published, tried one by one: least and most of each hidden cell. */
function everyTable({ cells, rules }: DisclosureSystem, hidden: readonly number[], most: number): Map<number, Bounds> {
  const values = cells.map(({ value }) => value);
  const found = new Map<number, Bounds>();
  const lastOf = rules.map(({ terms }) => Math.max(...terms.map(([cell]) => hidden.indexOf(cell))));
  const fits = (place: number): boolean =>
    rules.every(({ terms, least, most: top }, rule) => {
      if (lastOf[rule] !== place) return true;
      const sum = terms.reduce((total, [cell, coefficient]) => total + coefficient * values[cell]!, 0);
      return sum >= least && sum <= top;
    });
  const fill = (place: number): void => {
    if (place === hidden.length) {
      for (const cell of hidden) {
        const { lower, upper } = found.get(cell) ?? { lower: Infinity, upper: -Infinity };
        found.set(cell, { lower: Math.min(lower, values[cell]!), upper: Math.max(upper, values[cell]!) });
      }
      return;
    }
    const cell = hidden[place]!;
    const before = values[cell]!;
    for (let value: number = cells[cell]!.floor; value <= most; value++) {
      values[cell] = value;
      if (fits(place)) fill(place + 1);
    }
    values[cell] = before;
  };
  fill(0);
  return found;
}

const smallTable = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows
  })
);

test.each([0, 1] as const)(
  'an outsider who tries every table finds no more than the attack, and no few of a suppressed table (hidden is at least %i)',
  async (floor) => {
    await fc.assert(
      fc.asyncProperty(smallTable, async (table) => {
        const system = twoWay(table, { k: 3, floor, margins: 'stay' });
        const { hidden, open } = await suppress(system, solver);
        const cells = [...hidden];
        if (cells.length > 7) return;
        const total = table.flat().reduce((sum, value) => sum + value, 0);
        const bounds = await attack(system, hidden, solver);
        expect(new Map([...bounds].sort())).toEqual(new Map([...everyTable(system, cells, total)].sort()));
        for (const [cell, found] of bounds)
          if (!open.includes(cell)) expect(isProtected(system.cells[cell]!, found, system.k)).toBe(true);
      }),
      { numRuns: 60, endOnFailure: true }
    );
  }
);

test('where margins may be hidden too, nothing stays open', async () => {
  await fc.assert(
    fc.asyncProperty(smallTable, async (table) => {
      const system = twoWay(table, { k: 3, floor: 0, margins: 'may be hidden' });
      const { hidden, open } = await suppress(system, solver);
      const bounds = await attack(system, hidden, solver);
      expect(open).toEqual([]);
      for (const [cell, found] of bounds) expect(isProtected(system.cells[cell]!, found, system.k)).toBe(true);
    }),
    { numRuns: 60, endOnFailure: true }
  );
});
