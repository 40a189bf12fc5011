import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import { decidedOn } from './groups';
import type { Plan } from './plan';
import type { RegistryFindings } from './registry';
import type { Vintage } from './vintages';

// Problems of registries and of what was compared with them. Numbers only, never a value.

/** Place of problems that several files have together. */
const together = { file: 'registri' };

/** A registry that does not say of which quarter it is. */
export function noVintageKnown({ file, sheet }: PeopleSheet): Problem {
  return {
    kind: 'question',
    code: 'people-vintage',
    place: { file, sheet },
    message: {
      id: 'registri ini tidak menyebut triwulan atau tanggalnya; belum diimpor.',
      en: 'this registry does not say its quarter or date; it is not imported yet.'
    },
    fix: { id: 'Tetapkan "vintase" di tepat.json.', en: 'Set "vintase" in tepat.json.' },
    tepatJson: `${JSON.stringify(file)}: { "vintase": "2025-T3", "berlaku_sejak": "2025-07-01" }`
  };
}

/** Rows of the registry that live in another regency. */
export function registryOutside({ file, sheet }: PeopleSheet, rows: number): Problem {
  return {
    kind: 'decision',
    code: 'people-registry-outside',
    place: { file, sheet },
    message: {
      id: `${rows} baris registri beralamat di kabupaten/kota lain; tidak dipakai.`,
      en: `${rows} rows of the registry live in another regency; not used.`
    }
  };
}

/** What a vintage says against itself. */
export function registryFindings({ kode, registri }: Vintage, found: RegistryFindings): Problem[] {
  const name = { file: `${registri} ${kode}` };
  const say = (code: string, count: number, id: string, en: string): Problem[] =>
    count === 0
      ? []
      : [{ kind: 'warning', code, place: name, message: { id: `${count} ${id}`, en: `${count} ${en}` } }];
  return [
    ...say(
      'people-desil-conflict',
      found.desilBerbeda,
      'keluarga yang barisnya menyebut desil berbeda; dihitung sebagai belum ditentukan.',
      'families whose rows name different desil; counted as not decided.'
    ),
    ...say(
      'people-family-twice',
      found.keluargaGanda,
      'baris lebih dari keluarga yang sama; tiap keluarga dihitung sekali.',
      'further rows of the same family; each family is counted once.'
    ),
    ...say(
      'people-no-family',
      found.tanpaKeluarga,
      'baris tanpa nomor KK atau ID keluarga yang utuh; masing-masing dihitung sebagai satu keluarga.',
      'rows without a sound KK number or family identifier; each is counted as one family.'
    )
  ];
}

/** Lists decided before the first vintage there is began. */
function vintageTooNew(periods: readonly string[], { kode, berlakuSejak }: Vintage): Problem {
  return {
    kind: 'warning',
    code: 'people-vintage-mismatch',
    place: together,
    message: {
      id: `${periods.join(', ')}: daftar ditetapkan sebelum vintase tertua yang ada (${kode}, berlaku sejak ${berlakuSejak}); perbedaan dapat berasal dari vintase.`,
      en: `${periods.join(', ')}: decided before the oldest vintage there is (${kode}, in force since ${berlakuSejak}); differences may come from the vintage.`
    },
    fix: {
      id: 'Tambahkan registri yang berlaku saat daftar ditetapkan.',
      en: 'Add the registry that held when the list was decided.'
    }
  };
}

/** Lists without a registry to compare with. */
function noRegistry(): Problem {
  return {
    kind: 'warning',
    code: 'people-no-registry',
    place: together,
    message: {
      id: 'tidak ada registri (DTSEN); hanya jumlah penerima yang dihitung, tanpa layak atau belum terjangkau.',
      en: 'there is no registry (DTSEN); only recipients are counted, not who is eligible or missed.'
    },
    fix: { id: 'Tambahkan daftar DTSEN ke folder.', en: 'Add a DTSEN list to the folder.' }
  };
}

/** An aid that no table describes. */
export function undescribed(kode: string, tahun: number, from: number | null): Problem {
  return {
    kind: 'decision',
    code: from === null ? 'people-aid-default' : 'people-aid-year',
    place: { file: 'bantuan', value: kode },
    message:
      from === null
        ? {
            id: `bantuan ini belum dijelaskan untuk ${tahun}: dianggap per keluarga, desil 1-4, diselenggarakan kabupaten, tanpa kuota.`,
            en: `this aid is not described for ${tahun}: taken as per family, desil 1-4, run by the regency, without a quota.`
          }
        : {
            id: `bantuan ini belum dijelaskan untuk ${tahun}: aturan ${from} dipakai.`,
            en: `this aid is not described for ${tahun}: the rules of ${from} are used.`
          },
    tepatJson: `"bantuan": { ${JSON.stringify(kode)}: { "unit": "keluarga", "desil_layak": [1, 2, 3, 4] } }`
  };
}

/** Lists without a registry to compare with, or with one that is younger than the list. */
export function planProblems(plan: Plan, vintages: readonly Vintage[], perTanggal: string | null): Problem[] {
  if (plan.periods.length > 0 && vintages.length === 0) return [noRegistry()];
  const early = plan.periods.filter(
    ({ groups, vintage }) =>
      vintage !== null && groups.every((group) => decidedOn(group, perTanggal) < vintage.berlakuSejak)
  );
  return early.length === 0
    ? []
    : [
        vintageTooNew(
          early.map(({ aid, periode }) => `${aid.kode} ${periode}`),
          early[0]!.vintage!
        )
      ];
}
