import type { Problem } from '$lib/source/problem';
import { rupiah } from '$lib/source/rupiah';
import type { Delivery } from './delivery';
import { shows, total } from './stageLines';
import type { DeclaredStage, Stage, StagesRead } from './stages';

/** A pagu that does not say its stage: asked, and not imported before the answer. */
export function unnamed(table: DeclaredStage): Problem {
  return {
    kind: 'question',
    code: 'stage-name',
    place: { file: table.file, value: table.tahap ?? '' },
    message: {
      id: 'tahap anggarannya tidak disebut; berkas ini belum diimpor.',
      en: 'does not say its budget stage; not imported yet.'
    },
    fix: {
      id: 'Tetapkan "tahap": "murni", "pergeseran-1", "perubahan", … di tepat.json.',
      en: 'Set "tahap" to "murni", "pergeseran-1", "perubahan", … in tepat.json.'
    },
    tepatJson: `${JSON.stringify(table.file)}: { "tahap": "perubahan" }`
  };
}

/** Two files of one stage that agree on every line both hold: used once. */
export function reconciled(first: DeclaredStage, other: DeclaredStage): Problem {
  return {
    kind: 'decision',
    code: 'stage-reconciled',
    place: { file: other.file, value: `${other.tahun} ${other.kodeSkpd} ${other.tahap}` },
    message: {
      id: `sama dengan ${first.file} pada setiap baris yang dimuat keduanya; dipakai satu kali.`,
      en: `equals ${first.file} on every line both hold; used once.`
    }
  };
}

/** Two files of one stage that differ: the first is used, never the sum. `lines` differ; `one` and `two` are their totals in sen. */
export function unreconciled(
  first: DeclaredStage,
  other: DeclaredStage,
  lines: number,
  one: bigint,
  two: bigint
): Problem {
  return {
    kind: 'warning',
    code: 'stage-unreconciled',
    place: { file: other.file, value: `${other.tahun} ${other.kodeSkpd} ${other.tahap}` },
    message: {
      id: `${lines} baris berbeda dari ${first.file} (jumlah ${rupiah(two)} terhadap ${rupiah(one)}); yang dipakai ${first.file}, tidak dijumlahkan.`,
      en: `${lines} lines differ from ${first.file} (total ${rupiah(two)} against ${rupiah(one)}); ${first.file} was used, they are not added.`
    },
    fix: { id: 'Cocokkan kedua berkas dengan DPA yang sah.', en: 'Compare both files with the enacted DPA.' }
  };
}

/** A declared stage of the same name that differs from what the LRA shows is not mended, only reported. */
export function reportDifference(
  stages: readonly Stage[],
  sums: ReadonlyMap<Stage, Map<string, bigint>>,
  delivery: Delivery,
  shown: ReadonlyMap<string, bigint>,
  out: StagesRead
): void {
  const twin = stages.find(
    (stage) => stage.tahap === delivery.tahap && !stage.disimpulkan && !shows(shown, sums.get(stage)!)
  );
  if (twin === undefined) return;
  out.problems.push({
    kind: 'warning',
    code: 'stage-differs',
    place: { file: delivery.file, value: `${delivery.tahun} ${delivery.kodeSkpd} ${delivery.tahap}` },
    message: {
      id: `pagu di LRA ${rupiah(total(shown))} berbeda dari ${twin.file} ${rupiah(total(sums.get(twin)!))}; keduanya disimpan sebagai tahap tersendiri.`,
      en: `the pagu in the LRA ${rupiah(total(shown))} differs from ${twin.file} ${rupiah(total(sums.get(twin)!))}; both are kept as stages of their own.`
    },
    fix: { id: 'Cocokkan kedua berkas dengan DPA yang sah.', en: 'Compare both files with the enacted DPA.' }
  });
}
