import { asOf } from './calendar';
import { aids, listYears } from './orangBantuan';
import { filledLists, type FilledList } from './orangDaftar';
import { disabledIn, disabledPeople } from './orangKategori';
import { families, vintages, type Family } from './orangKeluarga';
import { firstRegistry, personRegistry, secondRegistry } from './orangRegistri';
import { listFile } from './orangTulis';
import { peopleTruth as truthOf, type PeopleTruth } from './orangTruth';
import { sampleDesa } from './orangWilayah';
import type { SpendingLine } from './spending';
import { units } from './tables';
import { csvBytes } from './workbook';

/** The invented families and the lists on which they stand. */
export interface People {
  families: Family[];
  lists: FilledList[];
}

/** The people of the sample; the same on every call. `lines` are the agency's budget lines, which pay for the lists. */
export function people(lines: readonly SpendingLine[]): People {
  const all = families();
  return { families: all, lists: filledLists(all, lines) };
}

/** Exact classes, rupiah and registry of every region and period, to hold an importer to. */
export function peopleTruth({ families: all, lists }: People): PeopleTruth {
  return truthOf(all, lists, asOf);
}

/** Name of the file of persons that does not say which registry it is, and of the list that says neither aid nor period. */
const silent = {
  registry: 'data_tabang_muara_wis.csv',
  list: 'kpm_2025_smt2.csv',
  early: 'Santunan tunai Triwulan I 2026.csv'
};

/** Registries, lists of recipients, and the tables that describe the aid: raw, one at a time. */
export function* peopleFiles({ families: all, lists }: People): Generator<{ name: string; bytes: Uint8Array }> {
  const text = new TextEncoder();
  yield { name: 'DTSEN Triwulan I 2025.csv', bytes: text.encode(firstRegistry(all)) };
  const isDisabled = disabledPeople(lists);
  yield {
    name: 'DTSEN Triwulan I 2026.csv',
    bytes: text.encode(secondRegistry(all, (family) => disabledIn(family, isDisabled)))
  };
  yield { name: silent.registry, bytes: text.encode(personRegistry(all, isDisabled)) };
  for (const list of lists) yield listFile(list);
  yield { name: 'bantuan.csv', bytes: csvBytes(aidRows()) };
  yield { name: 'bantuan_belanja.csv', bytes: csvBytes(lineRows()) };
  yield { name: 'wilayah_dapil.csv', bytes: csvBytes(districtRows()) };
}

/** What the people files do not say, as `berkas` of tepat.json. */
export function peopleSettings(): Record<string, Record<string, string>> {
  const { kode, berlakuSejak } = vintages[1];
  return {
    [silent.registry]: { vintase: kode, berlaku_sejak: berlakuSejak },
    [silent.list]: { bantuan: 'SEMBAKO', periode: '2025-12' },
    [silent.early]: { tanggal_daftar: '2025-12-29' }
  };
}

function aidRows(): (string | number | null)[][] {
  const header = [
    'tahun',
    'kode_bantuan',
    'nama',
    'unit',
    'penyelenggara',
    'populasi',
    'kategori',
    'desil_layak',
    'kuota',
    'satuan',
    'nilai_satuan',
    'bulan',
    'tidak_boleh_bersama'
  ];
  const rows = listYears.flatMap((tahun) =>
    aids.map((aid) => [
      ...[
        tahun,
        aid.kode,
        aid.nama,
        aid.unit,
        aid.penyelenggara,
        aid.populasi,
        aid.kategori.join(','),
        aid.desilLayak.join(','),
        aid.kuota[tahun]
      ],
      ...[aid.satuan, aid.nilaiSatuan, aid.bulan[tahun], aid.tidakBolehBersama.join(',')]
    ])
  );
  return [header, ...rows];
}

function lineRows(): (string | number)[][] {
  const header = ['tahun', 'kode_bantuan', 'kode_skpd', 'kode_sub_kegiatan', 'kode_rekening', 'bagian'];
  const rows = listYears.flatMap((tahun) =>
    aids.flatMap(({ kode, belanja }) => belanja.map((line) => [tahun, kode, units.dinas.kode, ...line, 1]))
  );
  return [header, ...rows];
}

/** Invented districts of the council by kecamatan: `Dapil contoh 1` to `6`, about equal in families. */
function districtRows(): string[][] {
  const sizes = new Map<string, { kode: string; nama: string; families: number }>();
  for (const { kecamatan, families: count } of sampleDesa()) {
    const before = sizes.get(kecamatan.kode);
    sizes.set(kecamatan.kode, { ...kecamatan, families: (before?.families ?? 0) + count });
  }
  const total = [...sizes.values()].reduce((sum, one) => sum + one.families, 0);
  let before = 0;
  const rows = [...sizes.values()].map(({ kode, nama, families: count }) => {
    const district = 1 + Math.floor(((before + count / 2) / total) * 6);
    before += count;
    return [kode, nama, `Dapil contoh ${district}`];
  });
  return [['kode_wilayah', 'nama', 'dapil'], ...rows];
}
