import { sources } from './budget';
import type { SpendingLine } from './spending';
import { akunName, nomenklaturName } from './tables';
import { xlsxBytes, type SheetCell } from './workbook';

const header = [
  'KODE/NAMA URUSAN',
  'KODE/NAMA BIDANG URUSAN',
  'KODE/NAMA UNIT SKPD',
  'KODE/NAMA PROGRAM',
  'KODE/NAMA KEGIATAN',
  'KODE/NAMA SUB KEGIATAN',
  'KODE/NAMA AKUN',
  'STANDAR HARGA',
  'SPESIFIKASI',
  'SUMBER DANA',
  'PAKET/KELOMPOK BELANJA',
  'KETERANGAN BELANJA',
  'NAMA PENERIMA BANTUAN',
  'KOEFISIEN (MURNI)',
  'HARGA SATUAN (MURNI)',
  'TOTAL HARGA (MURNI)'
];
const nameBySource = new Map(Object.values(sources).map(({ kode, nama }) => [kode, nama]));

/**
 * The "rincian belanja" of 2026 murni in its 16 columns. Aid rows name invented recipients (`PENERIMA CONTOH 01`), so that a test can
 * prove that the importer drops the column.
 */
export function rincianFile(lines: readonly SpendingLine[]): { name: string; bytes: Uint8Array } {
  const items = lines
    .filter(({ tahun }) => tahun === 2026)
    .flatMap((line) => line.parts.murni.map((part) => ({ line, part })));
  const rows = items.map(({ line, part }, index) => rowOf(line, part, index));
  return { name: 'Rincian Belanja 2026 Murni.xlsx', bytes: xlsxBytes('Rincian Belanja', [header, ...rows]) };
}

function rowOf(line: SpendingLine, part: { kodeSumberDana: string; pagu: number }, index: number): SheetCell[] {
  const { unit, kodeAkun, barang, satuan, harga, kuantitas } = line.line;
  const price = harga ?? part.pagu / (kuantitas ?? 1);
  const named = kodeAkun.startsWith('5.1.06.') ? `PENERIMA CONTOH ${String((index % 60) + 1).padStart(2, '0')}` : null;
  const nomenklatur = [1, 2, 3, 5, 6].map((parts) => {
    const kode = line.kodeSubkegiatan.split('.').slice(0, parts).join('.');
    return `${kode} ${nomenklaturName(kode)}`;
  });
  return [
    ...nomenklatur.slice(0, 2),
    `${unit.kode} ${unit.nama}`,
    ...nomenklatur.slice(2),
    `${kodeAkun} ${akunName(kodeAkun)}`,
    barang,
    'Sesuai standar harga satuan',
    nameBySource.get(part.kodeSumberDana) ?? '',
    `[#] ${nomenklaturName(line.kodeSubkegiatan)}`,
    `[-] ${barang}`,
    named,
    `${part.pagu / price} ${satuan}`,
    { number: price, format: '#,##0' },
    { number: part.pagu, format: '#,##0' }
  ];
}
