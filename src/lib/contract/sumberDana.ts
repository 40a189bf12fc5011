import type { SumberDanaGroup } from './values';

/** A funding source as recognised from its code; `komponenTkd` is null where it is not TKD. */
export interface SumberDanaClass {
  kelompok: SumberDanaGroup;
  komponenTkd: string | null;
  /** True where its use is prescribed. */
  terikat: boolean;
}

export interface SumberDana extends SumberDanaClass {
  kode: string;
}

const widths = [1, 1, 2, 2, 2, 4];

/**
 * The class of a source by the head of its code, longest first. A leading 2 means earmarked, except arrears of shared revenue
 * (kurang bayar DBH), which stand there but are free.
 */
const heads: readonly (readonly [head: string, kelompok: SumberDanaGroup, komponenTkd?: string])[] = [
  ['2.2.01.01.01.0001', 'TKD', 'dbh_pajak'],
  ['2.2.01.01.01.0002', 'TKD', 'dbh_sda'],
  ['2.2.01.01.01.0003', 'TKD', 'dbh_pajak'],
  ['2.2.01.01.01.0004', 'TKD', 'dbh_sda'],
  ['2.2.01.01.01.0014', 'TKD', 'dbh_lain'],
  ['1.2.01.01.01', 'TKD', 'dbh_tak_dirinci'],
  ['2.2.01.01.01', 'TKD', 'dbh_tak_dirinci'],
  ['1.2.01.01.02', 'TKD', 'dau_block'],
  ['2.2.01.01.02', 'TKD', 'dau_ditentukan'],
  ['2.2.01.01.03', 'TKD', 'dak_fisik'],
  ['2.2.01.01.04', 'TKD', 'dak_nonfisik'],
  ['2.2.01.02', 'TKD', 'insentif_fiskal'],
  ['1.2.01.03', 'TKD', 'transfer_pusat_lain'],
  ['2.2.01.03', 'TKD', 'transfer_pusat_lain'],
  ['2.2.01.04', 'TKD', 'transfer_pusat_lain'],
  ['2.2.01.05', 'TKD', 'dana_desa'],
  ['2.2.01.06', 'TKD', 'insentif_fiskal'],
  ['1.2.01', 'TKD', 'transfer_pusat_tak_dirinci'],
  ['2.2.01', 'TKD', 'transfer_pusat_tak_dirinci'],
  ['1.2.02', 'TRANSFER_DAERAH'],
  ['2.2.02', 'TRANSFER_DAERAH'],
  ['1.4.01', 'SILPA'],
  ['1.1', 'PAD'],
  ['2.1', 'PAD'],
  ['1.3', 'LAIN'],
  ['1.4', 'LAIN'],
  ['2.3', 'LAIN']
];
const free = new Set(['2.2.01.01.01.0003', '2.2.01.01.01.0004']);

type Codes = { umum?: string; khusus?: string; bare?: 'umum' | 'khusus' };

/**
 * What exports write for a source, after lower case and with every mark as a space; the first that fits holds. `bare` says which code is
 * meant where the text names no group; without it, a name that stands in both groups is not guessed.
 */
const names: readonly (readonly [RegExp, Codes])[] = [
  [/^(pendapatan asli daerah( pad)?|pad)$/, { umum: '1.1', khusus: '2.1', bare: 'umum' }],
  [/^pajak rokok pelayanan kesehatan/, { khusus: '2.1.01.02.01' }],
  [/^pajak rokok pembayaran iuran/, { khusus: '2.1.01.02.02' }],
  [/^pajak rokok penegakan/, { khusus: '2.1.01.02.03' }],
  [/^pajak rokok$/, { umum: '1.1.01.05', khusus: '2.1.01.02' }],
  [/^(pajak|opsen|bea) /, { umum: '1.1.01', khusus: '2.1.01', bare: 'umum' }],
  [/^retribusi( |$)/, { umum: '1.1.02', khusus: '2.1.02', bare: 'umum' }],
  [/^hasil pengelolaan kekayaan/, { umum: '1.1.03' }],
  [/^lain lain (pad|pendapatan asli daerah)/, { umum: '1.1.04' }],
  [/kurang bayar (dbh|dana bagi hasil) pajak/, { khusus: '2.2.01.01.01.0003' }],
  [/kurang bayar (dbh|dana bagi hasil) (sda|sumber daya alam)/, { khusus: '2.2.01.01.01.0004' }],
  [/^dbh.*(cukai|\bcht\b)/, { khusus: '2.2.01.01.01.0001' }],
  [/^dbh.*(reboisasi|\bdr\b)/, { khusus: '2.2.01.01.01.0002' }],
  [/^dbh.*sawit/, { khusus: '2.2.01.01.01.0014' }],
  [/^(dana transfer umum )?(dana bagi hasil|dbh)( |$)/, { umum: '1.2.01.01.01', khusus: '2.2.01.01.01', bare: 'umum' }],
  [/^dau.*kelurahan/, { khusus: '2.2.01.01.02.0001' }],
  [/^dau.*penghasilan tetap/, { khusus: '2.2.01.01.02.0002' }],
  [/^dau.*(perjanjian kerja|pppk)/, { khusus: '2.2.01.01.02.0003' }],
  [/^dau.*pendidikan/, { khusus: '2.2.01.01.02.0004' }],
  [/^dau.*kesehatan/, { khusus: '2.2.01.01.02.0005' }],
  [/^dau.*pekerjaan umum/, { khusus: '2.2.01.01.02.0006' }],
  [/^(dau|dana alokasi umum).*(tidak ditentukan|block grant)/, { umum: '1.2.01.01.02' }],
  [/^(dau|dana alokasi umum).*(ditentukan|specific grant|\bsg\b)/, { khusus: '2.2.01.01.02' }],
  [
    /^(dana transfer umum )?(dana alokasi umum|dau)( dau)?$/,
    { umum: '1.2.01.01.02', khusus: '2.2.01.01.02', bare: 'umum' }
  ],
  [/^dak non ?fisik.*blps/, { khusus: '2.2.01.01.04.0019' }],
  [/^dak non ?fisik.*bosp bos reguler/, { khusus: '2.2.01.01.04.0026' }],
  [/^dak non ?fisik.*bok kabupaten kota/, { khusus: '2.2.01.01.04.0033' }],
  [/(dak|dana alokasi khusus)( dak)? non ?fisik/, { khusus: '2.2.01.01.04' }],
  [/^dak fisik.*bidang sosial/, { khusus: '2.2.01.01.03.0050' }],
  [/(dak|dana alokasi khusus)( dak)? fisik/, { khusus: '2.2.01.01.03' }],
  [/^(dana insentif daerah|did)( did)?$/, { khusus: '2.2.01.02' }],
  [/^(dana )?insentif fiskal$/, { khusus: '2.2.01.06' }],
  [/^dana desa$/, { khusus: '2.2.01.05' }],
  [/^dana otonomi khusus/, { umum: '1.2.01.03', khusus: '2.2.01.03' }],
  [/^dana keistimewaan/, { khusus: '2.2.01.04' }],
  [/^dana perimbangan$/, { umum: '1.2.01.01', khusus: '2.2.01.01' }],
  [/^pendapatan transfer pemerintah pusat$/, { umum: '1.2.01', khusus: '2.2.01' }],
  [/^pendapatan transfer antar daerah$/, { umum: '1.2.02', khusus: '2.2.02' }],
  [/^pendapatan bagi hasil pajak/, { umum: '1.2.02.01', khusus: '2.2.02.01.01', bare: 'umum' }],
  [/^pendapatan bagi hasil$/, { umum: '1.2.02.01', khusus: '2.2.02.01', bare: 'umum' }],
  [/^bantuan keuangan khusus dari pemerintah (daerah )?provinsi$/, { khusus: '2.2.02.02.01' }],
  [/^bantuan keuangan khusus/, { khusus: '2.2.02.02' }],
  [/^bantuan keuangan( umum)?( dari (pemerintah )?(daerah )?provinsi)?$/, { umum: '1.2.02.02', khusus: '2.2.02.02' }],
  [/^pendapatan hibah dari pemerintah pusat/, { umum: '1.3.01.01' }],
  [/^pendapatan hibah dari pemerintah daerah/, { umum: '1.3.01.02' }],
  [/^sumbangan pihak ketiga/, { umum: '1.3.01.05' }],
  [/^(pendapatan )?hibah( |$)/, { umum: '1.3.01' }],
  [/^dana darurat$/, { khusus: '2.3.02' }],
  [/^lain lain pendapatan( daerah)? yang sah$/, { umum: '1.3', khusus: '2.3', bare: 'umum' }],
  [/^pelampauan penerimaan (pad|pendapatan asli daerah)$/, { umum: '1.4.01.01' }],
  [/^pelampauan penerimaan pendapatan transfer$/, { umum: '1.4.01.02' }],
  [/^pelampauan penerimaan lain lain/, { umum: '1.4.01.03' }],
  [/^pelampauan penerimaan pembiayaan$/, { umum: '1.4.01.04' }],
  [/^penghematan belanja/, { umum: '1.4.01.05' }],
  [/^kewajiban kepada pihak ketiga/, { umum: '1.4.01.06' }],
  [/^sisa dana akibat tidak tercapainya/, { umum: '1.4.01.07' }],
  [/^sisa belanja lainnya$/, { umum: '1.4.01.08' }],
  [
    /^(silpa|sisa lebih perhitungan anggaran)( tahun (sebelumnya|lalu|anggaran sebelumnya))?( silpa)?$/,
    { umum: '1.4.01' }
  ],
  [/^pencairan dana cadangan$/, { umum: '1.4.02' }],
  [/^(penerimaan )?pinjaman daerah/, { umum: '1.4.04' }],
  [/^penerimaan pembiayaan$/, { umum: '1.4' }]
];

/**
 * The source an export names: by its code (`1.1`, `2.2.01.01.04.0019 DAK …`), or by its name with or without its group
 * (`[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)`, `DANA UMUM-Pajak Daerah`, `DANA KHUSUS-DAK Non Fisik-…`). A name whose detail is not
 * known gets the code of its family. Null when the text names no source, or one that may be either free or earmarked.
 */
export function sumberDanaCode(text: string): SumberDana | null {
  const kode = codeIn(text) ?? codeOfName(text);
  const found = kode === null ? null : classifySumberDana(kode);
  return found === null || kode === null ? null : { kode, ...found };
}

/** Group, TKD component and earmark of a source by its normalised code; null where the code is too short to tell, or none. */
export function classifySumberDana(kode: string): SumberDanaClass | null {
  const head = heads.find(([start]) => kode === start || kode.startsWith(`${start}.`));
  if (head === undefined) return null;
  const [, kelompok, komponenTkd = null] = head;
  return { kelompok, komponenTkd, terikat: kode.startsWith('2') && !free.has(kode) };
}

function codeIn(text: string): string | null {
  const match = /^\s*\[?\s*([12](?:\.\d{1,4}){1,5})(?![\d.])/.exec(text);
  if (match === null) return null;
  const parts = match[1]!.split('.').map((part, i) => String(Number(part)).padStart(widths[i]!, '0'));
  return parts.every((part, i) => part.length === widths[i]) ? parts.join('.') : null;
}

function codeOfName(text: string): string | null {
  const grouped = /^\s*\[?\s*DANA\s+(UMUM|KHUSUS)\s*\]?\s*[-–:]?\s*(.+)$/is.exec(text);
  const group = grouped === null ? null : (grouped[1]!.toLowerCase() as 'umum' | 'khusus');
  const plain = (grouped?.[2] ?? text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/( lra)? *$/, '')
    .trim();
  const codes = names.find(([pattern]) => pattern.test(plain))?.[1];
  if (codes === undefined) return null;
  if (group !== null) return codes[group] ?? null;
  if (codes.umum !== undefined && codes.khusus !== undefined)
    return codes.bare === undefined ? null : codes[codes.bare]!;
  return codes.umum ?? codes.khusus ?? null;
}
