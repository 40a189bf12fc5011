import type { Text } from '$lib/text/language';
import { idBerkas, kodeWilayah, tahun } from './shared';
import { contractTable } from './table';

/** A word of a closed list, with its name for readers. */
export interface PublishedWord {
  kata: string;
  name: Text;
}

/**
 * What a published figure measures, in the order in which figures are listed. A parent and its parts stand side by side, as their sources
 * print them: they are compared, never added. `defisit` is spending above revenue, so a surplus is negative.
 */
export const publishedMeasures = [
  word('tkd', 'TKD', 'Central transfers (TKD)'),
  word('dtu', 'Dana transfer umum (DBH dan DAU)', 'General transfers (DBH and DAU)'),
  word('dbh', 'DBH', 'Revenue sharing (DBH)'),
  word('dau', 'DAU', 'General allocation (DAU)'),
  word('dak', 'DAK', 'Special allocation (DAK)'),
  word('dak_fisik', 'DAK fisik', 'Special allocation: physical'),
  word('dak_nonfisik', 'DAK nonfisik', 'Special allocation: non-physical'),
  word('dak_hibah', 'Hibah ke daerah (bagian DAK)', 'Grants to regions (part of DAK)'),
  word('otsus', 'Dana otonomi khusus', 'Special autonomy fund'),
  word('diy', 'Dana keistimewaan DIY', 'Special status fund of Yogyakarta'),
  word('dana_desa', 'Dana Desa', 'Village fund'),
  word('insentif_fiskal', 'Insentif fiskal', 'Fiscal incentive'),
  word('apbd', 'APBD', 'Regional budget (APBD)'),
  word('pendapatan', 'Pendapatan daerah', 'Regional revenue'),
  word('pad', 'PAD', 'Own-source revenue (PAD)'),
  word('transfer', 'Pendapatan transfer', 'Transfers received'),
  word('transfer_pusat', 'Transfer pemerintah pusat', 'Central transfers'),
  word('transfer_daerah', 'Transfer antar daerah', 'Transfers between regions'),
  word('bagi_hasil_provinsi', 'Bagi hasil dari provinsi', 'Provincial revenue sharing'),
  word('bankeu_provinsi', 'Bantuan keuangan dari provinsi', 'Provincial financial assistance'),
  word('pendapatan_lain', 'Lain-lain pendapatan daerah yang sah', 'Other lawful revenue'),
  word('belanja', 'Belanja daerah', 'Regional spending'),
  word('belanja_operasi', 'Belanja operasi', 'Operating spending'),
  word('belanja_pegawai', 'Belanja pegawai', 'Personnel'),
  word('belanja_barang_jasa', 'Belanja barang dan jasa', 'Goods and services'),
  word('belanja_modal', 'Belanja modal', 'Capital spending'),
  word('belanja_tidak_terduga', 'Belanja tidak terduga', 'Contingency'),
  word('belanja_transfer', 'Belanja transfer', 'Transfers to villages'),
  word('perjalanan_dinas', 'Perjalanan dinas', 'Official travel'),
  word('defisit', 'Defisit', 'Deficit'),
  word('pembiayaan_neto', 'Pembiayaan neto', 'Net financing'),
  word('silpa_tahun_lalu', 'SiLPA tahun sebelumnya', 'Surplus carried over from the year before'),
  word('penyertaan_modal', 'Penyertaan modal daerah', 'Equity participation'),
  word('silpa', 'SiLPA tahun berkenaan', 'Surplus at the end of the year'),
  word('utang', 'Utang dan pekerjaan yang terbawa', 'Debt and work carried over')
] as const satisfies readonly PublishedWord[];

/**
 * The stage of a published figure. Wider than the stages of a budget, for news also quotes drafts of the nation, outlooks, halves of a year
 * and changes. `efisiensi` and `selisih_tahun_lalu` are changes, mostly negative, and never levels. `anggaran` is a budget whose stage the
 * source does not name; `tidak_disebut` a figure of which not even that is known.
 */
export const publishedStages = [
  word('rapbn', 'RAPBN', 'draft state budget (RAPBN)'),
  word('apbn', 'APBN', 'state budget (APBN)'),
  word('outlook', 'outlook', 'outlook'),
  word('pagu', 'pagu', 'appropriation (pagu)'),
  word('alokasi', 'alokasi', 'allocation'),
  word('dipa', 'DIPA', 'allotment (DIPA)'),
  word('proyeksi', 'proyeksi', 'projection'),
  word('rkpd_awal', 'RKPD, semula', 'annual plan (RKPD), first version'),
  word('rkpd', 'RKPD', 'annual plan (RKPD)'),
  word('nota_keuangan', 'nota keuangan', 'financial note'),
  word('rapbd', 'RAPBD', 'draft regional budget (RAPBD)'),
  word('murni', 'APBD murni', 'original budget'),
  word('perubahan', 'APBD perubahan', 'amended budget'),
  word('anggaran', 'anggaran, tahap tidak disebut', 'budget, stage not named'),
  word('efisiensi', 'pengurangan karena efisiensi', 'reduction for efficiency'),
  word('setelah_efisiensi', 'setelah efisiensi', 'after the efficiency cut'),
  word('semester_1', 'realisasi semester 1', 'realised in the first half'),
  word('prognosis_semester_2', 'prognosis semester 2', 'expected in the second half'),
  word('realisasi', 'realisasi', 'realised'),
  word('selisih_tahun_lalu', 'selisih dari tahun sebelumnya', 'change from the year before'),
  word('tidak_disebut', 'tahap tidak disebut', 'stage not named')
] as const satisfies readonly PublishedWord[];

/** Figures of the nation and of regions as published, each with its stage and source. */
export const angkaTerbit = contractTable({
  name: 'angka_terbit',
  title: { id: 'Angka yang telah diterbitkan', en: 'Published figures' },
  description: {
    id: 'Satu baris tiap angka yang diterbitkan satu sumber, dibulatkan seperti di sumbernya. Sumber yang bertentangan sama-sama ditampilkan; tidak dijumlahkan dan tidak dirata-ratakan.',
    en: 'One row for each figure one source published, rounded as it is there. Sources that conflict are all shown; figures are never added or averaged.'
  },
  source: 'Berita dan penerbit lain; lihat kolom sumber',
  key: ['kode_wilayah', 'tahun', 'ukuran', 'tahap', 'sumber'],
  columns: {
    kode_wilayah: {
      ...kodeWilayah,
      description: {
        id: 'Kode Kemendagri; 00 untuk Indonesia, dua angka untuk provinsi.',
        en: 'Kemendagri code; 00 for Indonesia, two digits for a province.'
      }
    },
    tahun,
    ukuran: {
      type: 'VARCHAR',
      values: publishedMeasures.map(({ kata }) => kata),
      description: { id: 'Apa yang diukur, dari daftar tertutup.', en: 'What is measured, of a closed list.' }
    },
    tahap: {
      type: 'VARCHAR',
      values: publishedStages.map(({ kata }) => kata),
      description: {
        id: 'Tahap angka menurut sumber; efisiensi dan selisih_tahun_lalu adalah perubahan, bukan besarnya.',
        en: 'Stage of the figure in its source; efisiensi and selisih_tahun_lalu are changes, not levels.'
      }
    },
    per_tanggal: {
      type: 'DATE?',
      description: {
        id: 'Tanggal keadaan menurut sumber, selain itu tanggal terbitnya; kosong bila keduanya tidak diketahui.',
        en: 'As-of date in the source, else the date of publication; null where neither is known.'
      }
    },
    rupiah: {
      type: 'DECIMAL(20,2)',
      unit: 'rupiah',
      description: { id: 'Angkanya, dibulatkan seperti di sumbernya.', en: 'The figure, rounded as in its source.' }
    },
    sumber: {
      type: 'VARCHAR',
      description: {
        id: 'Penerbit, dan tanggal atau nomor bila diketahui.',
        en: 'Publisher, with date or number where known.'
      }
    },
    catatan: {
      type: 'VARCHAR?',
      description: {
        id: 'Apa yang perlu diketahui, misalnya dengan angka mana ia bertentangan; kosong bila tidak ada.',
        en: 'What to know of it, such as the figure it conflicts with, in Indonesian; null where there is nothing.'
      }
    },
    catatan_en: {
      type: 'VARCHAR?',
      description: {
        id: 'Catatan yang sama dalam bahasa Inggris; kosong bila tidak ada catatan.',
        en: 'The same note in English; null where there is none.'
      }
    },
    id_berkas: idBerkas
  }
});

/** The name of a measure of `angka_terbit`; null when the word is none. */
export function publishedMeasureName(ukuran: string): Text | null {
  return nameIn(publishedMeasures, ukuran);
}

/** The name of a stage of `angka_terbit`; null when the word is none. */
export function publishedStageName(tahap: string): Text | null {
  return nameIn(publishedStages, tahap);
}

function nameIn(words: readonly PublishedWord[], kata: string): Text | null {
  return words.find((one) => one.kata === kata)?.name ?? null;
}

function word<const Kata extends string>(kata: Kata, id: string, en: string): { kata: Kata; name: Text } {
  return { kata, name: { id, en } };
}
