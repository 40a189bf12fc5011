import { isoDay, nameOf, nikOf, ratioOf, type Family } from './orangKeluarga';
import { compare } from './tables';

/** Kecamatan whose registry of 2026 comes by person. */
const byPerson = ['64.02.12', '64.02.18'];

/** Whether the registry of 2026 has every member of the family, not only its head. */
export function inPersonFile({ desa }: Pick<Family, 'desa'>): boolean {
  return byPerson.includes(desa.kecamatan.kode);
}

/** Purpose of `ratioOf`: families that stand in the registry twice. */
const twice = 600;

/** The registry of 2025: one row a family, region by code, dates as ISO. A few families stand in it twice. */
export function firstRegistry(families: readonly Family[]): string {
  const header =
    'nomor_kartu_keluarga,nik_kepala_keluarga,nama_kepala_keluarga,jumlah_anggota,desil_nasional,kode_wilayah,tanggal_verifikasi';
  const day = days(isoDay);
  const rows = families
    .filter(({ listed }) => listed[0])
    .map((family) => {
      const { kk, members, desil, desa, verified } = family;
      const row = `${kk},${nikOf(family, 0)},${nameOf(family, 0)},${members},${desil[0] || 'DESIL_BELUM_DITENTUKAN'},${desa.kode},${day(verified[0])}`;
      return ratioOf(family.number, twice) < 0.0002 ? `${row}\r\n${row}` : row;
    });
  return lines([header, ...rows]);
}

/** The registry of 2026 but for two kecamatan: one row a family, separated by tabs, titles and a row of numbers, regions by name. */
export function secondRegistry(families: readonly Family[], disabledIn: (family: Family) => number): string {
  const header = [
    'NO. KK',
    'NIK KEPALA KELUARGA',
    'NAMA KEPALA KELUARGA',
    'KECAMATAN',
    'DESA/KELURAHAN',
    'JUMLAH ANGGOTA',
    'JUMLAH ANGGOTA DISABILITAS',
    'DESIL KESEJAHTERAAN',
    'TGL VERIFIKASI'
  ];
  const day = days(dayFirst);
  const rows = families
    .filter((family) => family.listed[1] && !inPersonFile(family))
    .map((family) => {
      const { kk, members, desil, desa, verified } = family;
      const place = `${desa.kecamatan.nama.toUpperCase()}\t${desa.nama.toUpperCase()}`;
      const rank = desil[1] === 0 ? '-' : `Desil ${desil[1]}`;
      return `${kk}\t${nikOf(family, 0)}\t${nameOf(family, 0).toUpperCase()}\t${place}\t${members}\t${disabledIn(family)}\t${rank}\t${day(verified[1])}`;
    });
  const titles = [
    'DATA TUNGGAL SOSIAL DAN EKONOMI NASIONAL (DTSEN) TRIWULAN I 2026',
    'KABUPATEN KUTAI KARTANEGARA - DATA CONTOH',
    ''
  ];
  const numbers = header.map((_, i) => `(${i + 1})`).join('\t');
  return lines([...titles, header.join('\t'), numbers, ...rows]);
}

/** The registry of 2026 of two kecamatan: one row a person, semicolons, and nothing that says which registry it is (tepat.json does). */
export function personRegistry(
  families: readonly Family[],
  isDisabled: (family: Family, member: number) => boolean
): string {
  const header =
    'no_kk;nik;nama;hubungan_keluarga;penyandang_disabilitas;desil_nasional;kode_desa;nama_desa_kelurahan;tanggal_pemutakhiran';
  const day = days(isoDay);
  const relations = ['KEPALA KELUARGA', 'PASANGAN', 'ANAK', 'ANAK', 'FAMILI LAIN'];
  const rows = families
    .filter((family) => family.listed[1] && inPersonFile(family))
    .flatMap((family) => {
      const { kk, members, desil, desa, verified } = family;
      const place = `${desa.kode.replaceAll('.', '')};${desa.nama}`;
      return Array.from(
        { length: members },
        (_, member) =>
          `${kk};${nikOf(family, member)};${nameOf(family, member)};${relations[member]};${isDisabled(family, member) ? 'Ya' : ''};${desil[1] || ''};${place};${day(verified[1])}`
      );
    });
  return lines([header, ...rows.toSorted(compare)]);
}

function lines(rows: readonly string[]): string {
  return `${rows.join('\r\n')}\r\n`;
}

/** `31/03/2025`. */
function dayFirst(day: number): string {
  return isoDay(day).split('-').reverse().join('/');
}

/** Writes days, each worked out once; no day is blank. */
function days(write: (day: number) => string): (day: number | null) => string {
  const known = new Map<number, string>();
  return (day) => {
    if (day === null) return '';
    const text = known.get(day) ?? write(day);
    known.set(day, text);
    return text;
  };
}
