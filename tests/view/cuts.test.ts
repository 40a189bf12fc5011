import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtractTables } from '$lib/extract/assemble';
import { openNative, type NativeDatabase } from '$lib/server/native';
import { cutChoices, cutData, type CutData } from '$lib/view/cuts';
import { aidRow, cash, cutFolder, desilRows, listRow, paguRow, payRow, power, ruleRow } from './cutsSupport';
import { smallAgency, tools, travel, unitA, unitB } from './cutsSupport';

const opened: { database: NativeDatabase; remove(): void }[] = [];
afterAll(() => {
  for (const { database, remove } of opened) {
    database.close();
    remove();
  }
});

async function open(tables: ExtractTables): Promise<NativeDatabase> {
  const { folder, remove } = await cutFolder(tables);
  const database = await openNative(folder);
  opened.push({ database, remove });
  return database;
}

async function asked(database: NativeDatabase, mulai: number, kodeSkpd: string | null = null): Promise<CutData> {
  const data = await cutData(database, { tahun: 2026, mulai, kodeSkpd });
  if (data === null) throw new Error('the extract has no pagu in force');
  return data;
}

const lineOf = ({ input }: CutData, { kode_akun }: typeof cash) =>
  input.lines.find(({ kodeAkun }) => kodeAkun === kode_akun)!;
const aidOf = ({ input }: CutData, kode: string) => input.aids.find((aid) => aid.kode === kode)!;
const counts = (data: CutData, kode: string) =>
  aidOf(data, kode).recipients?.map(({ kelas, jumlah }) => [kelas, jumlah]) ?? null;

test('recipients by desa are read where an internal extract asks for them, and not otherwise', async () => {
  const tables = smallAgency();
  const desa = { ...tables.wilayah![1]!, kode: '64.02.01.2001', tingkat: 'desa', kode_induk: '64.02.01' };
  const database = await open({
    ...tables,
    wilayah: [...tables.wilayah!, desa],
    sasaran: [...tables.sasaran!, listRow('SANTUNAN', '2026', desa.kode, { penerima: 6 })]
  });
  const question = { tahun: 2026, mulai: 5, kodeSkpd: null };
  expect(aidOf((await cutData(database, question))!, 'SANTUNAN')).not.toHaveProperty('byDesa');
  const internal = (await cutData(database, question, 'desa'))!;
  expect(aidOf(internal, 'SANTUNAN').byDesa).toEqual([{ kodeWilayah: desa.kode, jumlah: 5 }]);
});

describe('lines of the small agency', () => {
  let database: NativeDatabase;
  beforeAll(async () => void (database = await open(smallAgency())));

  test('pagu is rounded down and what is spent up; sources add up to it', async () => {
    const line = lineOf(await asked(database, 5), travel);
    expect(line).toMatchObject({ pagu: 1000, spent: 101, sources: [{ sumber: '1.1', pagu: 1000 }] });
    expect(lineOf(await asked(database, 5), cash).sources).toEqual([
      { sumber: '1.1', pagu: 8_000_000 },
      { sumber: '1.2.01.01.01', pagu: 10_000_000 }
    ]);
  });

  test('the rule with the longest group of accounts holds', async () => {
    expect(lineOf(await asked(database, 5), travel)).toMatchObject({
      ...{ role: 'umum', roleBasis: 'aturan', cap: 0.5, priority: 4, template: 0.5, step: 10, dasar: 'usulan' }
    });
    expect(lineOf(await asked(database, 5), power)).toMatchObject({ role: 'umum', roleBasis: 'usulan', cap: null });
  });

  test('contracts and bills are set aside; the decree of an aid and its monthly listing are that aid and are not', async () => {
    const data = await asked(database, 5);
    expect(lineOf(data, travel)).toMatchObject({ committed: 230, obligations: 80 });
    expect(lineOf(data, cash).committed).toBe(0);
    expect(data.gaps.both, 'of the contract of 200 and the monthly 80 on one line').toBe(80);
    expect(data.gaps).toMatchObject({ skPenerima: 12_000_000, aidObligations: 16_000_000 });
  });

  test.for([
    { mulai: 4, spent: 0, arrears: 6_000_000, months: 6, why: 'three months are due and nothing is paid' },
    { mulai: 5, spent: 6_000_000, arrears: 2_000_000, months: 5, why: 'three of four months are paid' },
    { mulai: 9, spent: 6_000_000, arrears: 10_000_000, months: 1, why: 'the last month is still to come' },
    { mulai: 1, spent: 0, arrears: 0, months: 9, why: 'nothing is due in January' }
  ])('aid due for months gone by is owed, from month $mulai: $why', async ({ mulai, spent, arrears, months }) => {
    const data = await asked(database, mulai);
    expect(lineOf(data, cash)).toMatchObject({ spent, obligations: arrears });
    expect(aidOf(data, 'SANTUNAN')).toMatchObject({ months, perMonth: 200_000, priceBasis: 'harga', oneOff: false });
  });

  test('recipients are those of the latest month in the proportions of the year; a hidden kecamatan stays hidden', async () => {
    const data = await asked(database, 5);
    const found = counts(data, 'SANTUNAN')!;
    expect(found.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(10);
    expect(found[0]).toEqual([1, 3]);
    expect(aidOf(data, 'SANTUNAN').missed).toBe(77);
    expect(aidOf(data, 'SANTUNAN').byRegion).toEqual([
      { kodeWilayah: '64.02.01', jumlah: 10 },
      { kodeWilayah: '64.02.02', jumlah: null, tersembunyi: true }
    ]);
  });

  test('aid that another government pays is left out', async () => {
    expect((await asked(database, 5)).input.aids.map(({ kode }) => kode)).toEqual(['SANTUNAN']);
  });

  test('one unit has its own lines alone; a unit with a missing month is named, and money without a source', async () => {
    const one = await asked(database, 5, unitA);
    expect(one.input.lines.map(({ kodeSkpd }) => kodeSkpd)).toEqual([unitA, unitA]);
    expect(one.gaps.unspent).toEqual([]);
    const all = await asked(database, 5);
    expect(all.gaps).toMatchObject({ unspent: [unitB], unspentLines: 1, withoutSource: 600 });
    expect(lineOf(all, power).spent).toBeNull();
    expect(all.input.missing).toEqual(['realisasi']);
    expect(all.gaps.contractMonths).toEqual([
      { kodeSkpd: unitA, bulan: 4 },
      { kodeSkpd: unitB, bulan: null }
    ]);
  });

  test('the year starts after the last month that every unit delivered', async () => {
    const [year] = await cutChoices(database);
    expect(year).toMatchObject({ tahun: 2026, bulan: 3, mulai: 4 });
  });
});

describe('recipients', () => {
  /** One aid paid once, Rp30 million, of which nothing is spent. */
  const once = (more: ExtractTables): ExtractTables => ({
    ...smallAgency(),
    pagu: [paguRow(tools, '1.1', 30_000_000)],
    realisasi: [],
    bantuan_belanja: [payRow('ALAT', tools)],
    bantuan: [aidRow('ALAT', { bulan: null, nilai_satuan: null, kuota: 15, satuan: 'unit' })],
    sasaran: [listRow('ALAT', '2026', '64.02', { penerima: 40, desil_kosong: 0, tidak_tercatat: 0 })],
    sasaran_desil: desilRows('ALAT', [20, 12, 8, 0, 0, 0, 0, 0, 0, 0]),
    ...more
  });

  test('without a set price one piece is pagu ÷ quota; who is left to serve has the proportions of the list', async () => {
    const data = await asked(await open(once({})), 1);
    expect(aidOf(data, 'ALAT')).toMatchObject({
      perMonth: 2_000_000,
      priceBasis: 'pagu_per_kuota',
      months: 1,
      oneOff: true
    });
    const found = counts(data, 'ALAT')!;
    expect(found.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(15);
    expect(found.slice(0, 3)).toEqual([[1, 8], [2, 4], [3, 3]]); // prettier-ignore
  });

  test('without price and quota, or without a list, harm is not known', async () => {
    const priceless = once({ bantuan: [aidRow('ALAT', { bulan: null, nilai_satuan: null, satuan: 'unit' })] });
    expect(aidOf(await asked(await open(priceless), 1), 'ALAT').perMonth).toBeNull();
    const listless = await asked(await open(once({ sasaran: [], sasaran_desil: [] })), 1);
    expect(aidOf(listless, 'ALAT').recipients).toBeNull();
    expect(listless.input.missing).toContain('sasaran_desil');
  });

  const hidden = (penerima: number | null, desil: (number | null)[]) => ({
    ...smallAgency(),
    bantuan: [aidRow('SANTUNAN', { satuan: 'rupiah per bulan' })],
    sasaran: [listRow('SANTUNAN', '2026', '64.02', { penerima, desil_kosong: 0, tidak_tercatat: 30 })],
    sasaran_desil: desilRows('SANTUNAN', desil)
  });

  test.for([
    {
      name: 'one hidden class never stands alone: the smallest published one joins it',
      penerima: 173,
      desil: [60, 50, 20, null, 10, 0, 0, 0, 0, 0],
      pool: 13,
      gone: [4, 5]
    },
    {
      name: 'two hidden classes of fewer than ten together are joined as well',
      penerima: 167,
      desil: [60, 50, 20, null, null, 0, 0, 0, 0, 0],
      pool: 27,
      gone: [3, 4, 5]
    },
    {
      name: 'two hidden classes of ten or more stand as one',
      penerima: 172,
      desil: [60, 50, 20, null, null, 0, 0, 0, 0, 0],
      pool: 12,
      gone: [4, 5]
    }
  ])('$name', async ({ penerima, desil, pool, gone }) => {
    const found = counts(await asked(await open(hidden(penerima, desil)), 1), 'SANTUNAN')!;
    expect(found.find(([kelas]) => kelas === 'disembunyikan')).toEqual(['disembunyikan', pool]);
    expect(found.filter(([kelas]) => gone.includes(Number(kelas)))).toEqual([]);
    expect(found.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(penerima);
  });

  test('where the total is hidden too, the hidden class is in no figure and is said', async () => {
    const data = await asked(await open(hidden(null, [60, 50, 20, null, 10, 0, 0, 0, 0, 0])), 1);
    expect(counts(data, 'SANTUNAN')!.some(([kelas]) => kelas === 4 || kelas === 'disembunyikan')).toBe(false);
    expect(data.gaps.aids[0]).toMatchObject({ hiddenClasses: 1, listed: 170 });
  });
});

describe('an extract of a budget alone', () => {
  test('has lines whose roles are proposed, no aid, and says which tables it lacks', async () => {
    const { pagu, sumber_dana } = smallAgency();
    const data = await asked(await open({ pagu, sumber_dana } as ExtractTables), 7);
    expect(data.input.lines).toHaveLength(3);
    expect(data.input.lines.every(({ spent, roleBasis }) => spent === null && roleBasis === 'usulan')).toBe(true);
    expect(data.input.missing).toEqual(
      ['aturan_potong', 'kewajiban', 'komitmen', 'bantuan_belanja', 'realisasi', 'sasaran_desil'] // every one
    );
    expect(data.presets).toEqual({ lastYear: null, news: [], share: null, errors: null });
  });

  test('a year without pagu in force gives nothing to plan', async () => {
    const database = await open({ pagu: [paguRow(travel, '1.1', 100, 10)] } as ExtractTables);
    expect(await cutData(database, { tahun: 2026, mulai: 9, kodeSkpd: null })).toBeNull();
    expect(await cutData(database, { tahun: 2027, mulai: 12, kodeSkpd: null })).toBeNull();
    expect((await asked(database, 10)).input.lines).toHaveLength(1);
  });

  test('a rule of another unit or year is not taken', async () => {
    const other = { ...travel, kode_skpd: unitB };
    const tables = { pagu: [paguRow(travel, '1.1', 100)], aturan_potong: [ruleRow(other, '5.1', 'data')] };
    const line = lineOf(await asked(await open(tables as ExtractTables), 1), travel);
    expect([line.role, line.roleBasis]).toEqual(['umum', 'usulan']);
  });
});
