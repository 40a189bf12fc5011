import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Count } from '$lib/model/targeting/count';
import type { ClassRow, RegionRow } from '$lib/query/targeting';
import { openNative, type NativeDatabase } from '$lib/server/native';
import type { Text } from '$lib/text/language';
import {
  agreementSentence,
  boundsSentence,
  desilSpan,
  partsPhrase,
  reachHeadline,
  reachSentence,
  undecidedPhrase
} from '$lib/text/targeting';
import {
  formatPeriod,
  lackText,
  measureName,
  providerName,
  vintageName,
  yearAndRegistry
} from '$lib/text/targetingLabels';
import { paymentReasonText } from '$lib/text/paymentReason';
import { taskText } from '$lib/text/operatorTask';
import { overlapSentence, paymentsSentence } from '$lib/text/targetingLists';
import { freshnessSentence, moneyTitle, outsideSentence } from '$lib/text/targetingMoney';
import { regionSentences } from '$lib/text/targetingRegionSentences';
import { targetingSentences, targetingSummarySentences } from '$lib/text/targetingSentences';
import { aboutTen, countPhrase, ofTen } from '$lib/text/targetingWords';
import { noTargetingFilter, targetingMeasures } from '$lib/url/targetingFilter';
import { targetingPages } from '$lib/view/targeting';
import type { AidRule } from '$lib/view/targetingClasses';
import { figuresOf } from '$lib/view/targetingFigures';
import { regionIndex, regionPages } from '$lib/view/targetingRegion';
import { targetingSummary } from '$lib/view/targetingSummary';
import type { Basis, Freshness, NoValue, Payment, TargetingSummary, Task } from '$lib/view/targetingView';
import { regency, targetingFolder } from '../view/targetingSupport';
import { plain, readable } from './readable';

const basis: Basis = {
  vintase: '2025-T1',
  registri: 'DTSEN',
  berlakuSejak: '2025-01-01',
  tanggalDaftar: '2025-06-30',
  isMismatch: false
};
const region: RegionRow = {
  kode: '64.02',
  nama: 'Kabupaten Uji',
  tingkat: 'kabupaten',
  kodeInduk: '64',
  dapil: null,
  kelasSebanding: null,
  kolom: null,
  baris: null
};
const rule: AidRule = { populasi: 'desil', kategori: [], desilLayak: [1, 2, 3, 4], hasRegistry: true };

/** Figures of a row: TP, FP, U_r, M, FN, TN, U_n; `h` is hidden. */
function figures(cells: readonly (number | null | 'h')[], of: AidRule = rule) {
  const names = [
    'layak',
    'tidak_layak',
    'desil_kosong',
    'tidak_tercatat',
    'layak_terlewat',
    'tidak_layak_di_luar',
    'desil_kosong_di_luar'
  ];
  const [layak, tidakLayak, desilKosong, tidakTercatat, layakTerlewat, tidakLayakDiLuar, desilKosongDiLuar] = cells.map(
    (cell) => (cell === 'h' ? null : (cell ?? null))
  );
  const recipients = [layak, tidakLayak, desilKosong, tidakTercatat];
  const row = {
    ...{ kodeWilayah: '64.02', tingkat: 'kabupaten', tanggalDaftar: null, barisGanda: 0, rupiahGanda: 0 },
    ...{ layak, tidakLayak, desilKosong, tidakTercatat, layakTerlewat, tidakLayakDiLuar, desilKosongDiLuar },
    penerima: recipients.includes(null) ? null : recipients.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    rupiahLayak: layak === null ? null : layak! * 1e6,
    rupiahTidakLayak: tidakLayak === null ? null : tidakLayak! * 1e6,
    rupiahTakDiketahui: desilKosong === null || tidakTercatat === null ? null : (desilKosong! + tidakTercatat!) * 1e6,
    tersembunyi: names.filter((_, i) => cells[i] === 'h').join(',')
  } as ClassRow;
  return figuresOf(region, row, of);
}
const facts = (cells: readonly (number | null | 'h')[], of?: AidRule) => ({
  figures: figures(cells, of),
  bantuan: null,
  unit: 'keluarga' as const,
  tempat: null,
  tahun: 2025
});

describe('the headline holds for every value', () => {
  test.for([
    { name: 'a share', cells: [62, 10, 0, 0, 38, 90, 0], id: '38 persen keluarga layak belum terjangkau bantuan.' },
    { name: 'nobody missed', cells: [62, 10, 0, 0, 0, 90, 0], id: 'Semua keluarga layak sudah terjangkau bantuan.' },
    { name: 'nobody reached', cells: [0, 0, 0, 0, 38, 90, 0], id: 'Belum satu pun keluarga layak terjangkau bantuan.' },
    {
      name: 'nearly all missed is not all',
      cells: [1, 0, 0, 0, 999, 90, 0],
      id: 'Lebih dari 99 persen keluarga layak belum terjangkau bantuan.'
    },
    {
      name: 'nobody eligible',
      cells: [0, 5, 0, 0, 0, 90, 0],
      id: 'Menurut registri tidak ada keluarga yang layak menerima bantuan.'
    },
    {
      name: 'hidden',
      cells: ['h', 10, 0, 0, 38, 90, 0],
      id: 'Angka keluarga yang belum terjangkau bantuan disembunyikan untuk melindungi orang.'
    },
    {
      name: 'not delivered',
      cells: [62, 10, 0, 0, null, null, null],
      id: 'Yang belum terjangkau bantuan belum dapat dihitung: berkas tidak memuat semua keluarga layak.'
    }
  ] as const)('$name', ({ cells, id }) => {
    const text = reachHeadline(facts(cells), null);
    expect(plain(text.id)).toBe(id);
    readable(text);
  });
  test.for([
    {
      name: 'a category',
      of: { ...rule, populasi: 'khusus' as const, desilLayak: [] },
      id: /^Bantuan dipilih menurut kategori, sehingga/
    },
    {
      name: 'a category that the registry does not know',
      of: { ...rule, populasi: 'khusus' as const, kategori: ['disabilitas'], desilLayak: [] },
      id: /^Bantuan dipilih menurut kategori yang belum dimuat registri/
    },
    { name: 'no registry', of: { ...rule, hasRegistry: false }, id: /belum dibandingkan dengan registri\.$/ }
  ])('$name', ({ of, id }) =>
    expect(reachHeadline(facts([null, null, 0, 0, null, null, null], of), null).id).toMatch(id)
  );
  test('no list', () => {
    const text = reachHeadline(
      { ...facts([]), figures: figuresOf(region, undefined, rule), tempat: 'Kecamatan Hulu' },
      null
    );
    expect(text.id).toBe('Di Kecamatan Hulu, belum ada daftar penerima bantuan untuk 2025.');
  });
});

test.for([
  {
    name: 'both causes',
    cells: [60, 10, 0, 0, 40, 90, 0],
    id: '30 karena penerima lebih sedikit daripada yang layak, 10 karena bantuan diterima yang di luar desil layak'
  },
  {
    name: 'the quota alone',
    cells: [60, 0, 0, 0, 40, 90, 0],
    id: 'semuanya karena penerima lebih sedikit daripada yang layak'
  },
  {
    name: 'the choice alone',
    cells: [60, 50, 0, 0, 40, 90, 0],
    id: 'semuanya karena bantuan diterima yang di luar desil layak'
  },
  { name: 'nobody missed', cells: [60, 50, 0, 0, 0, 90, 0], id: '' },
  { name: 'hidden', cells: [60, 'h', 0, 0, 40, 90, 0], id: 'pembagiannya disembunyikan' },
  { name: 'missing', cells: [60, 10, 0, 0, null, 90, 0], id: '' }
] as const)('what is missed divides: $name', ({ cells, id }) => expect(plain(partsPhrase(figures(cells)).id)).toBe(id));

describe('a category that the registry knows is named instead of desil', () => {
  const of: AidRule = { populasi: 'khusus', kategori: ['disabilitas'], desilLayak: [], hasRegistry: true };
  const known = facts([60, 20, 3, 1, 140, 900, 0], of);
  test.for([
    [reachHeadline({ ...known, unit: 'orang' }, null), '70 persen orang layak belum terjangkau bantuan.'],
    [
      reachSentence({ ...known, unit: 'orang' }, basis, of),
      'Dari 200 orang layak (penyandang disabilitas) menurut DTSEN triwulan I 2025, 60 terjangkau dan 140 belum: 120 karena penerima lebih sedikit daripada yang layak, 20 karena bantuan diterima yang di luar kategori layak.'
    ],
    [
      outsideSentence(known.figures),
      '25 persen penerima yang kategorinya diketahui (20 penerima) berada di luar kategori layak.'
    ],
    [undecidedPhrase(known.figures), '3 tanpa kategori, 1 tidak ada di registri'],
    [moneyTitle(known.figures, 'orang'), /24 persen di luar kategori layak$/]
  ] as const)('%#', ([text, id]) => {
    readable(text);
    if (typeof id === 'string') expect(plain(text.id)).toBe(id);
    else expect(plain(text.id)).toMatch(id);
  });
  test('hidden is not unknown', () => {
    expect(figures(['h', 20, 3, 1, 'h', 900, 0], of).lacks).toEqual({ ee: 'disembunyikan', ie: 'disembunyikan' });
    expect(figures([null, null, 3, 1, null, null, null], of).lacks).toEqual({ ee: 'kategori', ie: 'kategori' });
  });
});

test('sentences of figures are readable for any cells, hidden and missing ones too', () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant(null), fc.constant('h' as const));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 7, maxLength: 7 }), (cells) => {
      const own = facts(cells);
      readable(reachHeadline(own, null));
      readable(moneyTitle(own.figures, 'orang'));
      for (const text of [
        reachSentence(own, basis, { kategori: [], desilLayak: [1, 2, 3, 4] }),
        partsPhrase(own.figures),
        boundsSentence(own.figures),
        outsideSentence(own.figures),
        undecidedPhrase(own.figures)
      ])
        if (text.id !== '') readable(text);
    })
  );
});

test.for([
  { name: 'nothing', n: 0, id: 'tidak satu pun keluarga' },
  { name: 'hardly any', n: 0.01, id: 'kurang dari 1 dari 10 keluarga' },
  { name: 'six of ten', n: 0.6, id: '6 dari 10 keluarga' },
  { name: 'nearly all', n: 0.99, id: 'lebih dari 9 dari 10 keluarga' },
  { name: 'all', n: 1, id: 'semua keluarga' }
])('in tens: $name', ({ n, id }) => expect(aboutTen(n, { id: 'keluarga', en: 'families' }).id).toBe(id));

test('a range in tens is rounded outwards', () => {
  const families = { id: 'keluarga', en: 'families' };
  expect(ofTen([0.31, 0.59], families).id).toBe('antara 3 dan 6 dari 10 keluarga');
  expect(ofTen([0, 1], families).en).toBe('between 0 and 10 of 10 families');
  expect(ofTen([0.3, 0.6], { id: '', en: '' }).id).toBe('antara 3 dan 6 dari 10');
});

test('a count is a number, hidden or not known', () => {
  const families = { id: 'keluarga', en: 'families' };
  const said = (count: Count): string => countPhrase(count, families).id;
  expect([said(0), said(1), said(1212), said(null), said('disembunyikan')]).toEqual([
    '0 keluarga',
    '1 keluarga',
    '1.212 keluarga',
    '(tidak diketahui) keluarga',
    '(disembunyikan) keluarga'
  ]);
  expect(countPhrase(1, families).en).toBe('1 family');
});

test('registry, period and desil in words', () => {
  expect(vintageName('2025-T3').id).toBe('triwulan III 2025');
  expect(plain(vintageName('2025-03').en)).toBe('March 2025');
  expect(vintageName('tanpa').id).toBe('tanpa registri');
  expect(vintageName('lama')).toEqual({ id: 'lama', en: 'lama' });
  expect(yearAndRegistry(2025, basis).id).toBe('tahun 2025 · DTSEN triwulan I 2025');
  expect(yearAndRegistry(2025, null).en).toBe('year 2025');
  expect([formatPeriod('2025', 'id'), plain(formatPeriod('2025-03', 'id'))]).toEqual(['2025', 'Maret 2025']);
  expect([desilSpan([1, 2, 3, 4]).id, desilSpan([1, 2, 5]).id, desilSpan([1]).id, desilSpan([]).id]).toEqual([
    'desil 1–4',
    'desil 1, 2, dan 5',
    'desil 1',
    'menurut kategori'
  ]);
  expect(agreementSentence(basis).id).toBe('Mengukur kecocokan dengan DTSEN triwulan I 2025, bukan kemiskinan.');
  expect(agreementSentence({ ...basis, registri: null }).id).toBe('');
});

const fresh: Freshness = {
  ...{
    kode: '64.02',
    vintase: '2025-T1',
    perTanggal: '2026-10-31',
    keluarga: 100,
    segar: 41,
    fresh12: 0.41,
    stale: 59
  },
  ...{ tanpaTanggal: 0, tanggalDepan: 0, median: 400, p90: 900 }
};
test.for([
  {
    name: 'a share and a median',
    row: fresh,
    id: '41 persen keluarga diverifikasi dalam 12 bulan sebelum 31 Oktober 2026; separuhnya lebih dari 13 bulan lalu.'
  },
  {
    name: 'none',
    row: { ...fresh, segar: 0, fresh12: 0, median: null },
    id: 'Tidak satu keluarga pun diverifikasi dalam 12 bulan sebelum 31 Oktober 2026.'
  },
  {
    name: 'all, lately',
    row: { ...fresh, segar: 100, fresh12: 1, median: 20 },
    id: 'Semua keluarga diverifikasi dalam 12 bulan sebelum 31 Oktober 2026; separuhnya paling lama 20 hari lalu.'
  },
  {
    name: 'no family',
    row: { ...fresh, keluarga: 0, segar: 0, fresh12: null },
    id: 'Registri tidak memuat keluarga di sini.'
  },
  {
    name: 'hidden',
    row: { ...fresh, segar: 'disembunyikan', fresh12: 'disembunyikan' },
    id: 'Kesegaran data disembunyikan untuk melindungi orang.'
  },
  { name: 'no registry', row: null, id: 'Registri tidak memuat tanggal pembaruan, atau belum ada registri.' }
] as const)('freshness: $name', ({ row, id }) => {
  const text = freshnessSentence(row);
  expect(plain(text.id)).toBe(id);
  readable(text);
});

const overlap = { kode: '64.02', families: [], several: 150, none: 700, pairs: [] };
test.for([
  {
    name: 'numbers',
    view: overlap,
    id: '150 keluarga menerima dua bantuan atau lebih; 700 keluarga tidak menerima bantuan apa pun.'
  },
  {
    name: 'a part is hidden, those with two are not',
    view: { ...overlap, several: 'disembunyikan' as const, families: [{ jumlah: 2, keluarga: 120 }] },
    id: '120 keluarga menerima dua bantuan; yang menerima lebih banyak sebagian disembunyikan; 700 keluarga tidak menerima bantuan apa pun.'
  },
  {
    name: 'all hidden',
    view: { ...overlap, several: 'disembunyikan' as const, none: 'disembunyikan' as const },
    id: 'Banyaknya keluarga dengan dua bantuan atau lebih disembunyikan.'
  }
])('overlap: $name', ({ view, id }) => expect(plain(overlapSentence(view).id)).toBe(id));

const payment: Payment = {
  ...{
    kode: 'S',
    nama: 'Santunan',
    bulan: 3,
    bulanDaftar: [1, 2, 3],
    paid: 120e6,
    realisasi: 135e6,
    difference: -15e6
  },
  ...{ reason: 'terbuka', lines: [], isWithoutExtra: false }
};
test('a list compared without its hidden extra rows says so', () => {
  expect(paymentReasonText({ ...payment, reason: 'sama', isWithoutExtra: true }).id).toBe(
    'cocok sampai Maret; tanpa baris ganda, yang disembunyikan'
  );
});

test('an open difference names its size and side; every reason is readable', () => {
  expect(plain(paymentReasonText(payment).id)).toBe('terbuka: realisasi Rp15,0 jt lebih besar dari daftar');
  const reasons: Payment['reason'][] = [
    ...(['sama', 'bulan-daftar', 'bulan-realisasi', 'penyelenggara', 'tanpa-belanja'] as const),
    ...(['tanpa-rupiah', 'tanpa-realisasi', 'disembunyikan', 'terbuka'] as const)
  ];
  for (const reason of reasons) readable(paymentReasonText({ ...payment, reason, difference: null }));
  expect(paymentsSentence([]).id).toBe('Belum ada daftar untuk dibandingkan.');
  expect(paymentsSentence([payment, { ...payment, reason: 'sama' }]).id).toBe(
    'Dari dua daftar, satu cocok dengan realisasi belanjanya; satu berbeda tanpa penjelasan.'
  );
});

test('names of measures, reasons, tasks and providers are readable, the formal name beside the plain one', () => {
  for (const measure of [...targetingMeasures, 'desil'] as const) {
    readable(measureName(measure));
    readable(measureName(measure).formal);
  }
  const lacks: NoValue[] = [
    'disembunyikan',
    'khusus',
    'kategori',
    'registri',
    'daftar',
    'layak',
    'penerima',
    'keluarga',
    'tidak-diberikan'
  ];
  for (const lack of lacks) readable(lackText(lack));
  const tasks: Task[] = ['perbarui', 'verifikasi', 'putuskan', 'cocokkan', 'periksa-tanggal'];
  for (const task of tasks) for (const count of [1, 12]) readable(taskText(task, count));
  expect(providerName('pusat').id).toBe('pemerintah pusat');
  expect(providerName('swasta')).toEqual({ id: 'swasta', en: 'swasta' });
});

test.for([
  {
    name: 'missed',
    change: {},
    id: /^Pada 2025, 560 keluarga layak belum terjangkau bantuan apa pun: 49 persen dari 1\.140 keluarga layak\./
  },
  {
    name: 'nobody missed',
    change: { ee: 0, missed: 0 },
    id: /semua keluarga layak menurut DTSEN triwulan I 2025 terjangkau\./
  },
  {
    name: 'hidden',
    change: { ee: 'disembunyikan', lack: 'disembunyikan' },
    id: /belum dapat dihitung: disembunyikan\./
  },
  { name: 'no registry', change: { ee: null, lack: 'registri' }, id: /belum dibandingkan dengan registri\./ }
] as const)('summary: $name', ({ change, id }) => {
  const summary: TargetingSummary = {
    ...{ bulat: true, tahun: 2025, basis, ee: 560 / 1140, missed: 560, eligible: 1140, lack: null, bantuan: null },
    exception: null,
    ...change
  };
  const { number, exception } = targetingSummarySentences(summary, 'id');
  expect(plain(number)).toMatch(id);
  expect(exception).toBeNull();
});

describe('on the small regency', () => {
  let database: NativeDatabase;
  let remove = () => {};
  beforeAll(async () => {
    const extract = await targetingFolder(regency());
    remove = extract.remove;
    database = await openNative(extract.folder);
  });
  afterAll(() => {
    database.close();
    remove();
  });

  /** Every text of an object, whatever its depth. */
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value === null || typeof value !== 'object'
        ? []
        : Object.values(value).flatMap(texts);
  const check = (id: unknown, en: unknown) => {
    const [said, inEnglish] = [texts(id), texts(en)];
    expect(said).toHaveLength(inEnglish.length);
    said.forEach((text, i) => {
      const both: Text = { id: text, en: inEnglish[i]! };
      if (both.id !== '' || both.en !== '') readable(both);
    });
  };

  test('every sentence of every aid and measure is there in both languages and readable', async () => {
    const pages = targetingPages(database, { bulat: true });
    const filters = [
      ...targetingMeasures.map((ukuran) => ({ ukuran })),
      ...['PKH', 'SANTUNAN', 'PERMAKANAN', 'LANSIA'].map((bantuan) => ({ bantuan })),
      ...[
        { tahun: 2026 },
        { kecamatan: '64.02.03' },
        { desil: 7 },
        { bantuan: 'SANTUNAN', periode: '2025-02' },
        { tahun: 2019 }
      ]
    ];
    for (const filter of filters) {
      const page = (await pages({ ...noTargetingFilter, ...filter }))!;
      check(targetingSentences(page, 'id'), targetingSentences(page, 'en'));
      for (const language of ['id', 'en'] as const) {
        const { headline, lead, why } = targetingSentences(page, language);
        expect(headline.endsWith('.')).toBe(true);
        if (page.aid.basis?.registri === 'DTSEN')
          expect(lead).toMatch(language === 'id' ? /bukan kemiskinan\.$/ : /not poverty\.$/);
        for (const entry of Object.values(why)) expect(entry.formula.length).toBeGreaterThan(20);
      }
    }
  });

  test('every region has words in both languages, and says how to object', async () => {
    const pages = regionPages(database, { bulat: true });
    for (const { kode } of await regionIndex(database)) {
      const page = (await pages(kode))!;
      check(regionSentences(page, 'id'), regionSentences(page, 'en'));
      expect(regionSentences(page, 'id').steps.join(' ')).toMatch(/musyawarah.*SIKS-NG.*Cek Bansos/);
    }
  });

  test('the summary names the number and the desa that stands out', async () => {
    const { number, exception } = targetingSummarySentences((await targetingSummary(database, { bulat: true }))!, 'id');
    expect(plain(number)).toContain('560 keluarga layak belum terjangkau');
    expect(exception).toContain('Di Fajar (Kecamatan Hulu), 75 persen');
  });
});
