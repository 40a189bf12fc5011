import { aturanFile, cutRules, type CutRule } from './aturan';
import { boundaryFile } from './batas';
import { budget } from './budget';
import { asOf, lastMonth, stages, stageStart, years, type Year } from './calendar';
import { commitments, obligations, type Commitment, type Obligation } from './commitment';
import { paguFile, realisasiFile } from './flat';
import { keluaranFile, kewajibanFile, kontrakFile, rfkFile } from './lists';
import { lraFile } from './lra';
import { people, peopleFiles, peopleSettings } from './orang';
import { outputs, type Output } from './output';
import { progress, type Progress } from './progress';
import { rakFile } from './rak';
import type { RegionBudget } from './regionBudget';
import { allRegionBudgets, regionFiles } from './regionFiles';
import { rincianFile } from './rincian';
import { spend, type SpendingLine } from './spending';
import { units } from './tables';

/** A raw export: its name and its bytes. */
export interface SampleFile {
  name: string;
  bytes: Uint8Array;
}

/** Everything the files are written from. */
export interface Sample {
  lines: SpendingLine[];
  progress: Progress[];
  outputs: Output[];
  commitments: Commitment[];
  obligations: Obligation[];
  /** What the agency says of cuts. */
  rules: CutRule[];
  /** Whole budgets of the regency and its neighbours. */
  regions: RegionBudget[];
}

/** The invented agency years in memory; the same on every call. */
export function sample(): Sample {
  const lines = budget().map(spend);
  return {
    lines,
    progress: progress(lines),
    outputs: outputs(lines),
    commitments: commitments(lines),
    obligations: obligations(lines),
    rules: cutRules(lines),
    regions: allRegionBudgets()
  };
}

/** The whole folder of the sample: budgets, registries, lists of recipients, and tepat.json; about 40 MB, one file at a time. */
export function* folderFiles(from: Sample = sample()): Generator<SampleFile> {
  yield* budgetSampleFiles(from);
  yield* peopleFiles(people(from.lines));
  yield boundaryFile();
  yield settingsFile(peopleSettings());
}

/** The raw exports about budgets with their tepat.json, in the order of the years: the folder without anything about people. */
export function* sampleFiles(from: Sample = sample()): Generator<SampleFile> {
  yield* budgetSampleFiles(from);
  yield settingsFile({});
}

function* budgetSampleFiles(from: Sample): Generator<SampleFile> {
  for (const tahun of years) {
    yield* budgetFiles(from, tahun);
    for (let bulan = 1; bulan <= lastMonth(tahun); bulan++) {
      yield tahun === 2024 ? realisasiFile(from.lines, tahun, bulan) : lraFile(from.lines, tahun, bulan);
      yield rfkFile(from.progress, tahun, bulan);
      yield kontrakFile(from.commitments, tahun, bulan);
    }
    yield keluaranFile(from.outputs, tahun);
    yield kewajibanFile(from.obligations, tahun);
  }
  yield aturanFile(from.rules);
  yield rincianFile(from.lines);
  yield* regionFiles(from.regions);
}

function settingsFile(ofPeople: ReturnType<typeof peopleSettings>): SampleFile {
  const settings = budgetSettings();
  const all = { ...settings, berkas: { ...settings.berkas, ...ofPeople } };
  return { name: 'tepat.json', bytes: new TextEncoder().encode(`${JSON.stringify(all, null, 2)}\n`) };
}

function* budgetFiles({ lines }: Sample, tahun: Year): Generator<SampleFile> {
  for (const stage of stages) yield paguFile(lines, tahun, stage);
  yield rakFile(lines, tahun, 'murni');
  yield rakFile(lines, tahun, 'perubahan');
}

/** What the exports cannot say about themselves; the keys are explained in README.md. */
function budgetSettings() {
  const startOf = (tahun: Year) =>
    stages.map((stage): [string, { berlaku_bulan: number }] => [
      `pagu_${tahun}_${stage}.csv`,
      { berlaku_bulan: stageStart(tahun, stage) }
    ]);
  const plans = years.map((tahun): [string, { berlaku_bulan: number }] => [
    `RAK ${tahun} Perubahan.xlsx`,
    { berlaku_bulan: stageStart(tahun, 'perubahan') }
  ]);
  return {
    contoh: true,
    judul: units.dinas.nama,
    wilayah: '64.02',
    per_tanggal: asOf,
    berkas: Object.fromEntries([...years.flatMap(startOf), ...plans])
  };
}
