import type { DataTable } from '$lib/format/table';
import { sum } from '$lib/model/targeting/count';
import type { Language } from '$lib/text/language';
import { lackText, providerName, unitName, vintageName } from '$lib/text/targetingLabels';
import { paymentReasonText } from '$lib/text/paymentReason';
import { categoryNames, outsideName } from '$lib/text/targetingCategory';
import { targetingAidText as text } from '$lib/text/targetingAidText';
import { capital } from '$lib/text/word';
import type { DesilView, Figures, OverlapView, Payment, Program } from '$lib/view/targetingView';
import { cell } from '../cells';
import { count, rate, words } from '../columns';

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
export function moneyTable({ money, menurut }: Figures, language: Language): DataTable {
  return {
    columns: [words('nama', text.money[language]), { key: 'rupiah', label: text.rupiah[language], kind: 'rupiah' }],
    rows: [
      { nama: text.rupiahLayak[language], rupiah: cell(money.layak, language) },
      { nama: capital(outsideName(menurut)[language]), rupiah: cell(money.tidakLayak, language) },
      { nama: text.rupiahTakDiketahui[language], rupiah: cell(money.takDiketahui, language) },
      { nama: text.rupiahGanda[language], rupiah: cell(money.ganda, language) }
    ]
  };
}

/** Why who is missed has no number though there is a list; hidden cells say so themselves. */
function whyUnknown({ lacks: { ee } }: Figures) {
  return ee === null || ee === 'disembunyikan' ? null : lackText(ee);
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
    rows: programs.map(({ nama, unit, penyelenggara, kategori, kuota, figures, basis }) => ({
      nama,
      catatan: [
        penyelenggara === null ? null : providerName(penyelenggara)[language],
        unitName(unit)[language],
        kategori.length === 0 ? null : categoryNames(kategori)[language],
        figures === null ? null : whyUnknown(figures)?.[language]
      ]
        .filter(Boolean)
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
