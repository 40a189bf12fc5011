import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetComponents } from '$lib/contract/component';
import { changeBetween } from '$lib/model/funding/change';
import type { RevenueGroup } from '$lib/model/funding/revenue';
import { stabilityOf } from '$lib/model/funding/stability';
import {
  changeSentence,
  concentrationSentence,
  dependencySentence,
  exposureSentence,
  growthSentence,
  peerSentence,
  unitPhrase
} from '$lib/text/funding';
import {
  arrivalSentence,
  budgetErrorSentence,
  monthsFundedSentence,
  owedSentence,
  partialYear,
  stabilityRule,
  stabilitySentence
} from '$lib/text/fundingMoney';
import { budgetStageName, componentName, componentPhrase, sourceName } from '$lib/text/fundingNames';
import {
  agreementNames,
  aheadSentence,
  populationNote,
  priceNote,
  publishedSentence,
  seriesNote
} from '$lib/text/fundingNotes';
import type { Text } from '$lib/text/language';
import { plain, readable } from './readable';

const M = 1e9;
const nominal = { harga: 'nominal', per: 'total' } as const;
const list = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([komponen, rupiah]) => ({
    komponen,
    kelompok: (komponen.startsWith('pajak') ? 'PAD' : 'TKD') as RevenueGroup,
    rupiah
  }));
const said = ({ id, en }: Text) => ({ id: plain(id), en: plain(en) });

test.for([
  {
    name: 'a fall of DBH, a rise of DAU',
    text: changeSentence({
      from: 2024,
      to: 2025,
      what: 'jumlah',
      ukuran: 'realisasi',
      unit: nominal,
      change: changeBetween(
        list({ dbh_sda: 5500 * M, dau_block: 500 * M }),
        list({ dbh_sda: 4000 * M, dau_block: 600 * M })
      )
    }),
    id: 'Dari 2024 ke 2025, pendapatan turun Rp1,4 T (23,3 %): DBH sumber daya alam turun Rp1,5 T, DAU bebas naik Rp100 M.',
    en: 'From 2024 to 2025, revenue fell by Rp1.4 tn (23.3%): DBH from natural resources fell Rp1.5 tn, free DAU rose Rp100 bn.'
  },
  {
    name: 'no change at all',
    text: changeSentence({
      from: 2024,
      to: 2025,
      what: 'TKD',
      ukuran: 'anggaran',
      unit: nominal,
      change: changeBetween(list({ dau_block: 5 * M }), list({ dau_block: 5 * M }))
    }),
    id: 'Dari 2024 ke 2025, anggaran TKD hampir tidak berubah.',
    en: 'From 2024 to 2025, budgeted TKD hardly changed.'
  },
  {
    name: 'per head without population',
    text: changeSentence({
      from: 2024,
      to: 2025,
      what: 'jumlah',
      ukuran: 'realisasi',
      unit: { harga: 'nominal', per: 'kapita' },
      change: null,
      lacking: 'penduduk'
    }),
    id: 'Perubahan pendapatan dalam satuan ini belum dapat dihitung: jumlah penduduk untuk kedua tahun tidak lengkap.',
    en: 'The change of revenue cannot be worked out in this unit: the population is not known for both years.'
  },
  {
    name: 'shares of a year',
    text: dependencySentence({
      wilayah: 'Kutai Kartanegara',
      tahun: 2025,
      ukuran: 'realisasi',
      tkdShare: 0.798,
      padShare: 0.091
    }),
    id: 'Pada 2025, 79,8 % pendapatan Kutai Kartanegara berasal dari TKD dan 9,1 % dari PAD.',
    en: 'In 2025, 79.8% of the revenue of Kutai Kartanegara came from TKD and 9.1% from PAD.'
  },
  {
    name: 'the sentence of the seed, true',
    text: stabilitySentence({
      ukuran: 'anggaran',
      ...stabilityOf([
        { tahun: 2023, agency: 100, tkd: 50 },
        { tahun: 2026, agency: 97, tkd: 24 }
      ])
    }),
    id: 'Benar, tetap stabil: dari 2023 ke 2026 TKD turun 52,0 % dan pagu dinas turun 3,0 %.',
    en: "True, it stayed stable: from 2023 to 2026 TKD fell 52.0% and the agency's budget fell 3.0%."
  },
  {
    name: 'the sentence of the seed, false',
    text: stabilitySentence({
      ukuran: 'realisasi',
      ...stabilityOf([
        { tahun: 2023, agency: 100, tkd: 50 },
        { tahun: 2026, agency: 80, tkd: 24 }
      ])
    }),
    id: 'Tidak, anggaran dinas ikut turun: dari 2023 ke 2026 TKD turun 52,0 % dan realisasi dinas turun 20,0 %.',
    en: "No, the agency's budget fell too: from 2023 to 2026 TKD fell 52.0% and the agency's spending fell 20.0%."
  },
  {
    name: 'the sentence of the seed, not answerable',
    text: stabilitySentence({ ukuran: 'anggaran', ...stabilityOf([{ tahun: 2026, agency: 80, tkd: 24 }]) }),
    id: 'Belum dapat dijawab: perlu dua tahun yang memuat anggaran dinas dan TKD.',
    en: "It cannot be answered: it takes two years with both the agency's budget and TKD."
  },
  {
    name: 'aid for nine of twelve months',
    text: monthsFundedSentence({
      nama: 'Santunan',
      funded: { months: 9, ofMonths: 12, unfunded: 3, shortfall: 4.8 * M }
    }),
    id: 'Santunan terdanai 9 dari 12 bulan; 3 bulan belum ada dananya, Rp4,8 M.',
    en: 'Santunan is funded for 9 of 12 months; 3 have no money yet, Rp4.8 bn.'
  },
  {
    name: 'aid after a fall',
    text: monthsFundedSentence({
      nama: 'Santunan',
      fall: 0.5,
      funded: { months: 7.2, ofMonths: 12, unfunded: 4.8, shortfall: 7.68 * M }
    }),
    id: 'Bila sumbernya turun 50,0 %, Santunan terdanai 7,2 dari 12 bulan; 4,8 bulan belum ada dananya, Rp7,7 M.',
    en: 'If its source falls by 50.0%, Santunan is funded for 7.2 of 12 months; 4.8 have no money yet, Rp7.7 bn.'
  },
  {
    name: 'transfers against past years',
    text: arrivalSentence({
      tahun: 2026,
      bulan: 10,
      realisasi: 3442 * M,
      rate: 0.78,
      past: [
        { tahun: 2024, rate: 0.646 },
        { tahun: 2025, rate: 0.662 }
      ]
    }),
    id: 'Sampai Oktober 2026 TKD yang diterima Rp3,4 T, 78,0 % dari pagu setahun; tahun-tahun lalu pada bulan yang sama 65–66 %.',
    en: "Up to October 2026, Rp3.4 tn of TKD was received, 78.0% of the year's budget; past years at the same month 65–66%."
  },
  {
    name: 'budgeted TKD ahead',
    text: aheadSentence({
      from: 2025,
      to: 2026,
      change: -4578 * M,
      rate: -0.506,
      parts: [
        { komponen: 'dbh_sda', change: -4304 * M },
        { komponen: 'dau_block', change: 563 * M },
        { komponen: 'dana_desa', change: -22 * M }
      ]
    }),
    id: 'Anggaran TKD 2026 turun Rp4,6 T (50,6 %) dari 2025: DBH sumber daya alam turun Rp4,3 T, DAU bebas naik Rp563 M.',
    en: 'Budgeted TKD of 2026 is down Rp4.6 tn (50.6%) from 2025: DBH from natural resources down Rp4.3 tn, free DAU up Rp563 bn.'
  },
  {
    name: 'no peers',
    text: peerSentence({
      kelas: 'Kabupaten di Kalimantan Timur',
      tahun: 2025,
      own: 0.8,
      percentile: null,
      n: 3,
      median: null
    }),
    id: 'Perbandingan dengan daerah sekelas (Kabupaten di Kalimantan Timur) belum dapat dibuat: perlu lima daerah lain dengan sumber dan tahun yang sama, ada 3.',
    en: 'A comparison within its class (Kabupaten di Kalimantan Timur) cannot be made: it takes five other regions with the same source and year, there are 3.'
  }
])('$name', ({ text, id, en }) => expect(said(text)).toEqual({ id, en }));

test('names: every component, family, source and stage has one in both languages', () => {
  const keys = [
    ...budgetComponents.map(({ komponen }) => komponen),
    'dbh',
    'dau',
    'dak',
    'PAD',
    'TKD',
    'TRANSFER_DAERAH',
    'LAIN',
    'jumlah'
  ];
  for (const key of keys)
    for (const name of [componentName(key), componentPhrase(key)]) {
      readable(name);
      expect(name.id).not.toMatch(/_/);
    }
  expect(componentPhrase('pajak_daerah').id).toBe('pajak daerah');
  expect(componentPhrase('bagi_hasil_provinsi').en).toBe('provincial revenue sharing');
  for (const text of [
    sourceName('DJPK APBD'),
    sourceName('lain'),
    budgetStageName(null),
    budgetStageName('murni'),
    budgetStageName('kata lain'),
    stabilityRule,
    ...Object.values(agreementNames)
  ])
    readable(text);
});

const amount = fc.option(fc.double({ min: -1e12, max: 1e13, noNaN: true }));
const ratio = fc.option(fc.double({ min: -2, max: 3, noNaN: true }));
const year = fc.integer({ min: 2015, max: 2040 });
const komponen = fc.constantFrom('dbh', 'dau_block', 'pajak_daerah', 'TKD', 'jumlah', 'lain_pendapatan');
const unit = fc.record({
  harga: fc.constantFrom('nominal' as const, 'riil' as const),
  per: fc.constantFrom('total' as const, 'kapita' as const)
});
const ukuran = fc.constantFrom('anggaran' as const, 'realisasi' as const);

test('every sentence is readable whatever is known', () => {
  const amounts = fc.dictionary(
    fc.constantFrom('dbh_sda', 'dau_block', 'pajak_daerah'),
    fc.double({ min: -1e10, max: 1e13, noNaN: true })
  );
  const facts = fc.record({
    a: amount,
    b: amount,
    r: ratio,
    s: ratio,
    year,
    komponen,
    unit,
    ukuran,
    before: amounts,
    after: amounts
  });
  fc.assert(
    fc.property(facts, ({ a, b, r, s, year: tahun, komponen: key, unit: shown, ukuran: column, before, after }) => {
      const change = changeBetween(list(before), list(after));
      const texts: Text[] = [
        changeSentence({
          from: tahun - 1,
          to: tahun,
          what: 'TKD',
          ukuran: column,
          unit: shown,
          change,
          lacking: a === null ? 'indeks' : null
        }),
        dependencySentence({ wilayah: 'Kutai Kartanegara', tahun, ukuran: column, tkdShare: r, padShare: s }),
        growthSentence({ from: tahun - 2, to: tahun, TKD: r, PAD: s }),
        exposureSentence({ komponen: key, onePercent: a, agency: b === null ? null : { rupiah: b, programMonths: r } }),
        stabilitySentence({
          ukuran: column,
          ...stabilityOf([
            { tahun: tahun - 1, agency: a, tkd: b },
            { tahun, agency: b, tkd: a }
          ])
        }),
        owedSentence(a === null || b === null ? null : { tahun, anggaran: a, realisasi: b, owed: a - b }),
        arrivalSentence(
          a === null
            ? null
            : { tahun, bulan: 7, realisasi: a, rate: r, past: s === null ? [] : [{ tahun: tahun - 1, rate: s }] }
        ),
        budgetErrorSentence({ komponen: key, n: 1, mean: r, rmse: s === null ? null : Math.abs(s) }),
        aheadSentence(
          a === null
            ? null
            : { from: tahun - 1, to: tahun, change: a, rate: r, parts: [{ komponen: key, change: b ?? 0 }] }
        ),
        unitPhrase(shown, r === null ? null : tahun)
      ];
      texts.forEach(readable);
    }),
    { numRuns: 300 }
  );
});

test('notes are readable with and without what they note', () => {
  const index = { points: [], basis: 2022 as const, kodeWilayah: '00' };
  const texts = [
    seriesNote({
      sumber: 'DJPK TKDD',
      ukuran: 'realisasi',
      tahap: null,
      gaps: [2022],
      partial: [{ tahun: 2026, sampaiBulan: 10 }],
      isWhole: false
    }),
    seriesNote({ sumber: 'LRA daerah', ukuran: 'anggaran', tahap: 'murni', gaps: [], partial: [], isWhole: true }),
    priceNote(null),
    priceNote({ ...index, tahunDasar: 2025, link: null, unlinked: [2018, 2019] }),
    priceNote({
      ...index,
      kodeWilayah: '64.72',
      tahunDasar: 2025,
      link: { tahun: 2023, factor: 1.1085 },
      unlinked: []
    }),
    populationNote(null),
    populationNote({ penerbit: 'Kemendagri', points: [{ tahun: 2025, jiwa: 806964 }], others: [] }),
    populationNote({
      penerbit: 'Kemendagri',
      points: [{ tahun: 2025, jiwa: 806964 }],
      others: [{ tahun: 2025, jiwa: 845621, sumber: 'BPS, proyeksi' }]
    }),
    concentrationSentence(null),
    concentrationSentence({ hhi: 0.27, normalised: 0.22, n: 16 }),
    publishedSentence([]),
    publishedSentence([{ agreement: 'single' }]),
    publishedSentence([{ agreement: 'conflicting' }, { agreement: 'agree' }]),
    monthsFundedSentence({ nama: 'Jasa', funded: null }),
    monthsFundedSentence({ nama: 'Jasa', funded: { months: 12, ofMonths: 12, unfunded: 0, shortfall: 0 } }),
    owedSentence({ tahun: 2025, anggaran: 0, realisasi: 0, owed: 0 }),
    partialYear(2026, 10)
  ];
  texts.forEach(readable);
});
