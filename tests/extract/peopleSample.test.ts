import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '$lib/extract/assemble';
import { desaResolver } from '$lib/extract/desa';
import { linkPeople, type LinkedPeople } from '$lib/extract/people/linkPeople';
import { recognisePeople } from '$lib/source/people/recognisePeople';
import { asOf } from '../../data/contoh/calendar';
import { sample } from '../../data/contoh/files';
import { people, peopleFiles, peopleSettings, peopleTruth } from '../../data/contoh/orang';
import { aids, listYears } from '../../data/contoh/orangBantuan';
import type { PeopleTruth, TargetTruth } from '../../data/contoh/orangTruth';
import { openPeopleEngine } from '../../src/cli/peopleEngine';
import { loadReference } from '../../src/cli/reference';

// The sample's lists hold to what their generator knows of who is who: nothing of it was made by the importer's rules.

const home = '64.02';
let truth: PeopleTruth;
let linked: LinkedPeople;
let rows: Map<string, Row>;

const aidRows: Row[] = aids.flatMap((aid) =>
  listYears.map((tahun) => ({
    tahun,
    kode_bantuan: aid.kode,
    nama: aid.nama,
    unit: aid.unit,
    penyelenggara: aid.penyelenggara,
    populasi: aid.populasi,
    desil_layak: [...aid.desilLayak],
    kuota: aid.kuota[tahun],
    satuan: aid.satuan,
    nilai_satuan: aid.nilaiSatuan === null ? null : BigInt(aid.nilaiSatuan) * 100n,
    bulan: aid.bulan[tahun],
    tidak_boleh_bersama: [...aid.tidakBolehBersama],
    id_berkas: 'x'
  }))
);

beforeAll(async () => {
  const made = people(sample().lines);
  truth = peopleTruth(made);
  const reference = await loadReference(home);
  const settings = peopleSettings();
  const programs = aids.map(({ kode, nama }) => ({ kode, nama }));
  const sheets = [...peopleFiles(made)].flatMap(
    ({ name, bytes }) => recognisePeople(bytes, name, settings[name] ?? {}, { programs })?.sheets ?? []
  );
  const engine = await openPeopleEngine();
  try {
    linked = await linkPeople(engine, sheets, {
      aids: aidRows,
      wilayah: reference.wilayah,
      homeRegion: home,
      regions: () => desaResolver(reference, home),
      perTanggal: asOf
    });
  } finally {
    engine.close();
  }
  const key = (row: Row): string => [row.periode, row.kode_bantuan, row.kode_wilayah].join(' ');
  rows = new Map(linked.tables.sasaran.map((row) => [key(row), row]));
});

const isEligible = ({ kodeBantuan }: TargetTruth, desil: number): boolean =>
  (kodeBantuan === 'SEMUA' ? [1, 2, 3, 4] : aids.find(({ kode }) => kode === kodeBantuan)!.desilLayak).includes(desil);
const hasRule = ({ kodeBantuan }: TargetTruth): boolean =>
  kodeBantuan === 'SEMUA' || aids.find(({ kode }) => kode === kodeBantuan)!.populasi === 'desil';
const total = (counts: readonly number[], of: (desil: number) => boolean): number =>
  counts.reduce((sum, n, desil) => (desil > 0 && of(desil) ? sum + n : sum), 0);

/** What `sasaran` should say, from what the generator knows. */
function expected(one: TargetTruth): Record<string, unknown> {
  const eligible = (desil: number): boolean => isEligible(one, desil);
  const other = (desil: number): boolean => !isEligible(one, desil);
  const classed = hasRule(one)
    ? { layak: total(one.menurutDesil, eligible), tidak_layak: total(one.menurutDesil, other) }
    : { layak: null, tidak_layak: null };
  const missed =
    one.bukanPenerima === null
      ? {}
      : {
          layak_terlewat: total(one.bukanPenerima, eligible),
          tidak_layak_di_luar: total(one.bukanPenerima, other),
          desil_kosong_di_luar: one.bukanPenerima[0]
        };
  return {
    vintase: one.vintase,
    tanggal_daftar: one.tanggalDaftar,
    penerima: one.penerima,
    ...classed,
    desil_kosong: one.menurutDesil[0],
    tidak_tercatat: one.tidakTercatat,
    ...missed,
    baris_ganda: one.barisGanda
  };
}

function money(one: TargetTruth): bigint {
  return BigInt(
    Math.round((one.rupiahMenurutDesil.reduce((a, b) => a + b, 0) + one.rupiahTidakTercatat + one.rupiahGanda) * 100)
  );
}

function rowOf({ periode, kodeBantuan, kodeWilayah }: TargetTruth): Row {
  return rows.get([periode, kodeBantuan, kodeWilayah].join(' ')) ?? {};
}

/** A person without a sound NIK is told apart by month only in the truth, by the family's number here: fewer, in the year, are right. */
function isYearOfPersons({ periode, kodeBantuan }: TargetTruth): boolean {
  return periode.length === 4 && aids.find(({ kode }) => kode === kodeBantuan)?.unit === 'orang';
}

describe('the lists of the sample', () => {
  test('every row of the truth is a row of sasaran with the same figures', () => {
    const wrong = truth.sasaran.flatMap((one) => {
      const [row, want] = [rowOf(one), expected(one)];
      const compared = Object.keys(want).filter((name) => name !== 'penerima' || !isYearOfPersons(one));
      const differs = compared.filter((name) => row[name] !== want[name]);
      const place = [one.periode, one.kodeBantuan, one.kodeWilayah].join(' ');
      return differs.map((name) => `${place} ${name}: ${String(row[name])} for ${String(want[name])}`);
    });
    expect(truth.sasaran.length).toBeGreaterThan(5000);
    expect(wrong).toEqual([]);
  });

  test('a year has no fewer persons than its largest month, and no more than all of them', () => {
    const years = truth.sasaran.filter(isYearOfPersons);
    expect(years.length).toBeGreaterThan(200);
    for (const year of years) {
      const months = truth.sasaran.filter(
        ({ tahun, kodeBantuan, kodeWilayah }) =>
          tahun === year.tahun && kodeBantuan === year.kodeBantuan && kodeWilayah === year.kodeWilayah
      );
      const monthly = months.filter(({ periode }) => periode.length > 4).map(({ penerima }) => penerima);
      const persons = Number(rowOf(year).penerima);
      expect(persons).toBeGreaterThanOrEqual(Math.max(0, ...monthly));
      expect(persons).toBeLessThanOrEqual(year.penerima);
    }
  });

  test('the rupiah of every row adds up to what the generator paid', () => {
    const wrong = truth.sasaran.flatMap((one) => {
      const row = rowOf(one);
      const parts = [row.rupiah_layak, row.rupiah_tidak_layak, row.rupiah_tak_diketahui, row.rupiah_ganda];
      const sum = parts.reduce<bigint | null>((a, b) => (typeof b === 'bigint' && a !== null ? a + b : null), 0n);
      return sum === money(one)
        ? []
        : [`${one.periode} ${one.kodeBantuan} ${one.kodeWilayah}: ${String(sum)} for ${String(money(one))}`];
    });
    expect(wrong).toEqual([]);
  });

  test('the registry has the families and persons by desil that were generated', () => {
    const given = new Map(
      linked.tables.registri.map((row) => [[row.vintase, row.kode_wilayah, row.desil ?? 0].join(' '), row])
    );
    const wrong = truth.registri.flatMap(({ vintase, kodeWilayah, keluarga, jiwa }) =>
      keluarga.flatMap((n, desil) => {
        const row = given.get([vintase, kodeWilayah, desil].join(' '));
        return row?.keluarga === n && (row.jiwa === null || row.jiwa === jiwa[desil])
          ? []
          : [{ vintase, kodeWilayah, desil, keluarga: [row?.keluarga, n], jiwa: [row?.jiwa, jiwa[desil]] }];
      })
    );
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('rows in are rows out, sheet by sheet', () => {
    for (const { baris, rupiah } of linked.tallies) {
      expect(baris.dibaca).toBe(baris.dipakai + baris.ganda + baris.luar_wilayah + baris.ditolak);
      if (rupiah !== null)
        expect(rupiah.dibaca).toBe(rupiah.dipakai + rupiah.ganda + rupiah.luar_wilayah + rupiah.ditolak);
    }
  });
});
