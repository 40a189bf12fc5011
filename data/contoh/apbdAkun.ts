import type { SampleFile } from './files';
import { akunNames, homeCode, partsOf, type RegionYear } from './region';
import type { Posted, RegionBudget } from './regionBudget';
import { csvBytes } from './workbook';

/** An account of the whole budget, deepest level printed, whole rupiah. `realisasi` is null where the books are not closed, or for the original budget. */
export interface AccountRow {
  tahun: RegionYear;
  tahap: 'murni' | 'perubahan';
  kodeAkun: string;
  /** Component of the contract, as far as the account itemises it. */
  komponen: string;
  anggaran: number;
  realisasi: number | null;
}

/** Years whose budget is delivered by account. */
export const accountYears: readonly RegionYear[] = [2021, 2023, 2024, 2025, 2026];

/** Accounts of a component, with their shares in it. */
type Accounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const everyYear: Accounts = {
  pajak_daerah: { '4.1.01': 1 },
  retribusi_daerah: { '4.1.02': 1 },
  hasil_kekayaan: { '4.1.03': 1 },
  lain_pad: { '4.1.04': 1 },
  dana_desa: { '4.2.01.05': 1 },
  bagi_hasil_provinsi: { '4.2.02.01': 1 },
  bankeu_provinsi: { '4.2.02.02': 1 },
  pendapatan_hibah: { '4.3.01': 1 },
  lain_pendapatan: { '4.3.03': 1 },
  belanja_pegawai: { '5.1.01': 1 },
  belanja_barang_jasa: {
    '5.1.02.01': 0.24,
    '5.1.02.02': 0.46,
    '5.1.02.03': 0.09,
    '5.1.02.04': 0.15,
    '5.1.02.05': 0.06
  },
  belanja_hibah: { '5.1.05': 1 },
  belanja_bansos: { '5.1.06': 1 },
  belanja_modal: { '5.2.01': 0.02, '5.2.02': 0.17, '5.2.03': 0.35, '5.2.04': 0.44, '5.2.05': 0.02 },
  belanja_tidak_terduga: { '5.3.01': 1 },
  belanja_bagi_hasil: { '5.4.01': 1 },
  belanja_bantuan_keuangan: { '5.4.02': 1 },
  silpa: { '6.1.01': 1 },
  penyertaan_modal: { '6.2.02': 1 }
};

/** Codes of central transfers until 2022: DBH and DAU are one account each. */
const old: Accounts = {
  dbh_pajak: { '4.2.01.01.01': 1 },
  dbh_sda: { '4.2.01.01.01': 1 },
  dau_block: { '4.2.01.01.02': 1 },
  dak_fisik: { '4.2.01.01.03': 1 },
  dak_nonfisik: { '4.2.01.01.04': 1 },
  insentif_fiskal: { '4.2.01.02': 1 }
};
/** Accounts that hold a whole transfer without its parts. */
const wholeOf: Readonly<Record<string, string>> = {
  '4.2.01.01.01': 'dbh_tak_dirinci',
  '4.2.01.01.02': 'dau_tak_dirinci'
};
/** Codes of central transfers since 2023, when DAU got its earmarked parts. */
const current: Accounts = {
  dbh_pajak: { '4.2.01.07.01': 1 },
  dbh_sda: { '4.2.01.07.02': 1 },
  dau_block: { '4.2.01.08.01.0001': 1 },
  dau_ditentukan: {
    '4.2.01.08.02.0001': 0.05,
    '4.2.01.08.02.0003': 0.2,
    '4.2.01.08.02.0004': 0.4,
    '4.2.01.08.02.0005': 0.2,
    '4.2.01.08.02.0006': 0.15
  },
  dak_fisik: { '4.2.01.09.01': 1 },
  dak_nonfisik: { '4.2.01.09.02': 1 },
  insentif_fiskal: { '4.2.01.06': 1 }
};

/** The leaves of a year's two budgets in the order of their codes. */
export function accountRows({ tahun, posted, silpa }: RegionBudget): AccountRow[] {
  const accounts = { ...everyYear, ...(tahun < 2023 ? old : current) };
  return (['murni', 'perubahan'] as const).flatMap((tahap) => {
    const sums = new Map<string, { komponen: string; anggaran: number; realisasi: number }>();
    for (const [komponen, amounts] of posted) {
      const shares = accounts[komponen] ?? {};
      const [anggaran, realisasi] = ([tahap, 'realisasi'] as const).map((measure: keyof Posted) =>
        partsOf(amounts[measure], Object.values(shares))
      );
      Object.keys(shares).forEach((kode, i) => {
        const before = sums.get(kode) ?? { anggaran: 0, realisasi: 0 };
        sums.set(kode, {
          komponen: wholeOf[kode] ?? komponen,
          anggaran: before.anggaran + anggaran![i]!,
          realisasi: before.realisasi + realisasi![i]!
        });
      });
    }
    const closed = tahap === 'perubahan' && silpa !== null;
    return [...sums]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kodeAkun, sum]) => ({ ...sum, tahun, tahap, kodeAkun, realisasi: closed ? sum.realisasi : null }));
  });
}

/** The home region's budget by account: `apbd_akun_2025_64.02.csv`, murni and perubahan, every level printed, realisasi once the year is closed. */
export function accountFile(budget: RegionBudget): SampleFile {
  const header = ['kode_kemendagri', 'tahun', 'tahap', 'kode_akun', 'uraian', 'anggaran', 'realisasi'];
  const leaves = accountRows(budget);
  const rows = (['murni', 'perubahan'] as const).flatMap((tahap) =>
    withParents(leaves.filter((leaf) => leaf.tahap === tahap)).map((row) => [
      homeCode,
      row.tahun,
      row.tahap,
      row.kodeAkun,
      akunNames.get(row.kodeAkun) ?? missing(row.kodeAkun),
      row.anggaran,
      row.realisasi
    ])
  );
  return { name: `apbd_akun_${budget.tahun}_${homeCode}.csv`, bytes: csvBytes([header, ...rows]) };
}

/** Leaves with every account above them, as an LRA prints them. */
function withParents(leaves: readonly AccountRow[]): AccountRow[] {
  const kodes = new Set(
    leaves.flatMap(({ kodeAkun }) => {
      const parts = kodeAkun.split('.');
      return parts.map((_, i) => parts.slice(0, i + 1).join('.'));
    })
  );
  return [...kodes]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((kode) => {
      const own = leaves.filter(({ kodeAkun }) => kodeAkun === kode || kodeAkun.startsWith(`${kode}.`));
      const anggaran = own.reduce((sum, row) => sum + signOf(kode, row) * row.anggaran, 0);
      const known = own.every(({ realisasi }) => realisasi !== null);
      const realisasi = known ? own.reduce((sum, row) => sum + signOf(kode, row) * row.realisasi!, 0) : null;
      return { ...own[0]!, kodeAkun: kode, anggaran, realisasi };
    });
}

/** Net financing is receipts less outlays; every other sum adds. */
function signOf(kode: string, { kodeAkun }: AccountRow): 1 | -1 {
  return kode === '6' && kodeAkun.startsWith('6.2') ? -1 : 1;
}

function missing(kode: string): never {
  throw new Error(`akun ${kode} is not in data/rujukan/akun.csv.`);
}
