import type { Origin } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import { rupiah } from '$lib/source/rupiah';
import type { Text } from '$lib/text/language';
import type { RegionalBudget } from './regionalRows';

/** Region, year, source, stage and month of a budget, for messages. */
function budgetName({ kodeWilayah, tahun, sumber, tahap, sampaiBulan }: RegionalBudget): string {
  return [kodeWilayah, tahun, sumber, tahap, sampaiBulan === 12 ? null : `s.d. bulan ${sampaiBulan}`]
    .filter((part) => part !== null)
    .join(' ');
}

/** What is realised and not spent: SiLPA once the year is over, until then only what is left so far. */
function realisedText({ sampaiBulan }: RegionalBudget, silpa: bigint | null, before: string): Text {
  if (silpa === null) return { id: '', en: '' };
  const amount = rupiah(silpa);
  return sampaiBulan === 12
    ? { id: `${before}SiLPA terealisasi ${amount}`, en: `${before}realised SiLPA ${amount}` }
    : {
        id: `${before}sisa terealisasi s.d. bulan ${sampaiBulan} ${amount}`,
        en: `${before}left as realised to month ${sampaiBulan} ${amount}`
      };
}

/** The budget balances; `silpa` is what was realised, null where nothing was; `rest` in sen is below the source's rounding. */
export function identity(budget: RegionalBudget, silpa: bigint | null, rest: bigint | null = null): Problem {
  const rounded: Text =
    rest === null || rest === 0n
      ? { id: '', en: '' }
      : {
          id: ` (sisa ${rupiah(rest)} karena pembulatan sumber)`,
          en: ` (${rupiah(rest)} is left by the source's rounding)`
        };
  const planned: Text =
    rest === null
      ? { id: 'anggarannya tidak diberikan', en: 'no budget is given' }
      : { id: `= 0 pada anggaran${rounded.id}`, en: `= 0 as budgeted${rounded.en}` };
  const realised = realisedText(budget, silpa, '; ');
  return {
    kind: 'decision',
    code: 'identity',
    place: { file: budget.files[0]!, value: budgetName(budget) },
    message: {
      id: `Pendapatan − Belanja + Pembiayaan: ${planned.id}${realised.id}.`,
      en: `revenue − spending + financing: ${planned.en}${realised.en}.`
    }
  };
}

/** The budget does not balance: `rest` in sen is what is left, or missing where negative. */
export function identityDiffers(budget: RegionalBudget, rest: bigint, silpa: bigint | null): Problem {
  const realised = realisedText(budget, silpa, '; ');
  return {
    kind: 'warning',
    code: 'identity-difference',
    place: { file: budget.files[0]!, value: budgetName(budget) },
    message: {
      id: `Pendapatan − Belanja + Pembiayaan pada anggaran = ${rupiah(rest)}, bukan 0; diimpor apa adanya${realised.id}.`,
      en: `revenue − spending + financing as budgeted = ${rupiah(rest)}, not 0; imported as it is${realised.en}.`
    },
    fix: {
      id: 'Periksa apakah ada baris pembiayaan atau belanja yang tidak ikut diekspor.',
      en: 'Check whether a row of financing or spending was not exported.'
    }
  };
}

/** Two regions with the same figures. */
export function twins(first: RegionalBudget, other: RegionalBudget): Problem {
  return {
    kind: 'warning',
    code: 'twin-regions',
    place: { file: other.files[0]!, value: budgetName(other) },
    message: {
      id: `isinya sama persis dengan ${first.files[0]} (${first.kodeWilayah}): salah satunya tersimpan untuk daerah yang keliru. Keduanya diimpor.`,
      en: `its figures equal those of ${first.files[0]} (${first.kodeWilayah}): one of them was saved for the wrong region. Both are imported.`
    },
    fix: {
      id: 'Unduh ulang keduanya, atau abaikan yang keliru di tepat.json ("abaikan": true).',
      en: 'Download both again, or ignore the wrong one in tepat.json ("abaikan": true).'
    }
  };
}

/** Months that repeat the figure of the year. */
export function flatMonths(kept: RegionalBudget, dropped: readonly RegionalBudget[]): Problem {
  const months = dropped.map(({ sampaiBulan }) => sampaiBulan).join(', ');
  return {
    kind: 'warning',
    code: 'flat-series',
    place: { file: kept.files[0]!, value: budgetName(kept) },
    message: {
      id: `realisasi bulan ${months} sama dengan bulan ${kept.sampaiBulan}: angka setahun yang diulang, bukan deret bulanan; hanya bulan ${kept.sampaiBulan} yang dipakai.`,
      en: `realisasi of month ${months} equals that of month ${kept.sampaiBulan}: the figure of the year repeated, no monthly series; only month ${kept.sampaiBulan} is used.`
    }
  };
}

/** Two files of one region, year, source, stage and month with different amounts. */
export function twoVersions(first: RegionalBudget, other: string): Problem {
  const { files } = first;
  const file = files[0]!;
  return {
    kind: 'question',
    code: 'two-versions',
    place: { file, value: budgetName(first) },
    message: {
      id: `jumlahnya berbeda dari ${other} untuk daerah, tahun, sumber, dan bulan yang sama; keduanya belum diimpor.`,
      en: `its amounts differ from ${other} for the same region, year, source and month; neither is imported yet.`
    },
    fix: {
      id: 'Abaikan salah satunya di tepat.json, atau beri "bulan" yang benar.',
      en: 'Ignore one of them in tepat.json, or set the right "bulan".'
    },
    tepatJson: `${JSON.stringify(other)}: { "abaikan": true }`
  };
}

/** The same amounts delivered twice. */
export function sameAgain(budget: RegionalBudget, first: string, count: number): Problem {
  return {
    kind: 'decision',
    code: 'same-again',
    place: { file: budget.files[0]!, value: budgetName(budget) },
    message: {
      id: `${count} komponen sama dengan ${first} dan hanya dihitung sekali.`,
      en: `${count} components equal those of ${first} and count once.`
    }
  };
}

/** Why an account is not used that another file of the same budget itemises. */
export const overlaid: Text = {
  id: 'berkas lain merinci akun ini; rinciannya yang dipakai.',
  en: 'another file itemises this account; its details were used.'
};

/** Nobody says the year. */
export function noYear(file: string, sheet: string): Problem {
  return {
    kind: 'question',
    code: 'no-tahun',
    place: { file, sheet },
    message: { id: 'tahun anggarannya tidak disebut; belum diimpor.', en: 'its year is not said; not imported yet.' },
    fix: { id: 'Tetapkan "tahun" di tepat.json.', en: 'Set "tahun" in tepat.json.' },
    tepatJson: `${JSON.stringify(file)}: { "tahun": 2025 }`
  };
}

/** A pergeseran without its number. */
export function noStage(file: string, sheet: string): Problem {
  return {
    kind: 'question',
    code: 'stage-number',
    place: { file, sheet },
    message: {
      id: 'pergeseran ke berapa tidak disebut; belum diimpor.',
      en: 'it does not say which reallocation this is; not imported yet.'
    },
    fix: { id: 'Tetapkan "tahap" di tepat.json.', en: 'Set "tahap" in tepat.json.' },
    tepatJson: `${JSON.stringify(file)}: { "tahap": "pergeseran-1" }`
  };
}

/** A stage that is none. */
export function unknownStage(origin: Origin, tahap: string): Problem {
  return {
    kind: 'reject',
    code: 'tahap',
    place: { ...origin, value: tahap },
    message: { id: 'tahap tidak dikenali; tidak diimpor.', en: 'the stage is not recognised; not imported.' },
    fix: { id: 'Pakai murni, pergeseran-1, perubahan, ….', en: 'Use murni, pergeseran-1, perubahan, ….' }
  };
}
