import { expect, test } from 'vitest';
import { defaultRules, type Method, type RuleName } from '$lib/model/cuts/scenario';
import { cutMethods, cutRules, methodOrder, statutoryShares } from '$lib/text/cutRules';
import { readableCut } from './cutSupport';

test('every rule of the model is listed once with a name, a meaning and its ground', () => {
  const names = Object.keys(defaultRules) as RuleName[];
  expect(Object.keys(cutRules).toSorted()).toEqual(names.toSorted());
  for (const name of names) for (const text of Object.values(cutRules[name])) readableCut(text);
  expect(new Set(names.map((name) => cutRules[name].name.id)).size).toBe(names.length);
  expect(new Set(names.map((name) => cutRules[name].name.en)).size).toBe(names.length);
});

test('a meaning is a sentence; a ground is a regulation, a list, or is called a choice', () => {
  for (const { meaning, basis } of Object.values(cutRules)) {
    for (const text of [meaning.id, meaning.en]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(basis.id).toMatch(/\d{4}|aturan_potong|pilihan model ini|dinyatakan Pemkab/);
    expect(basis.id).not.toMatch(/\.$/);
  }
});

test('every method is in the table once, the least harmful first, by hand last', () => {
  const every: Record<Method, true> = {
    ...{ sebanding: true, rata_pagu: true, prioritas: true, templat: true, terbaik: true, tangan: true }
  };
  expect(methodOrder.toSorted()).toEqual(Object.keys(every).toSorted());
  expect([methodOrder[0], methodOrder.at(-1)]).toEqual(['terbaik', 'tangan']);
  for (const method of methodOrder) {
    for (const text of Object.values(cutMethods[method])) readableCut(text);
    expect(cutMethods[method].meaning.en).toMatch(/\.$/);
  }
});

test('the shares that the law sets for the whole budget are readable and name their law', () => {
  readableCut(statutoryShares);
  for (const text of [statutoryShares.id, statutoryShares.en]) expect(text).toMatch(/UU 1\/2022/);
});
