import type { Problem } from '$lib/source/problem';
import { rupiah } from '$lib/source/rupiah';
import type { Delivery, Kind } from './delivery';
import type { SeriesRead, Span } from './series';
import type { Evidence } from './seriesEvidence';

/** How the months of a unit's year were read, with the evidence: `falls` of `pairs` accounts fall; `pooled` = judged over all units. */
export function decision(
  sorted: readonly Delivery[],
  kind: Kind,
  { pairs, falls }: Evidence,
  pooled: boolean
): Problem {
  const { tahun, kodeSkpd } = sorted[0]!;
  const months = sorted.map(({ bulan }) => bulan).join(', ');
  return {
    kind: 'decision',
    code: 'monthly-or-cumulative',
    place: { file: sorted[0]!.file, value: `${tahun} ${kodeSkpd}` },
    message: {
      id: `realisasi bulan ${months} dibaca ${kind === 'bulanan' ? 'per bulan' : 'kumulatif'}: ${falls} dari ${pairs} rekening yang sudah terpakai turun pada bulan berikutnya${pooled ? ' (dinilai dari seluruh unit)' : ''}.`,
      en: `realisasi of months ${months} read as ${kind === 'bulanan' ? 'in the month' : 'cumulative'}: ${falls} of ${pairs} accounts with spending fall in the next month${pooled ? ' (judged over all units)' : ''}.`
    }
  };
}

/** The months could be either kind: asked once for the series, whose realisasi waits for the answer. */
export function unclear(sorted: readonly Delivery[], { pairs, falls }: Evidence): Problem {
  const { file, tahun, kodeSkpd } = sorted[0]!;
  return question(sorted, 'monthly-or-cumulative', file, `${tahun} ${kodeSkpd}`, {
    id: `tidak jelas apakah realisasinya per bulan atau kumulatif (${pairs} pembanding, ${falls} turun); realisasinya belum diimpor.`,
    en: `unclear whether realisasi is per month or cumulative (${pairs} comparisons, ${falls} falls); realisasi not imported yet.`
  });
}

/** The title says one kind and the figures show the other: asked, and the realisasi waits for the answer. */
export function contradiction(sorted: readonly Delivery[], said: Kind, { pairs, falls }: Evidence): Problem {
  const { file, tahun, kodeSkpd } = sorted[0]!;
  return question(sorted, 'monthly-or-cumulative', file, `${tahun} ${kodeSkpd}`, {
    id: `judulnya menyebut ${said}, tetapi ${falls} dari ${pairs} rekening turun pada bulan berikutnya; realisasinya belum diimpor.`,
    en: `the title says ${said === 'bulanan' ? 'monthly' : 'cumulative'}, but ${falls} of ${pairs} accounts fall in the next month; realisasi not imported yet.`
  });
}

function question(
  sorted: readonly Delivery[],
  code: string,
  file: string,
  value: string,
  message: Problem['message']
): Problem {
  const lines = [...new Set(sorted.map((delivery) => delivery.file))].map(
    (name) => `${JSON.stringify(name)}: { "sifat": "kumulatif" }`
  );
  return {
    kind: 'question',
    code,
    place: { file, value },
    message,
    fix: {
      id: 'Tetapkan "sifat": "bulanan" atau "kumulatif" di tepat.json.',
      en: 'Set "sifat" to "bulanan" (monthly) or "kumulatif" (cumulative) in tepat.json.'
    },
    tepatJson: lines.join(',\n    ')
  };
}

/** A month delivered twice with the same content: used once. */
export function duplicate(copy: Delivery, first: Delivery): Problem {
  return {
    kind: 'decision',
    code: 'duplicate-month',
    place: { file: copy.file, value: `${copy.tahun}-${String(copy.bulan).padStart(2, '0')} ${copy.kodeSkpd}` },
    message: {
      id: `isinya sama dengan ${first.file}; dipakai satu kali.`,
      en: `the same content as ${first.file}; used once.`
    }
  };
}

/** Different contents for one month and unit: asked, and none of them is used before the answer. */
export function conflict(group: readonly Delivery[]): Problem {
  const { tahun, bulan, kodeSkpd } = group[0]!;
  const files = [...new Set(group.map(({ file }) => file))];
  return {
    kind: 'question',
    code: 'two-files-one-month',
    place: { file: files.join(' / '), value: `${tahun}-${String(bulan).padStart(2, '0')} ${kodeSkpd}` },
    message: {
      id: 'dua isi berbeda untuk bulan dan unit yang sama; keduanya belum dipakai.',
      en: 'two different contents for one month and unit; neither is used yet.'
    },
    fix: {
      id: 'Abaikan salah satunya, atau tetapkan bulannya, di tepat.json.',
      en: 'Ignore one of them, or set its month, in tepat.json.'
    },
    tepatJson: files
      .map((file) => `${JSON.stringify(file)}: { "abaikan": true }`)
      .slice(-1)
      .join('')
  };
}

/** Adds to `out` a warning about the accounts of a delivery that fall, with their sum; `from` is the first month it covers. Nothing where none falls. */
export function reportNegative(delivery: Delivery, spans: readonly Span[], from: number, out: SeriesRead): void {
  const negative = spans.filter(({ realisasi }) => realisasi < 0n);
  if (negative.length === 0) return;
  const sum = negative.reduce((all, { realisasi }) => all + realisasi, 0n);
  const first = negative[0]!;
  out.problems.push({
    kind: 'warning',
    code: 'negative-month',
    place: { file: delivery.file, value: `${first.kodeSubkegiatan} ${first.kodeAkun}` },
    message: {
      id: `${negative.length} rekening turun pada bulan ${from === delivery.bulan ? delivery.bulan : `${from}–${delivery.bulan}`} (${rupiah(sum)}); dicatat sebagai koreksi.`,
      en: `${negative.length} accounts fall in month ${from === delivery.bulan ? delivery.bulan : `${from}–${delivery.bulan}`} (${rupiah(sum)}); kept as corrections.`
    }
  });
}

/** Adds to `out` which months have no file and which are known as one figure only, for one unit and year. `kinds` go with `sorted`. */
export function reportGaps(sorted: readonly Delivery[], kinds: readonly Kind[], out: SeriesRead): void {
  const { tahun, kodeSkpd, file } = sorted.at(-1)!;
  const months = new Set(
    out.covered.filter((row) => row.tahun === tahun && row.kodeSkpd === kodeSkpd).map(({ bulan }) => bulan)
  );
  const missing = Array.from({ length: Math.max(...months) }, (_, i) => i + 1).filter((bulan) => !months.has(bulan));
  const spanned = sorted.flatMap(({ bulan }, i) =>
    kinds[i] === 'kumulatif' && bulan > (sorted[i - 1]?.bulan ?? 0) + 1
      ? [`${(sorted[i - 1]?.bulan ?? 0) + 1}–${bulan}`]
      : []
  );
  if (missing.length > 0) {
    out.problems.push({
      kind: 'warning',
      code: 'month-gap',
      place: { file, value: `${tahun} ${kodeSkpd}` },
      message: {
        id: `tidak ada berkas untuk bulan ${missing.join(', ')}; kumulatif sesudahnya tidak dihitung.`,
        en: `no file for month ${missing.join(', ')}; cumulative figures after it are not computed.`
      },
      fix: { id: 'Tambahkan LRA bulan itu ke folder.', en: 'Add the LRA of that month to the folder.' }
    });
  }
  if (spanned.length === 0) return;
  out.problems.push({
    kind: 'decision',
    code: 'month-span',
    place: { file, value: `${tahun} ${kodeSkpd}` },
    message: {
      id: `realisasi bulan ${spanned.join(', ')} hanya diketahui sebagai satu angka.`,
      en: `realisasi of months ${spanned.join(', ')} is known as one figure only.`
    }
  });
}
