import { idBerkas, kodeAkun, kodeBantuan, kodeSkpd, kodeSubkegiatan, tahun } from './shared';
import { contractTable } from './table';
import { aidCategories, aidPopulations, aidProviders, aidUnits } from './values';

/** Every aid, with its unit, its rule of eligibility and its price. */
export const bantuan = contractTable({
  name: 'bantuan',
  title: { id: 'Bantuan', en: 'Aid programmes' },
  description: {
    id: 'Satu baris tiap bantuan, tiap tahun: siapa yang layak, satuan, dan nilainya.',
    en: 'One row for each aid and year: who is eligible, its unit and its value.'
  },
  source: 'Ditetapkan SKPD',
  key: ['tahun', 'kode_bantuan'],
  columns: {
    tahun,
    kode_bantuan: kodeBantuan,
    nama: { type: 'VARCHAR', description: { id: 'Nama bantuan.', en: 'Name of the aid.' } },
    unit: {
      type: 'VARCHAR',
      values: aidUnits,
      description: {
        id: 'Satuan penerima: orang (NIK) atau keluarga (KK).',
        en: 'Unit of a recipient: person (NIK) or family (KK).'
      }
    },
    penyelenggara: {
      type: 'VARCHAR',
      values: aidProviders,
      description: { id: 'Pemerintah yang menyelenggarakan.', en: 'Government that runs it.' }
    },
    populasi: {
      type: 'VARCHAR',
      values: aidPopulations,
      description: {
        id: 'Dipilih menurut desil, atau menurut kategori khusus yang tidak diketahui desil (layak terlewat hanya bila registri memuat kategorinya).',
        en: 'Chosen by desil, or by a category desil does not know (an exclusion error only where the registry knows the category).'
      }
    },
    kategori: {
      type: 'VARCHAR[]',
      description: {
        id: `Kategori yang layak bila populasinya khusus, terurut (${aidCategories.join(', ')}); kosong bila tidak disebut. Layak terlewat dihitung hanya bila registri memuat semuanya.`,
        en: `Eligible categories where the population is one, sorted (${aidCategories.join(', ')}); empty where none is named. Who is missed is counted only where the registry knows all of them.`
      }
    },
    desil_layak: {
      type: 'INTEGER[]',
      description: {
        id: 'Desil yang layak, terurut; kosong pada populasi khusus berarti tanpa syarat desil.',
        en: 'Eligible desil, sorted; empty for a category means whatever the desil.'
      }
    },
    kuota: {
      type: 'INTEGER?',
      unit: 'penerima',
      description: {
        id: 'Jumlah penerima yang dianggarkan; kosong bila tanpa kuota.',
        en: 'Recipients budgeted for; null where there is no quota.'
      }
    },
    satuan: {
      type: 'VARCHAR',
      description: {
        id: 'Satuan nilai, mis. rupiah per bulan atau paket.',
        en: 'What the value is per, e.g. per month or per parcel.'
      }
    },
    nilai_satuan: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: {
        id: 'Nilai tiap satuan per penerima; kosong bila tidak tetap.',
        en: 'Value per unit and recipient; null where it is not fixed.'
      }
    },
    bulan: {
      type: 'INTEGER?',
      unit: 'bulan',
      description: {
        id: 'Banyaknya bulan yang dibayar setahun; kosong bila sekali bayar.',
        en: 'Months paid in the year; null for one-off aid.'
      }
    },
    tidak_boleh_bersama: {
      type: 'VARCHAR[]',
      description: {
        id: 'Kode bantuan yang tidak boleh diterima bersamaan, terurut.',
        en: 'Codes of aid that may not be received together with it, sorted.'
      }
    },
    id_berkas: idBerkas
  }
});

/** Which budget lines pay for which aid. */
export const bantuanBelanja = contractTable({
  name: 'bantuan_belanja',
  title: { id: 'Belanja tiap bantuan', en: 'Budget lines of aid' },
  description: {
    id: 'Satu baris tiap pasangan bantuan dan rekening yang membiayainya.',
    en: 'One row for each pair of an aid and an account that pays for it.'
  },
  source: 'Ditetapkan SKPD',
  key: ['tahun', 'kode_bantuan', 'kode_skpd', 'kode_subkegiatan', 'kode_akun'],
  columns: {
    tahun,
    kode_bantuan: kodeBantuan,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    kode_akun: kodeAkun,
    bagian: {
      type: 'DOUBLE',
      unit: 'rasio',
      description: {
        id: 'Bagian rekening untuk bantuan ini; berjumlah 1 tiap rekening.',
        en: 'Share of the line for this aid; adds to 1 for each line.'
      }
    },
    id_berkas: idBerkas
  }
});
