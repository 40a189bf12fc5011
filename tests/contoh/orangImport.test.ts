import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, peopleFiles, peopleSettings, peopleTruth, type People } from '../../data/contoh/orang';
import { aids, listYears } from '../../data/contoh/orangBantuan';
import type { CategoryTruth } from '../../data/contoh/orangKategori';
import type { PeopleTruth, TargetTruth } from '../../data/contoh/orangTruth';
import { sample } from '../../data/contoh/files';
import { openPeopleEngine } from '../../src/cli/peopleEngine';
import { loadReference } from '../../src/cli/reference';
import type { Row } from '$lib/extract/assemble';
import { desaResolver } from '$lib/extract/desa';
import { linkPeople, type LinkedPeople } from '$lib/extract/people/linkPeople';
import type { FileSettings } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import { recognisePeople } from '$lib/source/people/recognisePeople';
import type { PeopleSheet } from '$lib/source/people/sheet';

const asOf = '2026-10-31';
const home = '64.02';

/** Aid as the table `bantuan` holds it, from the generator. */
const bantuan: Row[] = listYears.flatMap((tahun) =>
  aids.map((aid) => ({
    tahun,
    kode_bantuan: aid.kode,
    nama: aid.nama,
    unit: aid.unit,
    penyelenggara: aid.penyelenggara,
    populasi: aid.populasi,
    kategori: [...aid.kategori],
    desil_layak: [...aid.desilLayak],
    kuota: aid.kuota[tahun],
    satuan: aid.satuan,
    nilai_satuan: aid.nilaiSatuan === null ? null : BigInt(aid.nilaiSatuan) * 100n,
    bulan: aid.bulan[tahun],
    tidak_boleh_bersama: [...aid.tidakBolehBersama],
    id_berkas: 'bantuan'
  }))
);

let invented: People;
let truth: PeopleTruth;
let sheets: PeopleSheet[];
let refused: string[];
let problems: Problem[];
let linked: LinkedPeople;

beforeAll(async () => {
  invented = people(sample().lines);
  truth = peopleTruth(invented);
  const settings: Record<string, FileSettings> = peopleSettings();
  const read = [...peopleFiles(invented)].map(({ name, bytes }) => ({
    name,
    found: recognisePeople(bytes, name, settings[name] ?? {}, {
      programs: aids.map(({ kode, nama }) => ({ kode, nama }))
    })
  }));
  refused = read.filter(({ found }) => found === null).map(({ name }) => name);
  sheets = read.flatMap(({ found }) => found?.sheets ?? []);
  problems = read.flatMap(({ found }) => found?.problems ?? []);
  const { wilayah, moved, regions, regencies } = await loadReference(home);
  const resolve = desaResolver({ wilayah, moved, regions, regencies }, home);
  const engine = await openPeopleEngine({ threads: 2 });
  try {
    linked = await linkPeople(engine, sheets, {
      ...{ aids: bantuan, wilayah, homeRegion: home, regions: () => resolve, perTanggal: asOf }
    });
  } finally {
    engine.close();
  }
}, 900_000);
afterAll(() => void (sheets = []));

function keyOf(row: { periode: unknown; kode_bantuan: unknown; kode_wilayah: unknown }): string {
  return `${String(row.periode)} ${String(row.kode_bantuan)} ${String(row.kode_wilayah)}`;
}

/** The figures of a row of `sasaran` that the truth gives; rupiah in sen as text. */
function expected(row: TargetTruth): Record<string, unknown> {
  const aid = aids.find(({ kode }) => kode === row.kodeBantuan);
  const eligible = aid?.desilLayak ?? [1, 2, 3, 4];
  const rule = aid?.populasi !== 'khusus';
  const of = (byDesil: readonly number[], inside: boolean): number =>
    byDesil.reduce((sum, n, desil) => sum + (desil > 0 && eligible.includes(desil) === inside ? n : 0), 0);
  const sen = (rupiah: number): string => `${rupiah * 100}`;
  const { kategori } = row;
  if (kategori !== null) return { ...shared(row), ...expectedCategory(kategori, row) };
  return {
    ...shared(row),
    layak: rule ? of(row.menurutDesil, true) : null,
    tidak_layak: rule ? of(row.menurutDesil, false) : null,
    desil_kosong: row.menurutDesil[0],
    layak_terlewat: row.bukanPenerima && of(row.bukanPenerima, true),
    tidak_layak_di_luar: row.bukanPenerima && of(row.bukanPenerima, false),
    desil_kosong_di_luar: row.bukanPenerima && row.bukanPenerima[0],
    // without a rule by desil nobody's rupiah can be told apart, and all of it is of unknown class
    rupiah_layak: sen(rule ? of(row.rupiahMenurutDesil, true) : 0),
    rupiah_tidak_layak: sen(rule ? of(row.rupiahMenurutDesil, false) : 0),
    rupiah_tak_diketahui: sen(
      row.rupiahTidakTercatat + (rule ? row.rupiahMenurutDesil[0]! : row.rupiahMenurutDesil.reduce((a, b) => a + b))
    )
  };
}

/** What does not hang on how recipients are judged. */
function shared(row: TargetTruth): Record<string, unknown> {
  return {
    vintase: row.vintase,
    tanggal_daftar: row.tanggalDaftar,
    penerima: row.penerima,
    tidak_tercatat: row.tidakTercatat,
    baris_ganda: row.barisGanda,
    rupiah_ganda: `${row.rupiahGanda * 100}`
  };
}

/** Where the registry knows the category, it is the rule, whatever the desil. */
function expectedCategory(known: CategoryTruth, row: TargetTruth): Record<string, unknown> {
  return {
    layak: known.dalam,
    tidak_layak: known.luar,
    desil_kosong: known.ragu,
    layak_terlewat: known.sisaDalam,
    tidak_layak_di_luar: known.sisaLuar,
    desil_kosong_di_luar: 0,
    rupiah_layak: `${known.rupiah.dalam * 100}`,
    rupiah_tidak_layak: `${known.rupiah.luar * 100}`,
    rupiah_tak_diketahui: `${(row.rupiahTidakTercatat + known.rupiah.ragu) * 100}`
  };
}

function given(row: Row): Record<string, unknown> {
  const { tahun, periode, kode_bantuan, kode_wilayah, disembunyikan, kolom_tersembunyi, id_berkas, ...figures } = row;
  void [tahun, periode, kode_bantuan, kode_wilayah, disembunyikan, kolom_tersembunyi, id_berkas];
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, name.startsWith('rupiah') ? String(value) : value])
  );
}

describe('the importer finds what the sample was made from', () => {
  test('every file about people is recognised, the three tables beside them are not', () => {
    expect(refused).toEqual(['bantuan.csv', 'bantuan_belanja.csv', 'wilayah_dapil.csv']);
    expect(
      sheets.filter(({ kind }) => kind === 'registri').map(({ file, per, vintase }) => [file, per, vintase?.kode])
    ).toEqual([
      ['DTSEN Triwulan I 2025.csv', 'keluarga', '2025-T1'],
      ['DTSEN Triwulan I 2026.csv', 'keluarga', '2026-T1'],
      ['data_tabang_muara_wis.csv', 'orang', '2026-T1']
    ]);
    expect(problems.filter(({ kind }) => kind === 'question' || kind === 'reject')).toEqual([]);
  });

  test('classes and rupiah of every aid, period and region', () => {
    const found = new Map(linked.tables.sasaran.map((row) => [keyOf(row as never), given(row)]));
    expect(found.size).toBe(truth.sasaran.length);
    expect(found.size).toBeGreaterThan(5000);
    const wrong = truth.sasaran.flatMap((row) => {
      const key = keyOf({ periode: row.periode, kode_bantuan: row.kodeBantuan, kode_wilayah: row.kodeWilayah });
      const want = expected(row);
      const have = found.get(key) ?? {};
      const fields = Object.keys(want).filter((name) => want[name] !== have[name]);
      return fields.map((name) => `${key} ${name}: ${String(have[name])}, made as ${String(want[name])}`);
    });
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  test('the registry of 2026 knows who is disabled: aid for them has an exclusion error, in 2025 it has none', () => {
    const own = linked.tables.sasaran.filter((row) => row.kode_bantuan === 'ALAT-BANTU' && row.kode_wilayah === home);
    expect(own.map(({ periode, vintase, layak_terlewat }) => [periode, vintase, layak_terlewat === null])).toEqual([
      ['2025', '2025-T1', true],
      ['2026', '2026-T1', false]
    ]);
    const [, known] = own;
    expect(Number(known!.layak)).toBeGreaterThan(150);
    expect(Number(known!.tidak_layak)).toBeGreaterThan(20);
    expect(Number(known!.layak_terlewat)).toBeGreaterThan(2000);
  });

  test('a year has no fewer recipients than its largest month', () => {
    const name = (row: Row): string => [row.tahun, row.kode_bantuan, row.kode_wilayah].join(' ');
    const most = new Map<string, number>();
    const [months, years] = [/^\d{4}-/, /^\d{4}$/].map((form) =>
      linked.tables.sasaran.filter(({ periode }) => form.test(String(periode)))
    ) as [Row[], Row[]];
    for (const row of months) most.set(name(row), Math.max(most.get(name(row)) ?? 0, Number(row.penerima)));
    const fewer = years.filter((row) => Number(row.penerima) < (most.get(name(row)) ?? 0));
    expect(years.length).toBeGreaterThan(200);
    expect(fewer.map(name)).toEqual([]);
  });

  test('the registry by desil, families and persons, in both vintages', () => {
    const found = new Map(
      linked.tables.registri.map((row) => [
        `${row.vintase} ${row.kode_wilayah} ${row.desil ?? 0}`,
        [row.keluarga, row.jiwa]
      ])
    );
    const wrong = truth.registri.flatMap(({ vintase, kodeWilayah, keluarga, jiwa }) =>
      keluarga.flatMap((families, desil) => {
        const have = found.get(`${vintase} ${kodeWilayah} ${desil}`);
        return have?.[0] === families && have[1] === jiwa[desil]
          ? []
          : [`${vintase} ${kodeWilayah} desil ${desil}: ${String(have)}, made as ${families},${jiwa[desil]}`];
      })
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('how fresh the registry is, dates to come and families without a date counted apart', () => {
    const rows = linked.tables.kesegaran.filter(({ kelompok }) => kelompok === 'semua');
    const found = rows.map((row) =>
      [row.vintase, row.kode_wilayah, row.segar_12_bulan, row.tanpa_tanggal, row.tanggal_depan].join(' ')
    );
    const made = truth.registri.map((row) =>
      [row.vintase, row.kodeWilayah, row.segar, row.tanpaTanggal, row.tanggalDepan].join(' ')
    );
    expect(found.toSorted()).toEqual(made.toSorted());
  });

  test('rows and rupiah of every list: what was read is what was made', () => {
    const read = linked.tallies.filter(({ kind }) => kind === 'penerima');
    const rows = read.reduce((sum, { baris }) => sum + baris.dibaca, 0);
    const sen = read.reduce((sum, { rupiah }) => sum + (rupiah?.dibaca ?? 0n), 0n);
    expect(rows).toBe(truth.daftar.reduce((sum, { baris }) => sum + baris, 0));
    expect(sen).toBe(truth.daftar.reduce((sum, { rupiah }) => sum + BigInt(rupiah) * 100n, 0n));
    expect(read.reduce((sum, { baris }) => sum + baris.ditolak + baris.luar_wilayah, 0)).toBe(0);
  });

  test('rows in are rows out, sheet by sheet', () => {
    expect(linked.tallies.length).toBeGreaterThan(0);
    for (const { baris, rupiah } of linked.tallies) {
      expect(baris.dibaca).toBe(baris.dipakai + baris.ganda + baris.luar_wilayah + baris.ditolak);
      if (rupiah !== null)
        expect(rupiah.dibaca).toBe(rupiah.dipakai + rupiah.ganda + rupiah.luar_wilayah + rupiah.ditolak);
    }
  });
});
