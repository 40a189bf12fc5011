import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedByKey } from '$lib/contract/order';
import { type TableName, tables } from '$lib/contract/tables';
import type { PeopleSheet } from '$lib/source/people/sheet';
import { aid, csvSheet, desa, home, kk, link, type Linked, nik, type PersonRow, registrySheet } from './peopleSupport';

const place = fc.constantFrom(...Object.values(desa), '99.01.01', '', '98.01');
const number = fc.integer({ min: 1, max: 12 });
const registryRow = fc.record({
  n: number,
  person: number,
  desil: fc.constantFrom(1, 3, 4, 5, 10, ''),
  place,
  day: fc.constantFrom('', '2025-03-01', '2024-02-29')
});
const listRow = fc.record({
  kk: fc.oneof(number.map(kk), fc.constantFrom('', '6.402E+15')),
  nik: fc.oneof(number.map(nik), fc.constant('')),
  place,
  nominal: fc.constantFrom(600_000, 300_000, 0),
  bulan: fc.constantFrom('2025-01', '2025-02', '2025'),
  tahap: fc.constantFrom('', 'Tahap 1', 'II'),
  program: fc.constantFrom('BLT', 'ORANG')
});
const aids = [aid('BLT'), aid('ORANG', { unit: 'orang' })];

/** Rows in one file, or dealt out over several in another order. */
function files(
  rows: readonly PersonRow[],
  deal: readonly number[],
  make: (rows: PersonRow[], file: string) => PeopleSheet
): PeopleSheet[] {
  const piles = new Map<number, PersonRow[]>();
  rows.forEach((row, i) => {
    const pile = deal.length === 0 ? 0 : deal[i % deal.length]!;
    piles.set(pile, [row, ...(piles.get(pile) ?? [])]);
  });
  return [...piles].reverse().map(([pile, some]) => make(some, `${pile}.csv`));
}

function sheetsOf(registry: readonly PersonRow[], list: readonly PersonRow[], deal: readonly number[]): PeopleSheet[] {
  return [
    ...files(list, deal, (rows, file) => csvSheet(rows, { file: `daftar-${file}` })),
    ...files(registry, deal, (rows, file) => registrySheet(rows, { file: `dtsen-${file}`, per: 'orang' }))
  ];
}

function sorted({ tables: found }: Linked): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(found).map(([name, rows]) => [name, sortedByKey(rows, tables[name as TableName].key)])
  );
}

test('any order and any split of the files gives the same rows; rows and rupiah in are rows and rupiah out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(registryRow, { minLength: 1, maxLength: 14 }),
      fc.array(listRow, { minLength: 1, maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 }),
      async (families, recipients, deal) => {
        const registry = families.map(({ n, person, desil, place, day }) => ({
          ...{ kk: kk(n), nik: nik(person), nama: 'CONTOH', kode_wilayah: place, desil, tanggal: day }
        }));
        const list = recipients.map(({ kk, nik, place, nominal, bulan, tahap, program }) => ({
          ...{ kk, nik, nama: 'CONTOH', kode_wilayah: place, nominal, periode: bulan, tahap, program }
        }));
        const whole = await link(sheetsOf(registry, list, []), { aids });
        const split = await link(sheetsOf(registry, list, deal), { aids });
        expect(sorted(split)).toEqual(sorted(whole));
        checkLinked(whole, list);
      }
    ),
    { numRuns: 8 }
  );
});

/** Rows of the list = recipients and duplicates of its periods, and those of elsewhere; what the registry has = reached and missed. */
function checkLinked(
  { tables: { sasaran, registri, tumpang_tindih }, tallies }: Linked,
  list: readonly PersonRow[]
): void {
  const lists = tallies.filter(({ kind }) => kind === 'penerima');
  const paid = list.reduce((sum, { nominal }) => sum + BigInt(Number(nominal) * 100), 0n);
  expect(lists.reduce((sum, { baris }) => sum + baris.dipakai + baris.ganda + baris.luar_wilayah, 0)).toBe(list.length);
  expect(
    lists.reduce(
      (sum, { rupiah }) => sum + (rupiah?.dipakai ?? 0n) + (rupiah?.ganda ?? 0n) + (rupiah?.luar_wilayah ?? 0n),
      0n
    )
  ).toBe(paid);
  const families = registri
    .filter(({ kode_wilayah }) => kode_wilayah === home)
    .reduce((sum, { keluarga }) => sum + Number(keluarga), 0);
  for (const row of sasaran.filter(({ kode_wilayah }) => kode_wilayah === home)) {
    const n = (name: string): number => Number(row[name]);
    expect(n('layak') + n('tidak_layak') + n('desil_kosong') + n('tidak_tercatat')).toBe(n('penerima'));
    for (const name of ['layak_terlewat', 'tidak_layak_di_luar', 'desil_kosong_di_luar'])
      expect(n(name)).toBeGreaterThanOrEqual(0);
    if (row.kode_bantuan === 'ORANG') continue;
    const inRegistry =
      n('penerima') - n('tidak_tercatat') + n('layak_terlewat') + n('tidak_layak_di_luar') + n('desil_kosong_di_luar');
    expect(inRegistry).toBe(families);
  }
  const all = sasaran.find(({ kode_wilayah, kode_bantuan }) => kode_wilayah === home && kode_bantuan === 'SEMUA');
  const overlap = tumpang_tindih.filter(
    ({ kode_wilayah, jumlah_bantuan }) => kode_wilayah === home && jumlah_bantuan !== 0
  );
  expect(overlap.reduce((sum, { keluarga }) => sum + Number(keluarga), 0)).toBe(Number(all?.penerima));
}
