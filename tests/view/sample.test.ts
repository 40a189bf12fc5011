import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lastMonth, stageInForce, stages, stageStart, years, type Stage, type Year } from '../../data/contoh/calendar';
import { sampleTruth, type LineCodes, type SampleTruth } from '../../data/contoh/truth';
import type { RealizationFilter } from '$lib/url/filter';
import { look, openSample, type Opened } from './support';

// The view against the numbers that the sample's files were written from, added up here from scratch.
let opened: Opened;
let truth: SampleTruth;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  truth = sampleTruth();
  opened = await openSample();
});
afterAll(() => opened.close());

type Keeps = (line: LineCodes) => boolean;
const under = (kode: string, above: string) => kode === above || kode.startsWith(`${above}.`);
const lineOf = ({ kodeSkpd, kodeSubkegiatan, kodeAkun }: LineCodes) =>
  `${kodeSkpd} ${kodeSubkegiatan} ${kodeAkun.split('.').slice(0, 3).join('.')}`;

/** What a filter keeps, by the words of the page: not by the code that is tested. */
function keeps(tahun: Year, bulan: number, filter: Partial<RealizationFilter>): Keeps {
  const { skpd, kode, jenis, sumberDana } = filter;
  const stage = stageInForce(tahun, bulan);
  const paid = new Set(
    truth.pagu
      .filter((row) => row.tahun === tahun && row.tahap === stage && under(row.kodeSumberDana, sumberDana ?? ''))
      .map(lineOf)
  );
  return (line) =>
    line.tahun === tahun &&
    (!skpd || line.kodeSkpd === skpd) &&
    (!kode || under(line.kodeSubkegiatan, kode)) &&
    (!jenis || under(line.kodeAkun, jenis)) &&
    (!sumberDana || paid.has(lineOf(line)));
}

const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const paguOf = (stage: Stage, kept: Keeps) =>
  add(truth.pagu.filter((row) => row.tahap === stage && kept(row)).map((row) => row.pagu));
const spentTo = (bulan: number, kept: Keeps) =>
  add(truth.realisasi.filter((row) => row.bulan <= bulan && kept(row)).map((row) => row.realisasi));
/** The plan whose stage is in force: the sample has one for murni and one for perubahan. */
const planTo = (tahun: Year, at: number, bulan: number, kept: Keeps) => {
  const tahap = stageInForce(tahun, at) === 'perubahan' ? 'perubahan' : 'murni';
  return add(
    truth.rencanaKas.filter((row) => row.tahap === tahap && row.bulan <= bulan && kept(row)).map((row) => row.rencana)
  );
};

const upt = '1.06.0.00.0.00.01.0001';
const filters: { name: string; filter: Partial<RealizationFilter> }[] = [
  { name: 'the whole agency', filter: {} },
  { name: 'the UPT', filter: { skpd: upt } },
  { name: 'a program', filter: { kode: '1.06.04' } },
  { name: 'a kegiatan', filter: { kode: '1.06.01.2.02' } },
  { name: 'a sub kegiatan', filter: { kode: '1.06.01.2.02.0001' } },
  { name: 'a jenis belanja', filter: { jenis: '5.1.02' } },
  { name: 'a kelompok belanja', filter: { jenis: '5.2' } },
  { name: 'a program and a jenis', filter: { kode: '1.06.01', jenis: '5.1.01' } },
  { name: 'a source', filter: { sumberDana: '1.1' } },
  { name: 'a source with a program', filter: { sumberDana: '1.2', kode: '1.06.04' } }
];
const at: { tahun: Year; bulan: number }[] = [
  { tahun: 2026, bulan: 10 },
  { tahun: 2026, bulan: 9 },
  { tahun: 2026, bulan: 1 },
  { tahun: 2025, bulan: 12 },
  { tahun: 2025, bulan: 9 },
  { tahun: 2023, bulan: 6 }
];
const cases = filters.flatMap((one) => at.map((when) => ({ ...one, ...when })));

describe('the view is what the files were written from, to the rupiah', () => {
  test.for(cases)('$name, $tahun to month $bulan: totals, pagu and plan of every month', async (one) => {
    const { tahun, bulan, filter } = one;
    const kept = keeps(tahun, bulan, filter);
    const view = await look(opened, { ...filter, tahun, bulan });
    expect([view.tahun, view.bulan]).toEqual([tahun, bulan]);
    for (let month = 1; month <= 12; month++) {
      const known = Math.min(month, bulan);
      expect(view.totals[month - 1] ?? null, `realisasi to ${month}`).toBe(month > bulan ? null : spentTo(month, kept));
      expect(view.denominator[month - 1], `pagu in force in ${month}`).toBe(paguOf(stageInForce(tahun, known), kept));
      expect(view.plan[month - 1], `plan to ${month}`).toBe(planTo(tahun, bulan, month, kept));
    }
    expect([view.pagu, view.realisasi, view.rencana]).toEqual([
      paguOf(stageInForce(tahun, bulan), kept),
      spentTo(bulan, kept),
      planTo(tahun, bulan, bulan, kept)
    ]);
    expect(view.pagu, 'the filter keeps something').toBeGreaterThan(0);
  });

  test.for(stages)('every stage of 2026 measures against its own pagu: %s', async (tahap) => {
    const kept = keeps(2026, 10, {});
    const view = await look(opened, { tahun: 2026, tahap });
    expect(view.stages.map((stage) => [stage.tahap, stage.pagu, stage.berlakuBulan])).toEqual(
      stages.map((stage) => [stage, paguOf(stage, kept), stageStart(2026, stage)])
    );
    expect(view.pagu).toBe(paguOf(tahap, kept));
    expect(view.stages.filter(({ used }) => used).map((stage) => stage.tahap)).toEqual([tahap]);
    expect(view.stages.filter(({ inForce }) => inForce).map((stage) => stage.tahap)).toEqual(['perubahan']);
  });

  test.for([
    { tahap: null, filter: {} },
    { tahap: 'murni', filter: { kode: '1.06.04' } },
    { tahap: 'pergeseran-2', filter: { skpd: upt } }
  ])(
    'rows of each level add up to the total, and each row is its own sum: $tahap $filter',
    async ({ tahap, filter }) => {
      const view = await look(opened, { ...filter, tahap, tahun: 2026 });
      const kept = keeps(2026, 10, filter);
      for (const tingkat of ['program', 'kegiatan', 'subkegiatan'] as const) {
        const rows = view.tree.filter((row) => row.tingkat === tingkat);
        expect(add(rows.map(({ pagu }) => pagu!)), tingkat).toBe(view.pagu);
        expect(add(rows.map(({ realisasi }) => realisasi!)), tingkat).toBe(view.realisasi);
        expect(add(rows.map(({ rencana }) => rencana!)), tingkat).toBe(view.rencana);
      }
      for (const row of view.tree) {
        const own: Keeps = (line) => kept(line) && under(line.kodeSubkegiatan, row.kode);
        expect([row.pagu, row.realisasi], row.kode).toEqual([
          paguOf((tahap ?? 'perubahan') as Stage, own),
          spentTo(10, own)
        ]);
      }
    }
  );

  test.for(years.filter((tahun) => tahun < 2026))(
    'past year %i stands beside 2026 for the whole agency',
    async (tahun) => {
      const view = await look(opened, { tahun: 2026 });
      const past = view.past.find((year) => year.tahun === tahun)!;
      const kept = keeps(tahun, 12, {});
      for (let month = 1; month <= lastMonth(tahun); month++) {
        const rate = spentTo(month, kept) / paguOf(stageInForce(tahun, month), kept);
        expect(past.rates[month - 1], `month ${month}`).toBeCloseTo(rate, 12);
      }
    }
  );

  test('promises are what the lists of October say', async () => {
    const view = await look(opened, { tahun: 2026, bulan: 10 });
    const rows = truth.komitmen.filter((row) => row.tahun === 2026 && row.bulan === 10);
    const left = (utang: boolean) =>
      add(rows.filter(({ jenis }) => (jenis === 'utang') === utang).map(({ nilai, terbayar }) => nilai - terbayar));
    expect(view.kontrakSisa).toBe(left(false));
    expect(view.utang).toBe(left(true));
    expect(view.kewajibanSisa).toBe(
      add(
        truth.kewajiban
          .filter(({ tahun }) => tahun === 2026)
          .map(({ perBulan, sampaiBulan }) => perBulan * Math.max(0, sampaiBulan - 10))
      )
    );
  });

  test('outputs stand beside the money of their whole sub kegiatan, also when the view is narrowed to a jenis', async () => {
    const view = await look(opened, { tahun: 2026, jenis: '5.1.02' });
    const unitOf = new Map(view.units.map(({ nama, kode }) => [nama, kode]));
    const mixed = view.outputs.filter(({ kodeSubkegiatan, namaSkpd, realisasi }) => {
      const own: Keeps = (line) =>
        line.tahun === 2026 && line.kodeSkpd === unitOf.get(namaSkpd) && line.kodeSubkegiatan === kodeSubkegiatan;
      expect(realisasi).toBe(spentTo(10, own));
      return realisasi !== spentTo(10, (line) => own(line) && under(line.kodeAkun, '5.1.02'));
    });
    expect(mixed.length, 'some output is paid from more than one jenis').toBeGreaterThan(0);
  });
});

describe('codes that drift between years', () => {
  test('a sub kegiatan under a new code keeps its past, and a code that was given away does not get another’s', async () => {
    const names = await opened.database.all(
      {
        params: {},
        columns: { tahun: 'INTEGER', kode: 'VARCHAR', nama: 'VARCHAR', kodeTetap: 'VARCHAR?' },
        sql: `SELECT tahun, kode, nama, kode_tetap AS kodeTetap FROM nomenklatur WHERE tingkat = 'subkegiatan' ORDER BY ALL`
      },
      {}
    );
    const used = (tahun: number, kode: string) =>
      truth.pagu.some((row) => row.tahun === tahun && row.kodeSubkegiatan === kode);
    const now = names.filter((row) => row.tahun === 2026 && used(2026, row.kode));
    const before = names.filter((row) => row.tahun === 2023 && used(2023, row.kode));
    const moved = now.flatMap((row) => {
      const parent = (kode: string) => kode.split('.').slice(0, 5).join('.');
      const then = before.find(({ nama, kode }) => nama === row.nama && parent(kode) === parent(row.kode));
      return then && then.kode !== row.kode ? [{ now: row.kode, then: then.kode }] : [];
    });
    expect(moved.map(({ now, then }) => `${then.slice(-4)} → ${now.slice(-4)}`)).toContain('0003 → 0006');
    for (const { now: kode, then } of moved) {
      const view = await look(opened, { tahun: 2026, kode });
      const year = view.past.find(({ tahun }) => tahun === 2023)!;
      const own = (month: number, sub: string) =>
        spentTo(month, (line) => line.tahun === 2023 && line.kodeSubkegiatan === sub);
      expect(year.monthly.map((_, i) => add(year.monthly.slice(0, i + 1).map((value) => value!)))).toEqual(
        year.monthly.map((_, i) => own(i + 1, then))
      );
    }
  });
});
