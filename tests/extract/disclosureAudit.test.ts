import { describe, expect, test } from 'vitest';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import { auditPublished, isSafe } from '$lib/extract/disclosureAudit';
import { protect } from '$lib/extract/protect';
import { startHighs } from '$lib/solver/highsSolver';

const k = 10;

/** Families by number of aid: one row for a region and a number; what the test calls hidden is hidden in what goes out. */
function overlap(kode_wilayah: string, jumlah_bantuan: number, keluarga: number): Row {
  return {
    tahun: 2025,
    vintase: '2025-T3',
    kode_wilayah,
    jumlah_bantuan,
    keluarga,
    disembunyikan: false,
    id_berkas: 'orang'
  };
}

function audit(exact: ExtractTables, published: ExtractTables) {
  return auditPublished(exact, published, k, startHighs);
}

/** Hides the rows of the given regions. */
function hide(rows: readonly Row[], ...regions: string[]): Row[] {
  return rows.map((row) =>
    regions.includes(String(row.kode_wilayah)) ? { ...row, keluarga: null, disembunyikan: true } : row
  );
}

describe('an outsider who adds up what is published', () => {
  const kecamatan = [overlap('64.02.06.1001', 1, 40), overlap('64.02.06.1002', 1, 3), overlap('64.02.06.1003', 1, 12)];
  const rows = [...kecamatan, overlap('64.02.06', 1, 55)];

  test.each<{ name: string; hidden: string[]; exact: number; narrow: number }>([
    { name: 'computes the one desa that is hidden', hidden: ['64.02.06.1002'], exact: 1, narrow: 0 },
    {
      name: 'learns nothing of two desa that may be 1 to 14',
      hidden: ['64.02.06.1002', '64.02.06.1003'],
      exact: 0,
      narrow: 0
    },
    {
      name: 'learns nothing where the kecamatan is hidden too',
      hidden: ['64.02.06.1002', '64.02.06'],
      exact: 0,
      narrow: 0
    }
  ])('$name', async ({ hidden, exact, narrow }) => {
    const found = await audit({ tumpang_tindih: rows }, { tumpang_tindih: hide(rows, ...hidden) });
    expect(found.tables).toEqual([{ table: 'tumpang_tindih', hidden: hidden.length, exact, narrow }]);
    expect(isSafe(found)).toBe(exact + narrow === 0);
  });

  test('knows two desa within fewer than nine families when both are few and their kecamatan shows', async () => {
    const few = [overlap('64.02.06.1001', 1, 4), overlap('64.02.06.1002', 1, 3), overlap('64.02.06', 1, 7)];
    const found = await audit({ tumpang_tindih: few }, { tumpang_tindih: hide(few, '64.02.06.1001', '64.02.06.1002') });
    expect(found.tables).toEqual([{ table: 'tumpang_tindih', hidden: 2, exact: 0, narrow: 2 }]);
  });

  test('uses one table against another: families by number of aid are all families of the registry', async () => {
    const numbers = [overlap('64.02.06.1001', 0, 90), overlap('64.02.06.1001', 1, 6)];
    const registry: Row = {
      vintase: '2025-T3',
      kode_wilayah: '64.02.06.1001',
      kelompok: 'semua',
      keluarga: 96,
      segar_12_bulan: 50,
      tanpa_tanggal: 0,
      tanggal_depan: 0,
      disembunyikan: false,
      kolom_tersembunyi: []
    };
    const exact = { tumpang_tindih: numbers, kesegaran: [registry] };
    const hidden = numbers.map((row) => (row.jumlah_bantuan === 1 ? { ...row, keluarga: null } : row));
    const found = await audit(exact, { ...exact, tumpang_tindih: hidden });
    expect(found.tables).toEqual([{ table: 'tumpang_tindih', hidden: 1, exact: 1, narrow: 0 }]);
  });
});

test('nothing hidden asks for no solver and is safe', async () => {
  const rows = [overlap('64.02.06', 0, 60), overlap('64.02.06', 1, 20)];
  const noSolver = (): never => {
    throw new Error('no solver was needed');
  };
  const found = await auditPublished(
    { tumpang_tindih: rows },
    protect({ tumpang_tindih: rows }, { perTanggal: null }),
    k,
    noSolver
  );
  expect(isSafe(found)).toBe(true);
});
