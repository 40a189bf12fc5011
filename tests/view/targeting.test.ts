import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import { hidden } from '$lib/model/targeting/count';
import { wilson } from '$lib/model/targeting/interval';
import { openNative } from '$lib/server/native';
import { noTargetingFilter, type TargetingFilter } from '$lib/url/targetingFilter';
import { compact } from '$lib/view/compact';
import { targetingPages } from '$lib/view/targeting';
import { stepsOf } from '$lib/view/targetingMeasured';
import { regionIndex, regionPage } from '$lib/view/targetingRegion';
import { targetingSummary } from '$lib/view/targetingSummary';
import type { RegionPage, TargetingPage, Unit } from '$lib/view/targetingView';
import { openEngines } from '../database/support/compareEngines';
import golden from '../golden/a17-villages.json';
import {
  aidRow,
  desa,
  home,
  kecamatan,
  listTables,
  regency,
  regions,
  targetingFolder,
  type EightCells
} from './targetingSupport';

const state = { bulat: true };
const folders: { remove(): void }[] = [];
let folder = '';
beforeAll(async () => {
  folder = await written(regency());
});
afterAll(() => folders.forEach(({ remove }) => remove()));

async function written(tables: ExtractTables): Promise<string> {
  const extract = await targetingFolder(tables);
  folders.push(extract);
  return extract.folder;
}

/** The page as both engines give it. */
async function look(filter: Partial<TargetingFilter> = {}): Promise<TargetingPage> {
  const { native, wasm } = await openEngines(folder);
  const asked = { ...noTargetingFilter, ...filter };
  const page = await targetingPages(native, state)(asked);
  expect(await targetingPages(wasm, state)(asked), 'DuckDB-WASM gives another page').toStrictEqual(page);
  if (page === null) throw new Error('the extract has neither lists nor registry');
  return page;
}

/** The page of an extract that one test needs; both engines are compared on the large one. */
async function lookOnce(tables: ExtractTables, bulat = true): Promise<TargetingPage | null> {
  const native = await openNative(await written(tables));
  const page = await targetingPages(native, { bulat })(noTargetingFilter);
  native.close();
  return page;
}
const unit = ({ measured }: TargetingPage, kode: string): Unit => measured.units.find((one) => one.kode === kode)!;

async function region(kode: string): Promise<RegionPage> {
  const page = await regionPage((await openEngines(folder)).native, state, kode);
  if (page === null) throw new Error(`no page of ${kode}`);
  return page;
}

describe('what is shown', () => {
  test('the latest year with desa, all aid merged, the whole year; a year that is not over waits', async () => {
    const { used, measured, isClosed, replaced, choices } = await look();
    expect(used).toMatchObject({ tahun: 2025, periode: '2025', bantuan: 'SEMUA', ukuran: 'ee_choice' });
    expect([measured.tingkat, measured.why, isClosed, replaced]).toEqual(['desa', null, true, []]);
    expect(choices.tahun).toEqual([2026, 2025]);
    expect(choices.bantuan.map(({ kode, hasDesa }) => [kode, hasDesa])).toEqual([
      ['SEMUA', true],
      ['LANSIA', false],
      ['PERMAKANAN', false],
      ['PKH', false],
      ['SANTUNAN', false]
    ]);
  });
  test.for([
    { name: 'a programme', filter: { bantuan: 'PKH' }, why: 'profil' },
    { name: 'the running year', filter: { tahun: 2026 }, why: 'tahun-berjalan' },
    { name: 'a desil', filter: { desil: 2 }, why: 'profil' }
  ] as const)('$name is shown by kecamatan, and the page knows why', async ({ filter, why }) => {
    const { measured } = await look(filter);
    expect([measured.tingkat, measured.why]).toEqual(['kecamatan', why]);
    expect(measured.units.map(({ kode }) => kode)).toEqual(Object.values(kecamatan));
  });
  test('months are offered after the year, and a month has its own row', async () => {
    const { choices, used, kabupaten } = await look({ bantuan: 'SANTUNAN', periode: '2025-02' });
    expect(choices.periode).toEqual(['2025', '2025-01', '2025-02', '2025-03']);
    expect([used.periode, kabupaten.money.total]).toEqual(['2025-02', 200 * 200_000]);
  });
  test('what the extract lacks is replaced and named', async () => {
    const asked = {
      tahun: 2019,
      bantuan: 'RASTRA',
      periode: '2019-01',
      kecamatan: '64.02.99',
      dapil: 'Dapil 9',
      desil: 2
    };
    const { used, replaced } = await look(asked);
    expect(used).toMatchObject({
      tahun: 2025,
      bantuan: 'SEMUA',
      periode: '2025',
      kecamatan: null,
      dapil: null,
      desil: 2
    });
    expect(replaced).toEqual(['tahun', 'bantuan', 'periode', 'kecamatan', 'dapil']);
  });
  test('a kecamatan shows its own row and marks its desa; the target stays the regency', async () => {
    const page = await look({ kecamatan: kecamatan.hilir });
    expect(page.kecamatan).toMatchObject({ kode: kecamatan.hilir, eligible: 100 });
    expect(page.measured.units.filter(({ listed }) => listed).map(({ nama }) => nama)).toEqual(['Ujung']);
    expect(page.measured.theta).toBeCloseTo(205 / 1140, 12);
    expect((await look({ dapil: 'Dapil 1' })).measured.units.filter(({ listed }) => listed)).toHaveLength(6);
  });
});

describe('figures', () => {
  test('rates stand on the regency’s own row, with Wilson, and parts add up', async () => {
    const { kabupaten } = await look();
    const { rates, intervals, money } = kabupaten;
    expect(rates.ee).toBeCloseTo(560 / 1140, 12);
    expect((rates.eeQuota as number) + (rates.eeChoice as number)).toBeCloseTo(rates.ee as number, 12);
    expect(intervals.ee).toEqual(wilson(560, 1140));
    expect(money.total).toBe((580 + 205 + 40 + 12) * 600_000);
    expect(kabupaten.bounds.ee).toBeNull();
  });
  test('undecided recipients above five percent widen the errors', async () => {
    const { bounds, rates } = (await look({ kecamatan: kecamatan.hulu })).kecamatan!;
    expect(rates.unk).toBeCloseTo(15 / 260, 12);
    expect(bounds.ee).toEqual([(300 - 15) / 430, 300 / 430]);
    expect(bounds.ie).toEqual([115 / 260, 130 / 260]);
  });
  test.for([
    { name: 'nobody eligible', kode: desa(kecamatan.hulu, 3), value: null, lack: 'layak' },
    { name: 'nobody receives: nothing is missed by choice', kode: desa(kecamatan.hulu, 4), value: 0, lack: null },
    { name: 'hidden', kode: desa(kecamatan.hulu, 5), value: hidden, lack: 'disembunyikan' },
    { name: 'not delivered', kode: desa(kecamatan.tengah, 7), value: null, lack: 'tidak-diberikan' },
    { name: 'everybody reached', kode: desa(kecamatan.tengah, 6), value: 0, lack: null }
  ])('$name', async ({ kode, value, lack }) => {
    const found = unit(await look(), kode);
    expect([found.value, found.lack]).toEqual([value, lack]);
    if (typeof value !== 'number')
      expect([found.interval, found.shrunk, found.ranks, found.flag, found.warned]).toEqual([
        null,
        null,
        null,
        null,
        null
      ]);
  });
  test('the desa far outside is flagged, the others are not', async () => {
    const { measured } = await look();
    expect(measured.units.filter(({ flag }) => flag !== null).map(({ nama, flag }) => [nama, flag])).toEqual([
      ['Fajar', 'tinggi']
    ]);
    expect(measured.counts).toEqual({ known: 11, hidden: 1, missing: 2, high: 1, low: 0 });
    expect(measured.limits[0]!.n).toBe(10);
    expect(
      measured.limits.every(({ lo998, lo95, hi95, hi998 }) => lo998 <= lo95 && lo95 <= hi95 && hi95 <= hi998)
    ).toBe(true);
  });
  test('inclusion error without recipients is not worked out', async () => {
    const page = await look({ ukuran: 'ie' });
    expect(unit(page, desa(kecamatan.hulu, 4))).toMatchObject({ value: null, lack: 'penerima' });
    expect(unit(page, desa(kecamatan.hulu, 6)).value).toBeCloseTo(90 / 110, 12);
  });
  test('a category and a list without a registry say so', async () => {
    expect((await look({ bantuan: 'PERMAKANAN' })).kabupaten.lacks).toEqual({ ee: 'khusus', ie: 'khusus' });
    const { kabupaten, aid } = await look({ bantuan: 'LANSIA' });
    expect(kabupaten.lacks).toEqual({ ee: 'registri', ie: 'registri' });
    expect([kabupaten.classes.penerima, aid.basis!.registri]).toEqual([340, null]);
  });
  test('every cell of the view survives JSON, and compacting changes no count', async () => {
    const page = await look();
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
    expect(compact(page).kabupaten.classes).toEqual(page.kabupaten.classes);
  });
});

describe('the parts beside', () => {
  test('a list older than the registry it is read against is a mismatch', async () => {
    const { programs } = await look();
    expect(programs.map(({ kode, basis }) => [kode, basis?.isMismatch])).toEqual([
      ['LANSIA', false],
      ['PERMAKANAN', false],
      ['PKH', true],
      ['SANTUNAN', false]
    ]);
  });
  test('desil: coverage, share of rupiah and concentration; hidden desil hide the curve', async () => {
    const { desil } = await look();
    expect(desil!.rows[0]).toMatchObject({ desil: 1, isEligible: true, terdaftar: 200, penerima: 100, coverage: 0.5 });
    expect(desil!.benefit).toBe('rupiah');
    expect(desil!.concentration).toBeLessThan(0);
    const few = (await look({ kecamatan: kecamatan.hilir })).desil!;
    expect([few.concentration, few.curve, few.rows[9]!.coverage, few.rows[0]!.rupiahShare]).toEqual([
      hidden,
      [],
      hidden,
      hidden
    ]);
  });
  test('overlap: two or more, none, and pairs that may not go together', async () => {
    const { overlap } = await look();
    expect([overlap!.several, overlap!.none]).toEqual([150, 700]);
    expect(
      overlap!.pairs.map(({ nama, namaLain, keluarga, isForbidden }) => [nama, namaLain, keluarga, isForbidden])
    ).toEqual([
      ['Permakanan', 'PKH', 14, true],
      ['PKH', 'Santunan tunai', hidden, false]
    ]);
    expect((await look({ kecamatan: kecamatan.hulu })).overlap!.several).toBe(hidden);
  });
  test('the worklist names what is due, hidden desa after those with a number, without a place that tells', async () => {
    const { rows } = (await look()).worklist!;
    expect(rows.map(({ nama, stale }) => [nama, stale])).toEqual([
      ['Batu Putih', 170],
      ['Air Baru', 50],
      ['Danau Lama', 0],
      ['Gunung Sari', 0],
      ['Sumber Sari', hidden]
    ]);
    expect(rows[0]).toMatchObject({
      undecided: 10,
      tasks: [
        { task: 'perbarui', count: 140 },
        { task: 'verifikasi', count: 30 },
        { task: 'cocokkan', count: 10 }
      ]
    });
    expect(rows[4]!.tasks).toEqual([]);
  });
  test('freshness of the latest registry, all families and recipients', async () => {
    const { semua, penerima } = (await look()).freshness;
    expect([semua!.fresh12, semua!.stale, penerima!.fresh12]).toEqual([1500 / 2200, 700, 0.75]);
  });
});

describe('lists against payments', () => {
  const payment = async (change: (tables: ExtractTables) => void, kode = 'SANTUNAN') => {
    const tables = regency();
    change(tables);
    const page = await lookOnce(tables);
    return page!.payments.find((one) => one.kode === kode)!;
  };
  test('the months that both have are compared, by the share of the line', async () => {
    const found = (await look()).payments.find(({ kode }) => kode === 'SANTUNAN')!;
    expect(found).toMatchObject({
      bulan: 3,
      bulanDaftar: [1, 2, 3],
      paid: 120_000_000,
      realisasi: 120_000_000,
      reason: 'sama'
    });
  });
  test.for([
    {
      name: 'a month without a list explains what is missing',
      change: (tables: ExtractTables) => {
        // The year's rupiah are the sum of its months.
        const paid = ['rupiah_layak', 'rupiah_tidak_layak', 'rupiah_tak_diketahui', 'rupiah_ganda'];
        const less = (row: Row): Row =>
          row.kode_bantuan === 'SANTUNAN' && row.periode === '2025' && row.kode_wilayah === home
            ? { ...row, ...Object.fromEntries(paid.map((name) => [name, ((row[name] as bigint) * 2n) / 3n])) }
            : row;
        tables.sasaran = tables.sasaran!.filter(({ periode }) => periode !== '2025-02').map(less);
      },
      expected: { reason: 'bulan-daftar', difference: -40_000_000 }
    },
    {
      name: 'realisasi that ends earlier is compared up to its end',
      change: (tables: ExtractTables) => {
        tables.realisasi = tables.realisasi!.slice(0, 2).map((row) => ({ ...row, realisasi: 7_000_000_000n }));
        tables.cakupan = tables.cakupan!.slice(0, 2);
      },
      expected: { bulan: 2, paid: 80_000_000, realisasi: 70_000_000, reason: 'bulan-realisasi' }
    },
    {
      name: 'nothing explains it',
      change: (tables: ExtractTables) => {
        tables.realisasi = tables.realisasi!.map((row) => ({ ...row, realisasi: 9_000_000_000n }));
      },
      expected: { reason: 'terbuka', difference: -15_000_000 }
    },
    {
      name: 'a figure over several months that ends later is not cut',
      change: (tables: ExtractTables) => {
        tables.realisasi = [{ ...tables.realisasi![0]!, sejak_bulan: 1, bulan: 12 }];
      },
      expected: { reason: 'tanpa-realisasi', realisasi: null }
    },
    {
      name: 'no line is named',
      change: (tables: ExtractTables) => {
        tables.bantuan_belanja = [];
      },
      expected: { reason: 'tanpa-belanja', difference: null }
    }
  ])('$name', async ({ change, expected }) => expect(await payment(change)).toMatchObject(expected));
  test('aid of the centre needs no line of the agency', async () => {
    expect(await payment(() => {}, 'PKH')).toMatchObject({ reason: 'penyelenggara', realisasi: null });
  });
});

describe('a desa', () => {
  test('its own row, its kecamatan and regency, similar desa, aid of the kecamatan', async () => {
    const page = await region(desa(kecamatan.hulu, 1));
    expect(page.wilayah).toMatchObject({ nama: 'Air Baru', tingkat: 'desa' });
    expect([page.tahun, page.need, page.reach!.rates.covElig]).toEqual([2025, 100, 0.6]);
    expect(page.around.kecamatan!.covElig).toBeCloseTo(130 / 430, 12);
    expect(page.comparison).toMatchObject({ kelas: 'kecil', place: 'tidak-dapat-dibedakan' });
    expect(page.aidLevel).toBe('kecamatan');
    expect(page.aid.map(({ kode }) => kode)).toEqual(['PERMAKANAN', 'PKH', 'SANTUNAN']);
    expect(page.neighbours.map(({ nama }) => nama)).toEqual([
      'Batu Putih',
      'Sumber Sari',
      'Danau Lama',
      'Ereng',
      'Fajar'
    ]);
  });
  describe('over the years', () => {
    const one = desa(kecamatan.hulu, 1);
    /** Reached and missed by year, of the desa and of its kecamatan. */
    async function years(reached: Record<number, readonly [number, number]>, asked = one) {
      const parts = Object.entries(reached).map(([tahun, [layak, missed]]) => {
        const cells = [layak, 5, 0, 0, missed, 50, 0, 0] as const;
        const rows = { [one]: cells, [kecamatan.hulu]: cells, [home]: cells };
        return { tahun: Number(tahun), vintase: tahun === '2025' ? '2025-T1' : '2024-T1', rows };
      });
      const native = await openNative(await written({ ...regency(), sasaran: listTables(parts) }));
      const page = await regionPage(native, state, asked);
      native.close();
      return page!.trend!;
    }
    test.for([
      { name: 'clearly more', before: [30, 70], after: [60, 40], move: 'naik' },
      { name: 'clearly fewer', before: [60, 40], after: [30, 70], move: 'turun' },
      { name: 'a little more, within chance', before: [50, 50], after: [55, 45], move: 'tidak-dapat-dibedakan' },
      { name: 'far more, of very few', before: [3, 7], after: [6, 4], move: 'tidak-dapat-dibedakan' }
    ] as const)('$name is $move', async ({ before, after, move }) => {
      const trend = await years({ 2024: before, 2025: after });
      expect(trend.years.map(({ tahun }) => tahun)).toEqual([2024, 2025]);
      expect(trend.move).toEqual({ from: 2024, to: 2025, move, isOtherRegistry: true });
    });
    test('one year has no direction', async () => {
      expect(await years({ 2025: [30, 70] })).toMatchObject({ kode: one, move: null, years: [{ tahun: 2025 }] });
    });
    test('a desa with a year less than its kecamatan shows the kecamatan; a year that runs is shown and not judged', async () => {
      const trend = (await region(one)).trend!;
      expect([trend.kode, trend.move]).toEqual([kecamatan.hulu, null]);
      expect(trend.years.map(({ tahun, isClosed }) => [tahun, isClosed])).toEqual([
        [2025, true],
        [2026, false]
      ]);
    });
  });
  test('hidden gives no comparison and no place', async () => {
    const page = await region(desa(kecamatan.hulu, 5));
    expect([page.reach!.rates.covElig, page.comparison, page.choiceFlag]).toEqual([hidden, null, null]);
  });
  test('the one desa of its kecamatan has no neighbours', async () => {
    expect((await region(desa(kecamatan.hilir, 1))).neighbours).toEqual([]);
  });
  test('a kecamatan lists its desa; the regency and an unknown code have no page', async () => {
    expect((await region(kecamatan.tengah)).neighbours).toHaveLength(7);
    const { native } = await openEngines(folder);
    expect(await regionPage(native, state, home)).toBeNull();
    expect(await regionPage(native, state, '64.03')).toBeNull();
  });
  test('names that repeat are told apart by kecamatan', async () => {
    const found = (await regionIndex((await openEngines(folder)).native)).filter(({ nama }) => nama === 'Sumber Sari');
    expect(found.map(({ kecamatan: of }) => of)).toEqual(['Hulu', 'Tengah']);
  });
});

describe('extracts that hold less', () => {
  test('neither lists nor registry: no page, no summary, but every region has one', async () => {
    const native = await openNative(await written({ wilayah: regions }));
    expect(await targetingPages(native, state)(noTargetingFilter)).toBeNull();
    expect(await targetingSummary(native, state)).toBeNull();
    expect(await regionIndex(native)).toHaveLength(17);
    const page = await regionPage(native, state, desa(kecamatan.hulu, 1));
    expect(page).toMatchObject({ tahun: null, basis: null, reach: null, need: null, freshness: null, aid: [] });
    native.close();
  });
  test('a registry alone: freshness and worklist, and reach says that there is no list', async () => {
    const { vintase, kesegaran, registri } = regency();
    const tables = { wilayah: regions, vintase: vintase!, kesegaran: kesegaran!, registri: registri! };
    const page = (await lookOnce(tables))!;
    expect([page.kabupaten.lacks.ee, page.aid.figures, page.worklist!.rows.length]).toEqual(['daftar', null, 5]);
    expect(page.worklist!.tahun).toBeNull();
  });
  test('an internal extract has desa for a programme too', async () => {
    const rows = {
      [desa(kecamatan.hulu, 1)]: [3, 1, 0, 0, 97, 99, 0, 0] as const,
      [home]: [3, 1, 0, 0, 97, 99, 0, 0] as const
    };
    const tables = { ...regency(), bantuan: [aidRow('PKH', 'PKH')], sasaran: listTables([{ kode: 'PKH', rows }]) };
    const page = (await lookOnce(tables, false))!;
    expect([page.used.bantuan, page.measured.tingkat, page.bulat]).toEqual(['PKH', 'desa', false]);
    expect(unit(page, desa(kecamatan.hulu, 2))).toMatchObject({ value: null, lack: 'daftar' });
    const summary = await targetingSummary((await openEngines(folder)).native, state);
    expect(summary).toMatchObject({ tahun: 2025, missed: 560, eligible: 1140, bantuan: null });
    expect(summary!.exception).toMatchObject({ rule: 'outside', nama: 'Fajar', kecamatan: 'Hulu', others: 0 });
  });
  test('desa that are nearly all hidden give way to kecamatan', async () => {
    const rows = Object.fromEntries(
      regions.flatMap(({ kode, tingkat }) =>
        tingkat === 'desa' || tingkat === 'kelurahan'
          ? [[kode as string, ['h', 'h', 'h', 'h', 50, 50, 0, 0] as const]]
          : []
      )
    );
    const above = Object.fromEntries(
      [home, ...Object.values(kecamatan)].map((kode) => [kode, [50, 20, 0, 0, 50, 50, 0, 0] as const])
    );
    const page = (await lookOnce({ ...regency(), sasaran: listTables([{ rows: { ...rows, ...above } }]) }))!;
    expect([page.measured.tingkat, page.measured.why]).toEqual(['kecamatan', 'disembunyikan']);
  });
});

test.for([
  { name: 'no value', values: [], steps: [] },
  { name: 'one value', values: [0.4], steps: [] },
  { name: 'all alike', values: [0.4, 0.4], steps: [] },
  { name: 'a narrow spread', values: [0.41, 0.44], steps: [0.42, 0.43, 0.44, 0.45, 0.46] },
  { name: 'all of it', values: [0, 1], steps: [0.2, 0.4, 0.6, 0.8, 1] },
  {
    name: 'one far above the rest stands in the open step',
    values: [...Array.from({ length: 40 }, (_, i) => i / 200), 0.9],
    steps: [0.05, 0.1, 0.15, 0.2, 0.25]
  }
])('classes of the map: $name', ({ values, steps }) => expect(stepsOf(values)).toEqual(steps));

describe('golden A17 through tables, queries and view', () => {
  const rupiah = 600_000;
  const [x, y, z] = [desa(kecamatan.hulu, 1), desa(kecamatan.hulu, 2), desa(kecamatan.hulu, 3)];
  const cells = (name: 'X' | 'Y' | 'Z' | 'kabupaten', duplicates: number) => {
    const { counts } = golden.villages[name];
    return [
      ...[counts.layak, counts.tidakLayak, counts.desilKosong, counts.tidakTercatat, counts.layakTerlewat],
      ...[counts.tidakLayakDiLuar, counts.desilKosongDiLuar, duplicates]
    ] as unknown as EightCells;
  };
  let page: TargetingPage;
  beforeAll(async () => {
    const rows = { [x]: cells('X', 1), [y]: cells('Y', 0), [z]: cells('Z', 0), [home]: cells('kabupaten', 1) };
    page = (await lookOnce({ ...regency(), sasaran: listTables([{ kode: 'SEMUA', rows, tariff: rupiah }]) }, false))!;
  });

  test('the regency', () => {
    const { rates, intervals, bounds, money } = page.kabupaten;
    const expected = golden.villages.kabupaten;
    expect(rates.ee).toBeCloseTo(expected.ee, 6);
    expect(rates.ie).toBeCloseTo(expected.ie, 6);
    expect(rates.fpr).toBeCloseTo(expected.fpr, 6);
    close(intervals.ee, expected.eeWilson);
    close(intervals.ie, expected.ieWilson);
    close(bounds.ee, expected.eeBounds);
    close(bounds.ie, expected.ieBounds);
    close(
      [money.layak, money.tidakLayak, money.takDiketahui, money.ganda].map((part) => (part as number) / 1e6),
      expected.paid
    );
    expect(money.cghLoc).toBeCloseTo(expected.cghLoc, 6);
    expect(money.total).toBe(9_600_000);
  });

  test.for([
    { name: 'X', kode: x, value: 2 / 12 },
    { name: 'Y, which has no recipient', kode: y, value: 0 },
    { name: 'Z, which has nobody eligible', kode: z, value: null }
  ])('missed by choice in $name', ({ kode, value }) => {
    const found = unit(page, kode).value;
    if (value === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(value, 12);
  });

  function close(found: readonly number[] | null, expected: readonly number[]): void {
    expect(found).toHaveLength(expected.length);
    found!.forEach((one, i) => expect(one).toBeCloseTo(expected[i]!, 5));
  }
});
