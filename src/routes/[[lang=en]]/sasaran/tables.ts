import { formatPercentRange } from '$lib/format/number';
import { formatDate } from '$lib/format/date';
import type { DataColumn, DataTable } from '$lib/format/table';
import { sum } from '$lib/model/targeting/count';
import type { Language } from '$lib/text/language';
import { paymentReasonText, providerName, taskText, unitName, vintageName } from '$lib/text/targetingLabels';
import { targetingText as text } from '$lib/text/targetingPage';
import type {
  DesilView,
  Figures,
  OverlapView,
  Payment,
  Program,
  RegionPage,
  TargetingPage,
  Unit,
  Worklist
} from '$lib/view/targetingView';
import { cell } from './cells';

/** Number of rates after the decimal mark: none in the public profile. */
const digitsOf = (bulat: boolean): number => (bulat ? 0 : 1);

const count = (key: string, label: string): DataColumn => ({ key, label, kind: 'number' });
const rate = (key: string, label: string, bulat: boolean): DataColumn => ({
  key,
  label,
  kind: 'percent',
  digits: digitsOf(bulat)
});
const words = (key: string, label: string, wideOnly = false): DataColumn => ({ key, label, kind: 'text', wideOnly });

/** What a unit is against the regency, in words; empty where it has no number. */
export function standing({ value, flag, ranks, lack }: Unit, language: Language): string | null {
  if (lack !== null || typeof value !== 'number') return null;
  if (flag !== null) return text[flag][language];
  return ranks === null ? text.kecil[language] : text.sama[language];
}

/** Every listed desa (or kecamatan) with its value, range and counts. `kode` is kept for the link and the export. */
export function unitTable({ bulat, measured, choices }: TargetingPage, name: string, language: Language): DataTable {
  const kecamatan = new Map(choices.kecamatan.map(({ kode, nama }) => [kode, nama]));
  const isDesa = measured.tingkat === 'desa';
  return {
    columns: [
      words('nama', isDesa ? text.desa[language] : text.kecamatan[language]),
      ...(isDesa ? [words('kecamatan', text.kecamatan[language])] : []),
      rate('nilai', name, bulat),
      words('rentang', text.rentang[language]),
      words('status', text.status[language], true),
      count('eligible', text.layakKolom[language]),
      { ...count('layak', text.terjangkau[language]), wideOnly: true },
      { ...count('terlewat', text.terlewat[language]), wideOnly: true },
      // In the public profile nearly every desa has fewer than ten of these.
      ...(bulat
        ? []
        : [
            { ...count('penerima', text.penerima[language]), wideOnly: true },
            { ...count('belum', text.belumDinilai[language]), wideOnly: true }
          ])
    ],
    rows: measured.units
      .filter(({ listed }) => listed)
      .map((unit) => ({
        kode: unit.kode,
        nama: unit.nama,
        kecamatan: kecamatan.get(unit.kecamatan) ?? null,
        nilai: cell(unit.value, language),
        rentang: unit.interval === null ? null : formatPercentRange(...unit.interval, language),
        status: standing(unit, language),
        eligible: cell(unit.eligible, language),
        layak: cell(unit.layak, language),
        terlewat: cell(unit.layakTerlewat, language),
        penerima: cell(unit.penerima, language),
        belum: cell(unit.undecided, language)
      }))
  };
}

/** Reach by desil. */
export function desilTable({ rows }: DesilView, bulat: boolean, language: Language): DataTable {
  return {
    columns: [
      words('desil', text.desil[language]),
      count('terdaftar', text.terdaftar[language]),
      count('penerima', text.penerima[language]),
      rate('cakupan', text.cakupan[language], bulat),
      { key: 'rupiah', label: text.rupiah[language], kind: 'rupiah' },
      rate('bagian', text.bagianRupiah[language], bulat)
    ],
    rows: rows.map(({ desil, terdaftar, penerima, coverage, rupiah, rupiahShare }) => ({
      desil: String(desil),
      terdaftar: cell(terdaftar, language),
      penerima: cell(penerima, language),
      cakupan: cell(coverage, language),
      rupiah: cell(rupiah, language),
      bagian: cell(rupiahShare, language)
    }))
  };
}

/** Where the rupiah of one aid went; the parts add to what was paid. */
export function moneyTable({ money }: Figures, language: Language): DataTable {
  return {
    columns: [words('nama', text.money[language]), { key: 'rupiah', label: text.rupiah[language], kind: 'rupiah' }],
    rows: [
      { nama: text.rupiahLayak[language], rupiah: cell(money.layak, language) },
      { nama: text.rupiahDiLuar[language], rupiah: cell(money.tidakLayak, language) },
      { nama: text.rupiahTakDiketahui[language], rupiah: cell(money.takDiketahui, language) },
      { nama: text.rupiahGanda[language], rupiah: cell(money.ganda, language) }
    ]
  };
}

/** Each aid of the year at the region shown. */
export function programTable(programs: readonly Program[], bulat: boolean, language: Language): DataTable {
  return {
    columns: [
      words('nama', text.bantuan[language]),
      words('catatan', text.penyelenggara[language]),
      count('penerima', text.penerima[language]),
      count('kuota', text.kuota[language]),
      rate('terlewat', text.terlewat[language], bulat),
      rate('diLuar', text.diLuar[language], bulat),
      rate('belum', text.belumDinilai[language], bulat),
      { key: 'rupiah', label: text.rupiah[language], kind: 'rupiah' },
      { ...words('registri', text.registri[language]), wideOnly: true }
    ],
    rows: programs.map(({ nama, unit, penyelenggara, kuota, figures, basis }) => ({
      nama,
      catatan: [penyelenggara === null ? null : providerName(penyelenggara)[language], unitName(unit)[language]]
        .filter((part) => part !== null)
        .join(', '),
      penerima: figures && cell(figures.classes.penerima, language),
      kuota,
      terlewat: figures && cell(figures.rates.ee, language),
      diLuar: figures && cell(figures.rates.ie, language),
      belum: figures && cell(figures.rates.unk, language),
      rupiah: figures && cell(figures.money.total, language),
      registri: basis && vintageName(basis.vintase)[language]
    }))
  };
}

/** Families by the number of aids. */
export function overlapTable({ families }: OverlapView, bulat: boolean, language: Language): DataTable {
  const all = sum(...families.map(({ keluarga }) => keluarga));
  return {
    columns: [
      words('jumlah', text.jumlahBantuan[language]),
      count('keluarga', text.keluarga[language]),
      rate('bagian', text.bagian[language], bulat)
    ],
    rows: families.map(({ jumlah, keluarga }) => ({
      jumlah: String(jumlah),
      keluarga: cell(keluarga, language),
      bagian: typeof keluarga === 'number' && typeof all === 'number' && all > 0 ? keluarga / all : null
    }))
  };
}

/** Families with two given aids; those that may not go together first. */
export function pairTable({ pairs }: OverlapView, language: Language): DataTable {
  return {
    columns: [
      words('pasangan', text.pasangan[language]),
      count('keluarga', text.keluarga[language]),
      words('aturan', text.aturan[language])
    ],
    rows: pairs
      .toSorted((a, b) => Number(b.isForbidden) - Number(a.isForbidden))
      .map(({ nama, namaLain, keluarga, isForbidden }) => ({
        pasangan: `${nama} + ${namaLain}`,
        keluarga: cell(keluarga, language),
        aturan: text[isForbidden ? 'tidakBolehBersama' : 'boleh'][language]
      }))
  };
}

/** The operators' list: what is due in each desa. */
export function workTable(
  { rows }: Worklist,
  choices: Pick<TargetingPage['choices'], 'kecamatan'>,
  bulat: boolean,
  language: Language
): DataTable {
  const kecamatan = new Map(choices.kecamatan.map(({ kode, nama }) => [kode, nama]));
  return {
    columns: [
      words('nama', text.desa[language]),
      words('kecamatan', text.kecamatan[language]),
      count('lama', text.lama[language]),
      rate('segar', text.segar[language], bulat),
      count('belum', text.belumDinilai[language]),
      words('tugas', text.tugas[language])
    ],
    rows: rows
      .filter(({ listed }) => listed)
      .map((row) => ({
        kode: row.kode,
        nama: row.nama,
        kecamatan: kecamatan.get(row.kecamatan) ?? null,
        lama: cell(row.stale, language),
        segar: cell(row.fresh12, language),
        belum: cell(row.undecided, language),
        tugas: row.tasks.map(({ task, count: due }) => taskText(task, due)[language]).join('; ') || null
      }))
  };
}

/** Lists beside what their budget lines paid. */
export function paymentTable(payments: readonly Payment[], language: Language): DataTable {
  return {
    columns: [
      words('nama', text.bantuan[language]),
      { key: 'daftar', label: text.dibayarDaftar[language], kind: 'rupiah' },
      { key: 'realisasi', label: text.dibayarBelanja[language], kind: 'rupiah' },
      { key: 'selisih', label: text.selisih[language], kind: 'rupiah' },
      words('keterangan', text.keterangan[language])
    ],
    rows: payments.map((payment) => ({
      nama: payment.nama,
      daftar: cell(payment.paid, language),
      realisasi: payment.realisasi,
      selisih: cell(payment.difference, language),
      keterangan: paymentReasonText(payment)[language]
    }))
  };
}

/** Aid on the page of a desa: what there is, whom it reaches. */
export function aidTable({ aid, bulat }: RegionPage, language: Language): DataTable {
  return {
    columns: [
      words('nama', text.bantuan[language]),
      words('catatan', text.penyelenggara[language]),
      count('penerima', text.penerima[language]),
      rate('layak', text.terjangkau[language], bulat)
    ],
    rows: aid.map(({ nama, unit, penyelenggara, figures }) => ({
      nama,
      catatan: [penyelenggara === null ? null : providerName(penyelenggara)[language], unitName(unit)[language]]
        .filter((part) => part !== null)
        .join(', '),
      penerima: figures && cell(figures.classes.penerima, language),
      layak: figures && cell(figures.rates.covElig, language)
    }))
  };
}

/** Other desa of the kecamatan: reached and fresh. */
export function neighbourTable({ neighbours, bulat }: RegionPage, language: Language): DataTable {
  return {
    columns: [
      words('nama', text.desa[language]),
      rate('terjangkau', text.terjangkau[language], bulat),
      rate('segar', text.segar[language], bulat)
    ],
    rows: neighbours.map(({ kode, nama, covElig, fresh12 }) => ({
      kode,
      nama,
      terjangkau: cell(covElig, language),
      segar: cell(fresh12, language)
    }))
  };
}

/** The date of a list in words; null where the files do not say. */
export function listDate(program: Program, language: Language): string | null {
  const date = program.basis?.tanggalDaftar ?? null;
  return date === null ? null : formatDate(date, language);
}
