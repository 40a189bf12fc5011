import { monthNames } from './calendar';
import { type FilledList, type KeyForm, type PlaceForm, type Receipt } from './orangDaftar';
import type { SampleDesa } from './orangWilayah';
import { csvBytes, xlsxBook, type SheetCell } from './workbook';

/** A raw file. */
interface RawFile {
  name: string;
  bytes: Uint8Array;
}

const quarterNames = ['I', 'II', 'III', 'IV'];

/** The file of a list, as the agency that keeps it would write it. */
export function listFile(list: FilledList): RawFile {
  const write = {
    'ALAT-BANTU': alatBantu,
    KUBE: kube,
    PERMAKANAN: permakanan,
    PKH: pkh,
    SANTUNAN: santunan,
    SEMBAKO: sembako
  };
  return write[list.aid.kode as keyof typeof write](list);
}

/** The ministry's export: titles, semicolons, place by code and name, the day of the decision in a column. */
function pkh({ receipts, tahun, bulan, tanggalDaftar }: FilledList): RawFile {
  const header = [
    'NO',
    'NO KK',
    'NIK PENGURUS',
    'NAMA PENGURUS',
    'KODE WILAYAH',
    'KECAMATAN',
    'DESA/KEL',
    'TGL SK',
    'NOMINAL'
  ];
  const decided = tanggalDaftar!.split('-').reverse().join('/');
  const rows = receipts.map((row, i) => {
    const { kode, kecamatan } = row.family.desa;
    const code = row.place === 'desa' ? kode.replaceAll('.', '') : '';
    return [
      i + 1,
      ...keys(row, 'kk', 'nik'),
      row.name.toUpperCase(),
      code,
      row.place === 'tanpa' ? '' : kecamatan.nama.toUpperCase(),
      desaName(row),
      decided,
      row.rupiah
    ];
  });
  const titles = [
    ['SIKS-NG - DATA CONTOH'],
    ['DAFTAR PENERIMA PROGRAM KELUARGA HARAPAN (PKH)'],
    [`Periode : ${span(bulan!)} ${tahun}`],
    []
  ];
  return {
    name: `BNBA PKH Triwulan ${quarterNames[(bulan![0] / 3) | 0]} ${tahun}.csv`,
    bytes: csvBytes([...titles, header, ...rows], ';')
  };
}

/** Plain csv with the programme and the period in columns; the last file of each year says neither, tepat.json does. */
function sembako({ receipts, tahun, bulan }: FilledList): RawFile {
  const silent = bulan![1] === 12;
  const header = [
    'no_kk',
    'nik',
    'nama_kpm',
    'nama_kecamatan',
    'nama_kelurahan',
    ...(silent ? [] : ['jenis_bantuan', 'periode']),
    'nilai_bantuan'
  ];
  const period = bulan![1] === 6 ? `Semester 1 ${tahun}` : `Triwulan III ${tahun}`;
  const rows = receipts.map((row) => {
    const { kecamatan } = row.family.desa;
    const said = silent ? [] : ['SEMBAKO', period];
    return [
      ...keys(row, 'kk', 'nik'),
      row.name,
      row.place === 'tanpa' ? '' : kecamatan.nama,
      desaName(row),
      ...said,
      row.rupiah
    ];
  });
  const name = silent ? `kpm_${tahun}_smt2.csv` : `KPM SEMBAKO ${period}.csv`;
  return { name, bytes: csvBytes([header, ...rows]) };
}

/** The regency's own list: csv as a spreadsheet set to Indonesian writes it, amounts with dots. */
function santunan({ receipts, tahun, bulan }: FilledList): RawFile {
  const quarter = `Triwulan ${quarterNames[(bulan![0] / 3) | 0]} ${tahun}`;
  const title = [`DAFTAR PENERIMA SANTUNAN TUNAI \u2013 ${quarter.toUpperCase()}`];
  const period = [`Periode : ${span(bulan!)} ${tahun}`];
  const header = [
    'No.',
    'NIK',
    'No. Kartu Keluarga',
    'Nama Penerima',
    'Kecamatan',
    'Desa / Kelurahan',
    'Jumlah Diterima (Rp)'
  ];
  const rows = receipts.map((row, i) => [
    i + 1,
    ...keys(row, 'nik', 'kk'),
    row.name,
    kecamatanName(row, tahun),
    desaName(row),
    dotted(row.rupiah)
  ]);
  const bytes = csvBytes([title, period, [], header, ...rows], ';');
  return { name: `Santunan tunai ${quarter}.csv`, bytes: tahun === 2025 && bulan![0] === 4 ? windows(bytes) : bytes };
}

/** The same text in the encoding of older Windows programs, which has its dash at 0x96. */
function windows(utf8: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(new TextDecoder().decode(utf8).replaceAll('\u2013', '\u0096'), 'latin1'));
}

/** A workbook of the field officers; the list prints no amount, the aid's own value holds. */
function permakanan({ receipts, tahun, bulan }: FilledList): RawFile {
  const month = monthNames[bulan![1] - 1]!;
  const rows: SheetCell[][] = receipts.map((row, i) => [
    i + 1,
    row.name,
    ...keys(row, 'nik', 'kk'),
    desaName(row),
    row.place === 'tanpa' ? null : row.family.desa.kecamatan.nama,
    row.member > 1 ? 'Disabilitas' : 'Lansia'
  ]);
  const titles = [
    ['DAFTAR PENERIMA PERMAKANAN'],
    ['LANJUT USIA DAN PENYANDANG DISABILITAS TELANTAR'],
    [`Periode : ${span(bulan!)} ${tahun}`],
    []
  ];
  const header = ['NO', 'NAMA LENGKAP', 'NIK', 'NO. KK', 'DESA/KELURAHAN', 'KECAMATAN', 'KETERANGAN'];
  const numbers = header.map((_, i) => `(${i + 1})`);
  return {
    name: `Permakanan ${month} ${tahun}.xlsx`,
    bytes: xlsxBook([{ name: 'BNBA', rows: [...titles, header, numbers, ...rows] }])
  };
}

/** One workbook a year with a sheet for each kecamatan; in 2025 one of them was typed into number cells. */
function alatBantu({ receipts, tahun }: FilledList): RawFile {
  const header = ['NO', 'NAMA PENERIMA', 'NIK', 'NO KK', 'ALAMAT', 'DESA/KEL', 'KECAMATAN', 'JENIS ALAT', 'NILAI'];
  const sheets = byKecamatan(receipts).map(([nama, rows]) => ({
    name: nama,
    rows: [
      [`BUKTI TERIMA ALAT BANTU TAHUN ${tahun}`],
      [],
      header,
      ...rows.map((row, i): SheetCell[] => [
        i + 1,
        row.name,
        ...keys(row, 'nik', 'kk'),
        'Jl. Contoh',
        desaName(row),
        row.place === 'tanpa' ? null : nama,
        row.rupiah > 10_000_000 ? 'Sepeda motor roda tiga' : 'Kursi roda',
        row.rupiah
      ])
    ]
  }));
  return { name: `Alat bantu ${tahun}.xlsx`, bytes: xlsxBook(sheets) };
}

/** Members of business groups; no amounts, and the place as one code with dots. */
function kube({ receipts, tahun }: FilledList): RawFile {
  const header = ['kelompok', 'nama_anggota', 'nik', 'nomor_kk', 'kode_desa'];
  const rows: SheetCell[][] = receipts.map((row, i) => [
    `Kelompok ${Math.floor(i / 10) + 1}`,
    row.name,
    ...keys(row, 'nik', 'kk'),
    codeOf(row)
  ]);
  const titles = [[`ANGGOTA KUBE PENERIMA PERALATAN TAHUN ${tahun}`], []];
  return {
    name: `KUBE ${tahun}.xlsx`,
    bytes: xlsxBook([{ name: `KUBE ${tahun}`, rows: [...titles, header, ...rows] }])
  };
}

function codeOf({ place, family: { desa } }: Receipt): string {
  return place === 'tanpa' ? '' : place === 'kecamatan' ? desa.kecamatan.kode : desa.kode;
}

/** `Januari s.d. Maret`. */
function span([from, to]: readonly [number, number]): string {
  return `${monthNames[from - 1]} s.d. ${monthNames[to - 1]}`;
}

/** `600000` as `600.000`. */
function dotted(rupiah: number): string {
  return String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.');
}

function byKecamatan(receipts: readonly Receipt[]): [string, Receipt[]][] {
  const sheets = new Map<string, Receipt[]>();
  for (const row of receipts) {
    const nama = row.family.desa.kecamatan.nama;
    (sheets.get(nama) ?? sheets.set(nama, []).get(nama)!).push(row);
  }
  return [...sheets];
}

/** Kecamatan that were split off, with the name an older list knows them by. */
const formerly: Readonly<Record<string, string>> = { '64.02.19': 'Kota Bangun', '64.02.20': 'Samboja' };

/** The kecamatan of a row; half of the santunan list of 2025 still has the names from before the split. */
function kecamatanName({ place, family: { desa, number } }: Receipt, tahun: number): string {
  if (place === 'tanpa') return '';
  const before = formerly[desa.kecamatan.kode];
  return before !== undefined && tahun === 2025 && number % 2 === 0 ? before : desa.kecamatan.nama;
}

/** The desa of a row as its list writes it; blank where it says only the kecamatan, or nothing. */
function desaName({
  place,
  family: { desa, number }
}: {
  place: PlaceForm;
  family: { desa: SampleDesa; number: number };
}): string {
  if (place === 'kecamatan' || place === 'tanpa') return '';
  return place === 'ejaan' ? spelled(desa, number) : desa.nama;
}

/** A name as somebody else would write it: in capitals, with its kind before it, with spaces or hyphens of its own. */
function spelled({ kode, nama }: SampleDesa, number: number): string {
  const kind = /\.1\d{3}$/.test(kode) ? ['Kel. ', 'KELURAHAN '] : ['Ds. ', 'DESA '];
  const ways = [
    nama.toUpperCase(),
    `${kind[0]}${nama}`,
    `${kind[1]}${nama.toUpperCase()}`,
    ` ${nama.replaceAll(' ', '  ')} `,
    nama.replaceAll(' ', '-')
  ];
  return ways[number % ways.length]!;
}

/** The two keys of a row as cells, in the order of its list. */
function keys(row: Receipt, ...order: ('nik' | 'kk')[]): (string | number)[] {
  return order.map((key) => keyCell(row[key], key === 'nik' ? row.nikForm : row.kkForm));
}

/** A key as it stands in its cell; a number cell has kept 15 digits. */
function keyCell(key: string, form: KeyForm): string | number {
  const group = (mark: string) => key.replace(/(\d{4})(?=\d)/g, `$1${mark}`);
  const cells: Record<KeyForm, string | number> = {
    baik: key,
    apostrof: `'${key}`,
    spasi: group(' '),
    strip: group('-'),
    akhiran_nol: `${key}.0`,
    ilmiah: `${key[0]},${key.slice(1, 6)}E+15`,
    angka: Number(`${key.slice(0, 15)}0`),
    lima_belas: key.slice(0, 15),
    kosong: ''
  };
  return cells[form];
}
