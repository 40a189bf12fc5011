import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import { auditPublished, isSafe } from '$lib/extract/disclosureAudit';
import { protect } from '$lib/extract/protect';
import { releasedCounts } from '$lib/extract/released';
import { hiddenReport, suppressTables } from '$lib/extract/suppressTables';
import { startHighs } from '$lib/solver/highsSolver';

const k = 10;
const perTanggal = '2026-10-31';

/** A row of `sasaran` of all aid merged in 2025, with classes that add up. */
function list(kode_wilayah: string, layak: number, tidak_layak: number, desil_kosong: number, terlewat: number): Row {
  return {
    ...{ tahun: 2025, periode: '2025', kode_bantuan: 'SEMUA', vintase: '2025-T1', kode_wilayah, tanggal_daftar: null },
    ...{ penerima: layak + tidak_layak + desil_kosong, layak, tidak_layak, desil_kosong, tidak_tercatat: 0 },
    ...{ layak_terlewat: terlewat, tidak_layak_di_luar: 200, desil_kosong_di_luar: 0, baris_ganda: 0 },
    ...{ rupiah_layak: BigInt(layak) * 20_000_000n, rupiah_tidak_layak: BigInt(tidak_layak) * 20_000_000n },
    ...{ rupiah_tak_diketahui: BigInt(desil_kosong) * 20_000_000n, rupiah_ganda: 0n },
    ...{ disembunyikan: false, kolom_tersembunyi: [], id_berkas: 'orang' }
  };
}

/** Desa of two kecamatan with the sums of both levels. */
function regency(desa: readonly (readonly number[])[]): ExtractTables {
  const counts = ['penerima', 'layak', 'tidak_layak', 'desil_kosong', 'layak_terlewat', 'tidak_layak_di_luar'];
  const money = ['rupiah_layak', 'rupiah_tidak_layak', 'rupiah_tak_diketahui'];
  const rows = desa.map(([a, b, c, d], i) => list(`64.02.0${1 + (i % 2)}.100${i}`, a!, b!, c!, d!));
  const sum = (kode: string): Row => {
    const below = rows.filter((row) => String(row.kode_wilayah).startsWith(kode));
    const added = counts.map((name) => [name, below.reduce((all, row) => all + Number(row[name]), 0)]);
    const paid = money.map((name) => [name, below.reduce((all, row) => all + (row[name] as bigint), 0n)]);
    return { ...list(kode, 0, 0, 0, 0), ...Object.fromEntries(added), ...Object.fromEntries(paid) };
  };
  return { sasaran: [...rows, ...['64.02.01', '64.02.02', '64.02'].map(sum)] };
}

const safely = async (exact: ExtractTables, former: readonly ExtractTables[] = []) => {
  const released = releasedCounts(former);
  const shown = await suppressTables(exact, protect(exact, { perTanggal }), startHighs, { released });
  return { shown, audit: await auditPublished(exact, shown, k, startHighs, { released }) };
};

describe('what is hidden besides few people', () => {
  const exact = regency([
    [40, 12, 0, 60],
    [35, 4, 0, 45],
    [52, 18, 0, 80],
    [33, 16, 0, 41]
  ]);

  test('the only desa with few people outside the eligible desil is not left to be computed from its kecamatan', async () => {
    const primary = protect(exact, { perTanggal });
    expect(isSafe(await auditPublished(exact, primary, k, startHighs))).toBe(false);
    const { shown, audit } = await safely(exact);
    expect(isSafe(audit)).toBe(true);
    expect(hiddenReport(exact, primary, shown).find(({ table }) => table === 'sasaran')).toMatchObject({ few: 1 });
  });

  test('money goes with the counts behind it, and every hidden column is named', async () => {
    const { shown } = await safely(exact);
    for (const row of shown.sasaran!) {
      const hidden = row.kolom_tersembunyi as readonly string[];
      if (row.tidak_layak === null)
        expect(hidden).toEqual(expect.arrayContaining(['tidak_layak', 'rupiah_tidak_layak']));
      for (const name of hidden) expect(row[name], name).toBeNull();
      expect(row.disembunyikan).toBe(hidden.length > 0);
    }
  });
});

test('whatever the desa hold, an outsider with all rows learns nothing hidden', async () => {
  const count = (max: number) => fc.integer({ min: 0, max });
  const desa = fc.array(fc.tuple(count(40), count(25), count(12), count(60)), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(desa, async (rows) => {
      const { audit } = await safely(regency(rows));
      expect(audit.tables.filter(({ exact, narrow }) => exact + narrow > 0)).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true }
  );
});

test('what a release showed cannot protect anything later: another count is hidden instead', async () => {
  const before = regency([
    [40, 12, 0, 60],
    [35, 14, 0, 45],
    [52, 18, 0, 80],
    [33, 16, 0, 41]
  ]);
  const { shown: first } = await safely(before);
  const after = regency([
    [40, 12, 0, 60],
    [35, 4, 0, 45],
    [52, 18, 0, 80],
    [33, 16, 0, 41]
  ]);
  const { shown, audit } = await safely(after, [first]);
  expect(isSafe(audit)).toBe(true);
  const hidden = shown.sasaran!.find((row) => row.kode_wilayah === '64.02.02.1001')!;
  expect(hidden.tidak_layak).toBeNull();
});
