import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { people, peopleFiles, peopleSettings, peopleTruth } from '../../data/contoh/orang';
import { aids } from '../../data/contoh/orangBantuan';
import { keeps, typedAsNumbers } from '../../data/contoh/orangDaftar';
import { nikOf } from '../../data/contoh/orangKeluarga';
import type { TargetTruth } from '../../data/contoh/orangTruth';
import { sampleDesa, type SampleDesa } from '../../data/contoh/orangWilayah';
import { sampleTruth } from '../../data/contoh/truth';
import { sample } from '../../data/contoh/files';

const agency = sample();
const invented = people(agency.lines);
const truth = peopleTruth(invented);
const files = new Map([...peopleFiles(invented)].map(({ name, bytes }) => [name, bytes]));
const desa = new Map(sampleDesa().map((one) => [one.kode, one]));

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function textOf(name: string): string {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`the sample has no file ${name}`);
  return new TextDecoder().decode(bytes);
}

/** The rows of a csv file under its header, which stands in line `header` (from 0). */
function rowsOf(name: string, { delimiter = ',', header = 0 } = {}): Record<string, string>[] {
  const text = textOf(name).split('\r\n').slice(header).join('\r\n');
  return parse(text, { columns: true, delimiter }) as Record<string, string>[];
}

/** Rows of desa for one aid and period. */
function inDesa(kodeBantuan: string, periode: string): (TargetTruth & { of: SampleDesa })[] {
  return truth.sasaran
    .filter((row) => row.kodeBantuan === kodeBantuan && row.periode === periode && desa.has(row.kodeWilayah))
    .map((row) => ({ ...row, of: desa.get(row.kodeWilayah)! }));
}

/** Eligible recipients, others with a desil, eligible families without aid. */
function classes(row: TargetTruth): { tp: number; fp: number; fn: number } {
  return {
    tp: sum(row.menurutDesil.slice(1, 5)),
    fp: sum(row.menurutDesil.slice(5)),
    fn: sum(row.bukanPenerima!.slice(1, 5))
  };
}

describe('nobody in the sample can be a real person', () => {
  test('all 16-digit numbers begin with 1099: no province has the code 10', () => {
    for (const [name, bytes] of files) {
      if (name.endsWith('.xlsx')) continue;
      const keys = new TextDecoder().decode(bytes).match(/\d{16}/g) ?? [];
      expect(
        keys.find((key) => !key.startsWith('1099')),
        name
      ).toBeUndefined();
    }
  });

  test('no key is given twice, and no NIK is a KK', () => {
    const keys = invented.families.flatMap((family) => [
      family.kk,
      ...Array.from({ length: family.members }, (_, member) => nikOf(family, member))
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^1099\d{12}$/.test(key))).toBe(true);
  });

  test('every name is one of a short list, with Contoh as family name', () => {
    const names = new Set(invented.lists.flatMap(({ receipts }) => receipts.map(({ name }) => name)));
    expect(names.size).toBeLessThan(40);
    expect([...names].filter((name) => !/^[A-Z][a-z]+ Contoh$/.test(name))).toEqual([]);
  });
});

describe('the registry', () => {
  test('has every desa and kelurahan of the regency, and about 90,000 families in each vintage', () => {
    expect(desa.size).toBe(237);
    for (const row of truth.registri.filter(({ kodeWilayah }) => kodeWilayah === '64.02')) {
      expect(sum(row.keluarga)).toBeGreaterThan(85_000);
      expect(sum(row.keluarga)).toBeLessThan(105_000);
      expect(sum(row.jiwa) / sum(row.keluarga)).toBeCloseTo(3, 1);
    }
  });

  test('desil are not a tenth each: 31 in 100 families are in desil 1 to 4, from one sixth to one half by desa', () => {
    const share = ({ keluarga }: { keluarga: number[] }) => sum(keluarga.slice(1, 5)) / sum(keluarga);
    for (const row of truth.registri.filter(({ kodeWilayah }) => kodeWilayah === '64.02')) {
      expect(share(row)).toBeCloseTo(0.31, 1);
      expect(row.keluarga[0]! / sum(row.keluarga)).toBeGreaterThan(0.01);
    }
    const shares = truth.registri
      .filter(({ vintase, kodeWilayah }) => vintase === '2026-T1' && desa.get(kodeWilayah)?.story === 'biasa')
      .map(share)
      .toSorted((a, b) => a - b);
    expect(shares[Math.floor(shares.length * 0.1)]).toBeLessThan(0.24);
    expect(shares[Math.floor(shares.length * 0.9)]).toBeGreaterThan(0.4);
  });

  test('some desa were never verified since 2022, some are fresh, a few dates are still to come', () => {
    const last = truth.registri.filter(({ vintase, kodeWilayah }) => vintase === '2026-T1' && desa.has(kodeWilayah));
    const fresh = (upkeep: string) => {
      const own = last.filter(({ kodeWilayah }) => desa.get(kodeWilayah)!.upkeep === upkeep);
      return sum(own.map(({ segar }) => segar)) / sum(own.map(({ keluarga }) => sum(keluarga)));
    };
    expect(fresh('tidak_pernah')).toBe(0);
    expect(fresh('lama')).toBeLessThan(0.05);
    expect(fresh('segar')).toBeGreaterThan(0.5);
    expect(sum(last.map(({ tanggalDepan }) => tanggalDepan))).toBeGreaterThan(50);
    expect(sum(last.map(({ tanpaTanggal }) => tanpaTanggal))).toBeGreaterThan(1000);
  });

  test('the files hold it: families of 2025 with the header of one agency, 2026 in two files of others', () => {
    const first = rowsOf('DTSEN Triwulan I 2025.csv');
    const whole = truth.registri.find(({ vintase, kodeWilayah }) => vintase === '2025-T1' && kodeWilayah === '64.02')!;
    const keys = new Set(first.map((row) => row.nomor_kartu_keluarga));
    expect(keys.size).toBe(sum(whole.keluarga));
    expect(first.length - keys.size).toBeGreaterThan(5);
    const members = new Map(first.map((row) => [row.nomor_kartu_keluarga, Number(row.jumlah_anggota)]));
    expect(sum([...members.values()])).toBe(sum(whole.jiwa));
    const second = truth.registri.find(({ vintase, kodeWilayah }) => vintase === '2026-T1' && kodeWilayah === '64.02')!;
    const families = rowsOf('DTSEN Triwulan I 2026.csv', { delimiter: '\t', header: 3 }).length - 1;
    const persons = rowsOf('data_tabang_muara_wis.csv', { delimiter: ';' });
    expect(families + new Set(persons.map((row) => row.no_kk)).size).toBe(sum(second.keluarga));
  });
});

describe('the lists', () => {
  test.for(
    truth.sasaran
      .filter(({ kodeWilayah }) => kodeWilayah === '64.02')
      .map((row) => [`${row.kodeBantuan} ${row.periode}`, row] as const)
  )('every row of %s is a recipient or a repeated one, every rupiah is in one class', ([, row]) => {
    const own = truth.daftar.filter(
      ({ kodeBantuan, periode }) =>
        (row.kodeBantuan === 'SEMUA' || kodeBantuan === row.kodeBantuan) && periode.startsWith(row.periode)
    );
    const classified = sum(row.menurutDesil) + row.tidakTercatat;
    expect(classified).toBe(row.penerima);
    const money = sum(row.rupiahMenurutDesil) + row.rupiahTidakTercatat + row.rupiahGanda;
    expect(money).toBe(sum(own.map(({ rupiah }) => rupiah)));
    if (own.length === 1) expect(row.penerima + row.barisGanda).toBe(own[0]!.baris);
  });

  test('counts of kecamatan add up to no more than the regency: some recipients live nobody knows where', () => {
    const rows = truth.sasaran.filter(({ kodeBantuan, periode }) => kodeBantuan === 'SEMUA' && periode === '2026');
    const whole = rows.find(({ kodeWilayah }) => kodeWilayah === '64.02')!.penerima;
    const kecamatan = sum(rows.filter(({ kodeWilayah }) => kodeWilayah.length === 8).map(({ penerima }) => penerima));
    const ofDesa = sum(rows.filter(({ kodeWilayah }) => desa.has(kodeWilayah)).map(({ penerima }) => penerima));
    expect(ofDesa).toBeLessThan(kecamatan);
    expect(kecamatan).toBeLessThan(whole);
  });

  test('a plain reading of one file and one registry gives the same classes', () => {
    const desil = new Map(
      rowsOf('DTSEN Triwulan I 2025.csv').map((row) => [row.nomor_kartu_keluarga, row.desil_nasional])
    );
    const head = new Map(
      rowsOf('DTSEN Triwulan I 2025.csv').map((row) => [row.nik_kepala_keluarga, row.nomor_kartu_keluarga])
    );
    const digits = (cell = '') => {
      const key = cell.replace(/\.0$/, '').replace(/[^\dE]/g, '');
      return key.length === 16 ? key : null;
    };
    const units = new Map<string, string>();
    rowsOf('BNBA PKH Triwulan I 2025.csv', { delimiter: ';', header: 4 }).forEach((row, i) => {
      const [kk, nik] = [digits(row['NO KK']), digits(row['NIK PENGURUS'])];
      const family = kk !== null && desil.has(kk) ? kk : head.get(nik ?? '');
      const found = family === undefined ? 'tidak tercatat' : desil.get(family)!;
      units.set(family ?? kk ?? nik ?? `row ${i}`, found);
    });
    const row = truth.sasaran.find(
      (one) => one.kodeBantuan === 'PKH' && one.periode === '2025-03' && one.kodeWilayah === '64.02'
    )!;
    const count = (text: string) => [...units.values()].filter((value) => value === text).length;
    expect(units.size).toBe(row.penerima);
    expect(row.menurutDesil.slice(1)).toEqual(Array.from({ length: 10 }, (_, i) => count(String(i + 1))));
    expect(count('DESIL_BELUM_DITENTUKAN')).toBe(row.menurutDesil[0]);
    expect(count('tidak tercatat')).toBe(row.tidakTercatat);
  });

  test('keys are damaged in every way a spreadsheet has, and never so that digits could be guessed', () => {
    const forms = new Set(
      invented.lists.flatMap(({ receipts }) => receipts.flatMap(({ nikForm, kkForm }) => [nikForm, kkForm]))
    );
    expect([...forms].toSorted()).toEqual([
      'akhiran_nol',
      'angka',
      'apostrof',
      'baik',
      'ilmiah',
      'kosong',
      'lima_belas',
      'spasi',
      'strip'
    ]);
    const book = read(files.get('Alat bantu 2025.xlsx'), { type: 'array' });
    const name = sampleDesa().find(({ kecamatan }) => kecamatan.kode === typedAsNumbers)!.kecamatan.nama;
    const numbers = utils
      .sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 })
      .slice(3)
      .map((row) => row[2]);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.every((cell) => typeof cell === 'number' && cell % 10 === 0)).toBe(true);
  });

  test('a column of keys looks sound as a whole: one in ten ends in 0', () => {
    for (const list of invented.lists.filter(({ receipts }) => receipts.length > 1000)) {
      const niks = list.receipts.filter(({ nikForm }) => keeps(nikForm)).map(({ nik }) => nik);
      expect(niks.filter((nik) => nik.endsWith('0')).length / niks.length).toBeCloseTo(0.1, 1);
    }
  });

  test('two people of one family are two recipients of permakanan', () => {
    const list = invented.lists.find(({ aid }) => aid.kode === 'PERMAKANAN')!;
    const families = new Set(list.receipts.map(({ family }) => family.number));
    expect(list.receipts.length - list.extra - families.size).toBeGreaterThan(5);
  });
});

describe('what the desa show', () => {
  test.for(['2025', '2026'])('a desa without recipients, one without families in need, two tiny ones: %s', (tahun) => {
    const rows = inDesa('SEMUA', tahun);
    const [nobody] = rows.filter(({ of }) => of.story === 'tanpa_penerima');
    expect(nobody!.penerima).toBe(0);
    expect(classes(nobody!).fn).toBeGreaterThan(20);
    const [rich] = rows.filter(({ of }) => of.story === 'tanpa_layak');
    expect(classes(rich!)).toMatchObject({ tp: 0, fn: 0 });
    expect(classes(rich!).fp).toBeGreaterThan(9);
    const tiny = truth.registri.filter(({ kodeWilayah }) => desa.get(kodeWilayah)?.story === 'kecil');
    expect(tiny.every(({ keluarga }) => sum(keluarga) > 0 && sum(keluarga) < 10)).toBe(true);
    expect(tiny).toHaveLength(4);
  });

  test.for(['2025', '2026'])(
    'aid that went elsewhere, aid that went to many more, aid to nearly nobody else: %s',
    (tahun) => {
      const rows = inDesa('SEMUA', tahun).map((row) => ({ ...row, ...classes(row) }));
      const total = { tp: sum(rows.map(({ tp }) => tp)), fp: sum(rows.map(({ fp }) => fp)) };
      const usual = total.fp / (total.tp + total.fp);
      for (const { of, tp, fp, fn } of rows) {
        const inclusion = fp / (tp + fp);
        if (of.story === 'terlewat') expect(tp / (tp + fn), of.nama).toBeLessThan(0.2);
        if (of.story === 'terlewat' || of.story === 'melebar') expect(inclusion, of.nama).toBeGreaterThan(1.8 * usual);
        if (of.story === 'melebar') expect(tp / (tp + fn), of.nama).toBeGreaterThan(0.4);
        if (of.story === 'tepat') expect(inclusion, of.nama).toBeLessThan(0.5 * usual);
      }
    }
  );

  test('most desa differ by chance only: nine in ten lie within three standard errors of the regency', () => {
    const rows = inDesa('SEMUA', '2025')
      .map(classes)
      .filter(({ tp, fp }) => tp + fp >= 10);
    const usual = sum(rows.map(({ fp }) => fp)) / sum(rows.map(({ tp, fp }) => tp + fp));
    const inside = rows.filter(({ tp, fp }) => {
      const n = tp + fp;
      return Math.abs(fp / n - usual) < 3.1 * Math.sqrt((usual * (1 - usual)) / n);
    });
    expect(inside.length / rows.length).toBeGreaterThan(0.9);
    expect(inside.length).toBeLessThan(rows.length - 5);
  });

  test('where the registry is old, more recipients are unknown to it and more are outside the eligible desil', () => {
    const rows = inDesa('SEMUA', '2025').filter(({ of }) => of.story === 'biasa');
    const of = (upkeep: string[]) => {
      const own = rows.filter((row) => upkeep.includes(row.of.upkeep));
      const { tp, fp } = { tp: sum(own.map((row) => classes(row).tp)), fp: sum(own.map((row) => classes(row).fp)) };
      return {
        unknown: sum(own.map(({ tidakTercatat }) => tidakTercatat)) / sum(own.map(({ penerima }) => penerima)),
        outside: fp / (tp + fp)
      };
    };
    const [stale, kept] = [of(['lama', 'tidak_pernah']), of(['segar', 'sedang'])];
    expect(stale.unknown).toBeGreaterThan(1.4 * kept.unknown);
    expect(stale.outside).toBeGreaterThan(1.3 * kept.outside);
  });
});

describe('lists against payments', () => {
  const lines = rowsOf('bantuan_belanja.csv');
  const { realisasi } = sampleTruth(agency);
  const paidBy = (kode: string, tahun: string) =>
    sum(
      lines
        .filter((line) => line.kode_bantuan === kode && line.tahun === tahun)
        .flatMap((line) =>
          realisasi.filter(
            (row) =>
              row.tahun === Number(tahun) &&
              row.kodeSkpd === line.kode_skpd &&
              row.kodeSubkegiatan === line.kode_sub_kegiatan &&
              row.kodeAkun === line.kode_rekening
          )
        )
        .map((row) => row.realisasi)
    );
  const listed = (kode: string, tahun: string) =>
    sum(
      truth.daftar
        .filter((list) => list.kodeBantuan === kode && list.periode.startsWith(tahun))
        .map(({ rupiah }) => rupiah)
    );

  test.for([
    { aid: 'SANTUNAN', tahun: '2025', within: 0 },
    { aid: 'SANTUNAN', tahun: '2026', within: 0 },
    { aid: 'PERMAKANAN', tahun: '2025', within: 0.01 },
    { aid: 'PERMAKANAN', tahun: '2026', within: 0.01 },
    { aid: 'KUBE', tahun: '2025', within: 0.01 },
    { aid: 'KUBE', tahun: '2026', within: 0.03 },
    { aid: 'ALAT-BANTU', tahun: '2025', within: 0.01 }
  ])('$aid $tahun: the list and the realisasi of its lines agree', ({ aid, tahun, within }) => {
    const paid = paidBy(aid, tahun);
    expect(paid).toBeGreaterThan(0);
    expect(Math.abs(listed(aid, tahun) - paid) / paid).toBeLessThanOrEqual(within);
  });

  test('ALAT-BANTU 2026: handed over and hardly paid, a difference that stays open', () => {
    expect(listed('ALAT-BANTU', '2026')).toBeGreaterThan(5 * paidBy('ALAT-BANTU', '2026'));
  });

  test('aid of the ministry is paid by no line of the agency', () => {
    expect(lines.some((line) => line.kode_bantuan === 'PKH' || line.kode_bantuan === 'SEMBAKO')).toBe(false);
  });
});

describe('the tables beside the lists', () => {
  test('every aid in both years, under the names of the contract', () => {
    const rows = rowsOf('bantuan.csv');
    expect(rows).toHaveLength(2 * aids.length);
    expect(rows.find((row) => row.kode_bantuan === 'PERMAKANAN')).toMatchObject({
      unit: 'orang',
      populasi: 'khusus',
      desil_layak: '',
      tidak_boleh_bersama: 'PKH,SEMBAKO'
    });
  });

  test('six invented districts, every kecamatan in one', () => {
    const rows = rowsOf('wilayah_dapil.csv');
    expect(rows).toHaveLength(20);
    expect([...new Set(rows.map((row) => row.dapil))]).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Dapil contoh ${n}`));
  });

  test('settings are of files that exist', () => {
    for (const name of Object.keys(peopleSettings())) expect(files.has(name), name).toBe(true);
  });

  test('all of it stays below 30 MB', () => {
    expect(sum([...files.values()].map((bytes) => bytes.length))).toBeLessThan(30_000_000);
  });
});
