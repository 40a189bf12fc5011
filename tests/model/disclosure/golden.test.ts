import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '$lib/model/cuts/linear';
import { attack } from '$lib/model/disclosure/attack';
import { suppress } from '$lib/model/disclosure/suppress';
import { isProtected, type DisclosureCell, type DisclosureSystem } from '$lib/model/disclosure/system';
import { startHighs } from '$lib/solver/highsSolver';
import a13 from '../../golden/a13-feasibility.json';
import a14 from '../../golden/a14-differencing.json';
import a24 from '../../golden/a24-suppression.json';
import { twoWay } from './twoWay';

let solver: LinearSolver;
beforeAll(async () => void (solver = await startHighs()));

test('A13: the four hidden cells of the handbook are feasible exactly within its intervals', async () => {
  const system = twoWay(a13.table, { k: 10, floor: 0, margins: 'stay' });
  const bounds = await attack(system, new Set(a13.hidden.map(({ row, column }) => system.at(row, column))), solver);
  for (const { row, column, lower, upper } of a13.hidden)
    expect(bounds.get(system.at(row, column)), `X${row + 1}${column + 1}`).toEqual({ lower, upper });
});

describe('A24: desa by desil, k = 5', () => {
  const system = twoWay(a24.table, { k: a24.k, floor: 0, margins: 'stay' });
  const few = system.at(0, 2);

  test.each(a24.notEnough)('hiding only $hide more lets the hidden 3 be computed', async ({ hide, recovered }) => {
    const hidden = new Set([few, ...hide.map(([row, column]) => system.at(row!, column!))]);
    expect((await attack(system, hidden, solver)).get(few)).toEqual({ lower: recovered, upper: recovered });
  });

  test('the least that is lost is 31 families, and everything is protected', async () => {
    const { hidden, open } = await suppress(system, solver);
    expect(open).toEqual([]);
    expect([...hidden].sort((a, b) => a - b)).toEqual(
      a24.hidden.map(({ row, column }) => system.at(row, column)).sort((a, b) => a - b)
    );
    const cost = [...hidden].filter((cell) => cell !== few).reduce((sum, cell) => sum + system.cells[cell]!.value, 0);
    expect(cost).toBe(a24.cost);
  });

  test('the outsider computes the bounds of the example, also where he knows that hidden is not zero', async () => {
    const hidden = new Set(a24.hidden.map(({ row, column }) => system.at(row, column)));
    const bounds = await attack(system, hidden, solver);
    for (const { row, column, lower, upper } of a24.hidden)
      expect(bounds.get(system.at(row, column))).toEqual({ lower, upper });
    const knowing = twoWay(a24.table, { k: a24.k, floor: 1, margins: 'stay' });
    const known = (await attack(knowing, hidden, solver)).get(few)!;
    expect(known).toEqual({ lower: a24.hidden[0]!.lowerWithoutZeros, upper: a24.hidden[0]!.upperWithoutZeros });
    expect(isProtected(knowing.cells[few]!, known, a24.k)).toBe(true);
  });
});

/** Two areas published by two definitions: the people between them are a cell that nobody printed and everybody can compute. */
function twoDefinitions(): { system: DisclosureSystem; between: number[] } {
  const cells: DisclosureCell[] = [];
  const add = (id: string, value: number, primary: DisclosureCell['primary'], hideable: boolean): number =>
    cells.push({
      id,
      value,
      floor: 0,
      least: 0,
      mask: id,
      primary,
      hideable,
      dear: false,
      weight: Math.max(value, 1)
    }) - 1;
  const rules: DisclosureSystem['rules'][number][] = [];
  const between = a14.difference.flatMap((row, sex) =>
    row.map((value, group) => {
      const smaller = add(`2001 ${sex} ${group}`, a14.definition2001[sex]![group]!, null, true);
      const larger = add(`1991 ${sex} ${group}`, a14.definition1991[sex]![group]!, null, true);
      const rest = add(`between ${sex} ${group}`, value, value === 0 ? 'group' : 'few', false);
      rules.push({
        terms: [
          [larger, 1],
          [smaller, -1],
          [rest, -1]
        ],
        least: 0,
        most: 0
      });
      return rest;
    })
  );
  return { system: { cells, rules, k: 10 }, between };
}

test('A14: two definitions of an area give away the people between them, until one of the two is hidden', async () => {
  const { system, between } = twoDefinitions();
  const before = await attack(system, new Set(between), solver);
  expect(between.map((cell) => before.get(cell))).toEqual(
    a14.difference.flat().map((value) => ({ lower: value, upper: value }))
  );
  const { hidden, open } = await suppress(system, solver);
  expect(open).toEqual([]);
  const after = await attack(system, hidden, solver);
  for (const [cell, bounds] of after) expect(isProtected(system.cells[cell]!, bounds, system.k)).toBe(true);
  expect(hidden.size).toBeGreaterThan(between.length);
});
