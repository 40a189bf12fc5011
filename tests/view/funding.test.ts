import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalOf } from '$lib/model/funding/revenue';
import { agencyYears } from '$lib/query/fundingPrograms';
import { noFundingFilter, type FundingFilter } from '$lib/url/fundingFilter';
import { compact } from '$lib/view/compact';
import { fundingView, type FundingView } from '$lib/view/funding';
import { lineMonths, shortLines } from '$lib/view/fundingPrograms';
import { fundingSummary } from '$lib/view/fundingSummary';
import { openEngines } from '../database/support/compareEngines';
import { aid, budgetRows, fundingFolder, regency, regions } from './fundingSupport';
import { file as fileOf, smallTables, unitA, unitB } from './support';

const M = 1e9;
let extract: { folder: string; remove(): void };
beforeAll(async () => {
  extract = await fundingFolder(regency());
});
afterAll(() => extract.remove());

/** The view as both engines give it. */
async function lookAt(folder: string, filter: Partial<FundingFilter> = {}): Promise<FundingView> {
  const { native, wasm } = await openEngines(folder);
  const asked = { ...noFundingFilter, ...filter };
  const view = await fundingView(native, asked);
  expect(await fundingView(wasm, asked), 'DuckDB-WASM gives another view').toStrictEqual(view);
  if (view === null) throw new Error('the extract has no region');
  return view;
}
const look = (filter: Partial<FundingFilter> = {}) => lookAt(extract.folder, filter);

describe('which series is shown', () => {
  test('the home region is the one whose kecamatan are there, and its best realised series is shown', async () => {
    const { wilayah, used, isOther } = await look();
    expect(wilayah).toEqual({
      kode: '64.02',
      nama: 'Wilayah 64.02',
      kelasSebanding: 'Kabupaten di Kalimantan Timur',
      isCertain: true
    });
    expect(used).toMatchObject({
      kunci: 'LRA daerah~apbd',
      ukuran: 'realisasi',
      fullYears: 3,
      isWhole: true,
      isItemised: true
    });
    expect(isOther).toBe(false);
  });
  test.for([
    { name: 'budgets', filter: { ukuran: 'anggaran' }, kunci: 'APBD per akun~apbd~murni', isOther: false },
    {
      name: 'a stage',
      filter: { ukuran: 'anggaran', sumber: 'LRA daerah~apbd~perubahan' },
      kunci: 'LRA daerah~apbd~perubahan',
      isOther: false
    },
    {
      name: 'a source with its basis',
      filter: { ukuran: 'anggaran', sumber: 'LRA daerah~apbd' },
      kunci: 'LRA daerah~apbd~perubahan',
      isOther: false
    },
    { name: 'transfers alone', filter: { sumber: 'DJPK TKDD~sp2d' }, kunci: 'DJPK TKDD~sp2d', isOther: false },
    { name: 'a source that is not there', filter: { sumber: 'Koran~apbd' }, kunci: 'LRA daerah~apbd', isOther: true }
  ] as { name: string; filter: Partial<FundingFilter>; kunci: string; isOther: boolean }[])(
    'asked for $name',
    async ({ filter, kunci, isOther }) => {
      const view = await look(filter);
      expect([view.used?.kunci, view.isOther]).toEqual([kunci, isOther]);
    }
  );
  test('transfers alone have no share of revenue, and a year that is not over is marked', async () => {
    const { years } = await look({ sumber: 'DJPK TKDD~sp2d' });
    expect(years!.rows).toMatchObject([
      { tahun: 2025, sampaiBulan: 12, isFull: true, isWhole: false, tkdShare: null, padShare: null, jumlah: 4920 * M },
      { tahun: 2026, sampaiBulan: 6, isFull: false, jumlah: 1260 * M }
    ]);
  });
  test('a year that the source lacks is a gap, not a zero', async () => {
    const { years } = await look({ sumber: 'DJPK APBD~apbd' });
    expect(years!.rows.map(({ tahun, jumlah }) => [tahun, jumlah])).toEqual([
      [2022, 5500 * M],
      [2023, 5500 * M],
      [2024, null],
      [2025, 5500 * M]
    ]);
  });
});

describe('composition', () => {
  test('DBH is one item where a year does not itemise it, and items add up to each year', async () => {
    const { years } = await look();
    expect(years!.items.map(({ komponen }) => komponen)).toEqual([
      'pajak_daerah',
      'lain_pad',
      'dbh',
      'dau_block',
      'dak_fisik',
      'bagi_hasil_provinsi',
      'lain_pendapatan'
    ]);
    years!.rows.forEach(({ jumlah, groups }, i) => {
      expect(years!.items.reduce((sum, { rupiah }) => sum + rupiah[i]!, 0)).toBe(jumlah);
      expect(Object.values(groups).reduce((sum, group) => sum! + group!, 0)).toBe(jumlah);
    });
  });
  test('the change is explained by components that add up to it', async () => {
    const { change } = (await look()).years!;
    expect(change).toMatchObject({ from: 2024, to: 2025, before: 7900 * M, after: 6370 * M, change: -1530 * M });
    expect(change!.parts[0]).toMatchObject({ komponen: 'dbh_sda', change: -1500 * M });
    expect(change!.parts.reduce((sum, part) => sum + part.change, 0)).toBe(change!.change);
  });
  test('real rupiah: nominal in the base year, linked index before it, nothing without an index', async () => {
    const { years, prices } = await look({ harga: 'riil', tahunDasar: 2024 });
    expect(years!.tahunDasar).toBe(2024);
    expect(years!.factors[1]).toBe(1);
    expect(years!.factors[0]).toBeCloseTo(106.8 / 105.15, 12);
    expect(prices).toMatchObject({ kodeWilayah: '00', bulan: 12, link: { tahun: 2023 } });
    expect((await look({ harga: 'riil', tahunDasar: 2019 })).years).toMatchObject({
      factors: [null, null, null],
      change: null,
      lacking: 'indeks'
    });
  });
  test('per head: Kemendagri of the same year, no year without it, other figures named', async () => {
    const { years, population } = await look({ per: 'kapita' });
    expect(years!.factors).toEqual([null, 1 / 800_000, 1 / 806_964]);
    expect(years!.change!.before).toBeCloseTo((7900 * M) / 800_000, 4);
    expect(population).toMatchObject({ penerbit: 'Kemendagri', others: [{ tahun: 2025, jiwa: 845_621 }] });
  });
});

describe('dependency', () => {
  test('shares of all revenue', async () => {
    const [, , last] = (await look()).years!.rows;
    expect(last!.tkdShare).toBeCloseTo(5040 / 6370, 12);
    expect(last!.padShare).toBeCloseTo(530 / 6370, 12);
  });
  test('one percent less: of the budget of the agency year, and of the agency in rupiah and program-months', async () => {
    const { exposure } = await look();
    expect(exposure).toMatchObject({ tahun: 2026, ukuran: 'anggaran', tahap: 'murni' });
    const row = (key: string) => exposure!.rows.find(({ komponen }) => komponen === key)!;
    expect(row('dbh')).toMatchObject({ rupiah: 1500 * M, onePercent: 15 * M });
    expect(row('dbh').agency!.rupiah).toBeCloseTo(0.0576 * M, 0);
    // DBH pays 5,76 of 14,4 of a line that costs 1,6 a month: 0,0576 ÷ 0,64.
    expect(row('dbh').agency!.programMonths).toBeCloseTo(0.09, 9);
    expect(row('PAD').agency!.rupiah).toBeCloseTo(0.13 * M, 0);
    expect(row('bagi_hasil_provinsi').agency).toBeNull();
  });
  test('peers: the source that has them, six others of the class, the city apart', async () => {
    const { peers } = await look();
    expect(peers).toMatchObject({
      sumber: 'DJPK APBD',
      tahun: 2025,
      tkdShare: { n: 6, percentile: 1 },
      padShare: { percentile: 0 }
    });
    expect(peers!.regions.map(({ kode }) => kode)).not.toContain('64.71');
    expect(peers!.own.tkdShare).toBeCloseTo(5000 / 5500, 12);
  });
});

test('budget errors: the original budget of the regency against its LRA', async () => {
  const { budgetErrors } = await look();
  expect(budgetErrors).toMatchObject({ sumber: 'LRA daerah', sumberAnggaran: 'APBD per akun', grade: 'C' });
  expect(budgetErrors!.stages.map(({ tahap }) => tahap)).toEqual(['murni', 'murni', 'murni']);
  expect(budgetErrors!.errors.map(({ komponen }) => komponen)).toEqual([
    'jumlah',
    'PAD',
    'pajak_daerah',
    'lain_pad',
    'TKD',
    'dbh',
    'dau_block',
    'dak_fisik',
    'bagi_hasil_provinsi',
    'lain_pendapatan'
  ]);
  const dbh = budgetErrors!.errors.find(({ komponen }) => komponen === 'dbh')!;
  expect(dbh.anggaran).toEqual([4000 * M, 5000 * M, 5000 * M]);
  expect(dbh.mean).toBeCloseTo((0.25 + 0.2 - 0.12) / 3, 12);
});

test('transfers month by month: a month without a file is unknown, and so is its neighbour in the month', async () => {
  const { arrival } = await look();
  expect(arrival).toMatchObject({ sumber: 'DJPK TKDD', pace: { tahun: 2026, bulan: 6, realisasi: 1260 * M } });
  expect(arrival!.years[1]!.totals.slice(0, 7)).toEqual(
    [210, 420, 630, null, 1050, 1260, null].map((x) => (x === null ? null : x * M))
  );
  expect(arrival!.owed).toEqual([{ tahun: 2025, anggaran: 5120 * M, realisasi: 4920 * M, owed: 200 * M }]);
  expect(arrival!.owedByComponent).toEqual([{ komponen: 'dbh_tak_dirinci', owed: 200 * M }]);
});

describe('the agency', () => {
  test('pagu of murni against budgets of murni; from another base year', async () => {
    const { agency } = await look();
    expect(agency.anggaran).toMatchObject({
      sumber: 'APBD per akun',
      tahap: 'murni',
      stability: { tahunDasar: 2023, tahunAkhir: 2026, answer: 'false', reason: 'agency-fell' }
    });
    expect(agency.anggaran!.years.map((year) => year.agency)).toEqual([684, 704, 724, 574].map((x) => (x * M) / 10));
    const other = await look({ tahunDasar: 2024 });
    expect(other.agency.anggaran!.stability.agencyChange).toBeCloseTo(57.4 / 70.4 - 1, 12);
    expect((await look({ tahunDasar: 2026 })).agency.anggaran!.stability.answer).toBe('unanswerable');
  });
  test('realisasi of full years only', async () => {
    const { realisasi } = (await look()).agency;
    expect(realisasi!.years.map((year) => [year.tahun, year.agency])).toEqual([
      [2023, 60 * M],
      [2024, 60 * M],
      [2025, 60 * M],
      [2026, null]
    ]);
    expect(realisasi!.stability).toMatchObject({ answer: 'true', tahunAkhir: 2025 });
  });
  test('sources × programs add up to the pagu in force; money without a source is shown as such', async () => {
    const { programs } = await look();
    const total = programs!.sources.reduce((sum, { pagu }) => sum + pagu, 0);
    expect(total).toBe((584 * M) / 10);
    expect(programs!.programs.flatMap(({ pagu }) => Object.values(pagu)).reduce((sum, part) => sum + part, 0)).toBe(
      total
    );
    expect(programs!.sources.find(({ kode }) => kode === '')).toMatchObject({
      nama: null,
      terikat: null,
      pagu: 29 * M
    });
    expect(programs!.sources.find(({ kode }) => kode.startsWith('2.'))).toMatchObject({
      terikat: true,
      komponenTkd: 'dak_nonfisik'
    });
  });
  test('aid budgeted for nine months shows its unfunded three, and more when DBH falls', async () => {
    const { works } = (await look()).programs!;
    expect(shortLines(works)).toMatchObject([
      { kodeAkun: aid, months: 9, ofMonths: 12, unfunded: 3, shortfall: 4.8 * M }
    ]);
    const line = works.flatMap(({ lines }) => lines).find(({ kodeAkun }) => kodeAkun === aid)!;
    expect(lineMonths(line, { '1.2.01.01.01': 0.5 })!.months).toBeCloseTo(7.2, 9);
  });
});

test('summary: the share of TKD, what the next budget does, and the exception of the agency first', async () => {
  const view = await look();
  const summary = fundingSummary(view);
  expect(summary.tkdShare).toMatchObject({ tahun: 2025, ukuran: 'realisasi' });
  expect(summary.tkdChange).toMatchObject({ from: 2025, to: 2026, change: (3500 - 5550) * M });
  expect(summary.exception).toMatchObject({ rule: 'months-unfunded', tahun: 2026, line: { unfunded: 3 } });
  const without = fundingSummary({ ...view, programs: null });
  expect(without.exception).toMatchObject({ rule: 'tkd-falls', komponen: 'dbh_sda', komponenChange: -3200 * M });
  expect(fundingSummary({ ...view, programs: null, ahead: null }).exception).toBeNull();
});

test('published figures stand with their conflict, and all of them', async () => {
  const { groups, sources } = (await look()).published;
  expect(groups.map(({ kodeWilayah, ukuran, agreement }) => [kodeWilayah, ukuran, agreement])).toEqual([
    ['00', 'tkd', 'by-stage'],
    ['64.02', 'dtu', 'conflicting'],
    ['64.02', 'tkd', 'conflicting']
  ]);
  expect(groups.flatMap(({ figures }) => figures.map(({ sumber }) => sources[sumber])).toSorted()).toEqual([
    'dua',
    'empat',
    'lima',
    'satu',
    'tiga'
  ]);
});

test('the view stays small and is plain JSON', async () => {
  const view = compact(await look());
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  expect(JSON.stringify(view).length).toBeLessThan(16_000);
});

describe('extracts that lack things', () => {
  const opened = async (tables: Parameters<typeof fundingFolder>[0], check: (folder: string) => Promise<void>) => {
    const other = await fundingFolder(tables);
    await check(other.folder).finally(() => other.remove());
  };

  test('no region, no view; both engines', () =>
    opened({}, async (folder) => {
      const { native, wasm } = await openEngines(folder);
      expect(await fundingView(native, noFundingFilter)).toBeNull();
      expect(await fundingView(wasm, noFundingFilter)).toBeNull();
    }));
  test('a region without any figure', () =>
    opened({ wilayah: regions }, async (folder) => {
      const view = await lookAt(folder);
      expect(view).toMatchObject({
        used: null,
        years: null,
        peers: null,
        arrival: null,
        programs: null,
        ahead: null,
        exposure: null
      });
      expect(fundingSummary(view)).toEqual({ tkdShare: null, tkdChange: null, exception: null });
    }));
  test('one year, budget only: no change, no trend, and the column shown is said to be another', () =>
    opened(
      {
        wilayah: regions,
        apbd_daerah: budgetRows([{ tahun: 2025, tahap: 'murni', anggaran: { pajak_daerah: 1, dau_block: 3 } }])
      },
      async (folder) => {
        const view = await lookAt(folder);
        expect(view).toMatchObject({ isOther: true, used: { ukuran: 'anggaran' }, budgetErrors: null, ahead: null });
        expect(view.years).toMatchObject({ change: null, growth: null, rows: [{ tkdShare: 0.75 }] });
      }
    ));
  test('a leaf left blank beside money makes the year unknown; blank beside blank or 0 says nothing', () =>
    opened(
      {
        wilayah: regions,
        apbd_daerah: budgetRows([
          { tahun: 2024, anggaran: { pajak_daerah: 1, dau_block: 3 }, realisasi: { pajak_daerah: 1, dau_block: null } },
          {
            tahun: 2025,
            anggaran: { pajak_daerah: 1, dau_block: 3, dana_darurat: 0 },
            realisasi: { pajak_daerah: 1, dau_block: 3, dana_darurat: null }
          }
        ])
      },
      async (folder) => {
        const { years } = await lookAt(folder);
        expect(years!.rows.map(({ jumlah, tkdShare }) => [jumlah, tkdShare])).toEqual([
          [null, null],
          [4 * M, 0.75]
        ]);
        expect(totalOf([])).toBeNull();
      }
    ));
  test('several regions, none with kecamatan: one is picked, and said to be', () =>
    opened(
      {
        wilayah: regions.filter(({ tingkat }) => tingkat === 'kabupaten'),
        apbd_daerah: budgetRows(
          ['64.03', '64.01'].map((wilayah) => ({ tahun: 2025, wilayah, realisasi: { dau_block: 3 } }))
        )
      },
      async (folder) => expect((await lookAt(folder)).wilayah).toMatchObject({ kode: '64.01', isCertain: false })
    ));
  test('what recurs: the list of obligations first, else a plan that is even over twelve months', () => {
    const sub = '1.06.04.2.01.0001';
    const even = Array(12).fill(10);
    const lines = [
      { sub, akun: '5.1.02.02.01.0001', pagu: { murni: 120, perubahan: 60 }, rencana: { murni: even } },
      {
        sub,
        akun: '5.1.02.02.01.0002',
        pagu: { murni: 120, perubahan: 120 },
        rencana: { murni: [...Array(11).fill(10), 12] }
      },
      {
        sub,
        akun: '5.1.02.02.01.0003',
        pagu: { murni: 110, perubahan: 110 },
        rencana: { murni: [0, ...Array(11).fill(10)] }
      },
      { sub, akun: '5.1.02.02.01.0004', pagu: { murni: 120, perubahan: 120 }, rencana: { murni: even } },
      { sub, akun: '5.1.02.02.01.0005', pagu: { murni: 120, perubahan: 120 } }
    ];
    const listed = { tahun: 2026, kode_skpd: unitA, kode_subkegiatan: sub, id_berkas: fileOf(2026) };
    const kewajiban = [
      { ...listed, kode_akun: '5.1.02.02.01.0004', per_bulan: 2000n, sampai_bulan: 12 },
      { ...listed, kode_akun: '5.1.02.02.01.0009', per_bulan: 500n, sampai_bulan: 6 }
    ];
    const tables = smallTables([{ tahun: 2026, lines, starts: { perubahan: 9 } }], { kewajiban });
    return opened({ wilayah: regions, ...tables }, async (folder) => {
      const { works } = (await lookAt(folder)).programs!;
      expect(works.map(({ kode }) => kode)).toEqual([sub]);
      const rows = works[0]!.lines.map(({ kodeAkun, dasar, needs, pagu }) => [kodeAkun.slice(-1), dasar, needs, pagu]);
      expect(rows).toEqual([
        ['1', 'rencana_kas', [[10, 12]], { '': 60 }],
        ['4', 'kewajiban', [[20, 12]], { '': 120 }],
        ['9', 'kewajiban', [[5, 6]], {}]
      ]);
      expect(shortLines(works).map(({ kodeAkun, months }) => [kodeAkun.slice(-1), months])).toEqual([
        ['4', 6],
        ['1', 6],
        ['9', 0]
      ]);
    });
  });
  test('spending of a year with a gap, and of a span past the last month, is not known', () => {
    const line = { sub: '1.06.04.2.01.0001', pagu: { murni: 1200 } };
    const years = [
      {
        tahun: 2023,
        lines: [{ ...line, spent: Array(12).fill(1) }],
        delivered: { [unitA]: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12] }
      },
      {
        tahun: 2024,
        lines: [
          { ...line, spent: Array(12).fill(1) },
          { ...line, skpd: unitB, spent: Array(6).fill(2) }
        ]
      },
      { tahun: 2025, lines: [{ ...line, spans: [[1, 12, 900]] as const }], delivered: { [unitA]: [1, 2, 3, 4, 5, 6] } },
      {
        tahun: 2026,
        lines: [{ sub: line.sub, pagu: { murni: 100, perubahan: 50 }, spent: [1, 1] }],
        starts: { perubahan: 9 }
      }
    ];
    return opened({ wilayah: regions, ...smallTables(years) }, async (folder) => {
      const { native, wasm } = await openEngines(folder);
      const rows = await native.all(agencyYears, {});
      expect(await wasm.all(agencyYears, {})).toStrictEqual(rows);
      expect(rows).toEqual([
        { tahun: 2023, unit: 1, paguMurni: 1200, pagu: 1200, bulan: 12, realisasi: null },
        { tahun: 2024, unit: 2, paguMurni: 2400, pagu: 2400, bulan: 6, realisasi: 18 },
        { tahun: 2025, unit: 1, paguMurni: 1200, pagu: 1200, bulan: 6, realisasi: null },
        { tahun: 2026, unit: 1, paguMurni: 100, pagu: 100, bulan: 2, realisasi: 2 }
      ]);
    });
  });
});
