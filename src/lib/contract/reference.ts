import { tkdComponentKeys } from './component';
import { bulan, idBerkas, kodeInduk, kodeSkpd, kodeTetap, kodeWilayah, perYear, tahun } from './shared';
import { contractTable } from './table';
import { akunLevels, coveredTables, nomenklaturLevels, skpdLevels, sumberDanaGroups, wilayahLevels } from './values';

/** Regions of one regency: the regency, its kecamatan, their desa and kelurahan. */
export const wilayah = contractTable({
  name: 'wilayah',
  title: { id: 'Wilayah', en: 'Regions' },
  description: {
    id: 'Satu baris tiap kabupaten, kecamatan, dan desa atau kelurahan. Nama desa berulang: hubungkan dengan kode.',
    en: 'One row for each kabupaten, kecamatan, and desa or kelurahan. Desa names repeat: join by code.'
  },
  source: 'Kode dan nama Kemendagri (idn-area-data)',
  key: ['kode'],
  columns: {
    kode: kodeWilayah,
    nama: { type: 'VARCHAR', description: { id: 'Nama resmi wilayah.', en: 'Official name of the region.' } },
    tingkat: {
      type: 'VARCHAR',
      values: wilayahLevels,
      description: {
        id: 'Tingkat wilayah; desa adat dicatat sebagai desa.',
        en: 'Level; desa adat are entered as desa.'
      }
    },
    kode_induk: {
      type: 'VARCHAR',
      description: {
        id: 'Kode wilayah di atasnya; bagi kabupaten, kode provinsi.',
        en: 'Code one level up; the province for a kabupaten.'
      }
    },
    kode_bps: {
      type: 'VARCHAR?',
      source: 'BPS',
      description: {
        id: 'Kode BPS tanpa titik, mis. 6403 untuk Kemendagri 64.02; kosong bila belum diketahui.',
        en: 'BPS code without dots, e.g. 6403 for Kemendagri 64.02; null where not known.'
      }
    },
    dapil: {
      type: 'VARCHAR?',
      source: 'KPU',
      description: { id: 'Daerah pemilihan DPRD kabupaten.', en: 'Electoral district of the regency council.' }
    },
    kelas_sebanding: {
      type: 'VARCHAR?',
      description: {
        id: 'Kelompok wilayah yang layak dibandingkan dengannya.',
        en: 'Class of regions it may fairly be compared with.'
      }
    },
    lintang: {
      type: 'DOUBLE?',
      unit: 'derajat',
      description: { id: 'Lintang titik label.', en: 'Latitude of the label point.' }
    },
    bujur: {
      type: 'DOUBLE?',
      unit: 'derajat',
      description: { id: 'Bujur titik label.', en: 'Longitude of the label point.' }
    },
    kolom: { type: 'INTEGER?', description: { id: 'Kolom pada peta heksagon.', en: 'Column on the hexagon map.' } },
    baris: { type: 'INTEGER?', description: { id: 'Baris pada peta heksagon.', en: 'Row on the hexagon map.' } }
  }
});

/** Agencies and their units, by year. */
export const skpd = contractTable({
  name: 'skpd',
  title: { id: 'SKPD dan unitnya', en: 'Agencies and their units' },
  description: {
    id: 'Satu baris tiap SKPD dan unitnya, tiap tahun.',
    en: 'One row for each agency and unit, for each year.'
  },
  source: 'SIPD',
  key: ['tahun', 'kode'],
  columns: {
    ...perYear,
    tingkat: {
      type: 'VARCHAR',
      values: skpdLevels,
      description: { id: 'SKPD atau unit di bawahnya.', en: 'An SKPD, or a unit below one.' }
    },
    kode_induk: kodeInduk,
    kode_tetap: kodeTetap
  }
});

/** Urusan, bidang, program, kegiatan and sub kegiatan, by year. */
export const nomenklatur = contractTable({
  name: 'nomenklatur',
  title: { id: 'Nomenklatur program', en: 'Programme nomenclature' },
  description: {
    id: 'Satu baris tiap urusan, bidang, program, kegiatan, dan sub kegiatan, tiap tahun. Kode dapat berganti arti antar tahun: pakai kode_tetap.',
    en: 'One row for each urusan, bidang, program, kegiatan and sub kegiatan, for each year. A code may change meaning between years: use kode_tetap.'
  },
  source: 'Permendagri 90/2019 dan pemutakhirannya; SIPD',
  key: ['tahun', 'kode'],
  columns: {
    ...perYear,
    tingkat: {
      type: 'VARCHAR',
      values: nomenklaturLevels,
      description: { id: 'Tingkat nomenklatur.', en: 'Level of the nomenclature.' }
    },
    kode_induk: kodeInduk,
    kode_tetap: kodeTetap,
    spm: {
      type: 'BOOLEAN',
      source: 'PP 2/2018; Permensos 9/2018',
      description: {
        id: 'Benar bila termasuk standar pelayanan minimal bidang sosial; salah berarti bukan SPM bidang sosial.',
        en: 'True where it belongs to the minimum service standards of social affairs; false says only that it is not one of those.'
      }
    }
  }
});

/** Accounts of six levels, by year. */
export const akun = contractTable({
  name: 'akun',
  title: { id: 'Rekening', en: 'Accounts' },
  description: {
    id: 'Satu baris tiap rekening pada tiap tingkat, tiap tahun.',
    en: 'One row for each account at each level, for each year.'
  },
  source: 'Permendagri 90/2019 dan pemutakhirannya; SIPD',
  key: ['tahun', 'kode'],
  columns: {
    ...perYear,
    tingkat: {
      type: 'VARCHAR',
      values: akunLevels,
      description: { id: 'Tingkat rekening.', en: 'Level of the account.' }
    },
    kode_induk: kodeInduk,
    kode_tetap: kodeTetap
  }
});

/** Funding sources of budget lines. */
export const sumberDana = contractTable({
  name: 'sumber_dana',
  title: { id: 'Sumber dana', en: 'Funding sources' },
  description: {
    id: 'Satu baris tiap sumber dana. Transfer dari provinsi adalah transfer, tetapi bukan TKD.',
    en: 'One row for each funding source. Transfers from the province are transfers, but not TKD.'
  },
  source: 'Daftar sumber dana SIPD',
  key: ['kode'],
  columns: {
    kode: { type: 'VARCHAR', description: { id: 'Kode sumber dana SIPD.', en: 'SIPD code of the source.' } },
    nama: { type: 'VARCHAR', description: { id: 'Nama resmi sumber dana.', en: 'Official name of the source.' } },
    kelompok: {
      type: 'VARCHAR',
      values: sumberDanaGroups,
      description: { id: 'Kelompok sumber dana.', en: 'Group of the source.' }
    },
    komponen_tkd: {
      type: 'VARCHAR?',
      values: tkdComponentKeys,
      description: {
        id: 'Komponen TKD, dengan kata yang sama seperti apbd_daerah.komponen; kosong bila bukan TKD.',
        en: 'Component of TKD, in the words of apbd_daerah.komponen; null where it is not TKD.'
      }
    },
    terikat: {
      type: 'BOOLEAN',
      description: {
        id: 'Benar bila penggunaannya ditentukan, sehingga memotongnya tidak membebaskan uang untuk hal lain.',
        en: 'True where its use is prescribed, so that cutting it frees no money elsewhere.'
      }
    }
  }
});

/** Input files the extract was made from. */
export const berkas = contractTable({
  name: 'berkas',
  title: { id: 'Berkas asal', en: 'Source files' },
  description: {
    id: 'Satu baris tiap berkas masukan. Berkas berisi data orang tanpa nama berkas.',
    en: 'One row for each input file. Files about people have no file name.'
  },
  source: 'Pengimpor',
  key: ['id_berkas'],
  columns: {
    id_berkas: {
      type: 'VARCHAR',
      description: {
        id: 'Tanda pengenal berkas, sama bila masukannya sama.',
        en: 'Identifier of the file, the same for the same input.'
      }
    },
    nama: {
      type: 'VARCHAR?',
      description: {
        id: 'Nama berkas; kosong bagi berkas berisi data orang.',
        en: 'File name; null for files about people.'
      }
    },
    layout: {
      type: 'VARCHAR',
      description: { id: 'Tata letak yang dikenali dari isinya.', en: 'Layout recognised from its content.' }
    },
    tahun: {
      type: 'INTEGER?',
      unit: 'tahun',
      description: { id: 'Tahun anggaran; kosong bila tidak satu.', en: 'Budget year; null where there is not one.' }
    },
    tahap: {
      type: 'VARCHAR?',
      description: { id: 'Tahap anggaran; kosong bila tidak disebut.', en: 'Budget stage; null where none is named.' }
    },
    per_tanggal: {
      type: 'DATE?',
      description: { id: 'Keadaan per tanggal; kosong bila tidak diketahui.', en: 'As-of date; null where not known.' }
    },
    sha256: {
      type: 'VARCHAR',
      description: { id: 'SHA-256 isi berkas, heksadesimal.', en: 'SHA-256 of the bytes, in hexadecimal.' }
    },
    baris: { type: 'INTEGER', unit: 'baris', description: { id: 'Baris data yang dibaca.', en: 'Data rows read.' } },
    rupiah: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: {
        id: 'Jumlah rupiah yang dibaca; kosong bila berkas tidak memuat rupiah.',
        en: 'Rupiah read; null where the file holds no money.'
      }
    }
  }
});

/** What was delivered, so that "nothing spent" differs from "no file". */
export const cakupan = contractTable({
  name: 'cakupan',
  title: { id: 'Cakupan berkas', en: 'Coverage' },
  description: {
    id: 'Satu baris tiap tabel, bulan, dan unit yang datanya diserahkan. Bulan tanpa baris berarti belum ada berkas; bulan dengan baris tetapi tanpa angka berarti nol.',
    en: 'One row for each table, month and unit that was delivered. A month without a row has no file; a month with a row and no figure is zero.'
  },
  source: 'Pengimpor',
  key: ['tabel', 'tahun', 'bulan', 'kode_skpd', 'id_berkas'],
  columns: {
    tabel: { type: 'VARCHAR', values: coveredTables, description: { id: 'Tabel yang dicakup.', en: 'Table covered.' } },
    tahun,
    bulan: {
      ...bulan,
      description: {
        id: 'Bulan yang dicakup, 1 sampai 12; bagi pagu, bulan mulai berlaku; bagi tabel setahun, 1.',
        en: 'Month covered, 1 to 12; for pagu the month it takes effect; for tables of a whole year, 1.'
      }
    },
    kode_skpd: kodeSkpd,
    id_berkas: idBerkas
  }
});

/** Official indicators of a region. */
export const indikator = contractTable({
  name: 'indikator',
  title: { id: 'Indikator wilayah', en: 'Indicators' },
  description: {
    id: 'Satu baris tiap indikator, wilayah, periode, dan sumber. Dua sumber dapat berbeda: keduanya ditampilkan, tidak dirata-ratakan.',
    en: 'One row for each indicator, region, period and source. Two sources may differ: both are shown, never averaged.'
  },
  source: 'BPS, Kemendagri, dan penerbit lain; lihat kolom sumber',
  key: ['kode_wilayah', 'indikator', 'tahun', 'bulan', 'sumber'],
  columns: {
    kode_wilayah: {
      ...kodeWilayah,
      description: {
        id: 'Kode Kemendagri; 00 untuk Indonesia, dua angka untuk provinsi.',
        en: 'Kemendagri code; 00 for Indonesia, two digits for a province.'
      }
    },
    tahun: { ...tahun, description: { id: 'Tahun yang diukur.', en: 'Year measured.' } },
    bulan: {
      type: 'INTEGER?',
      unit: 'bulan',
      description: {
        id: 'Bulan yang diukur; kosong untuk angka setahun.',
        en: 'Month measured; null for a figure of the year.'
      }
    },
    indikator: { type: 'VARCHAR', description: { id: 'Nama indikator.', en: 'Name of the indicator.' } },
    nilai: { type: 'DOUBLE', description: { id: 'Nilai dalam satuannya.', en: 'Value in its unit.' } },
    satuan: { type: 'VARCHAR', description: { id: 'Satuan nilai.', en: 'Unit of the value.' } },
    sumber: {
      type: 'VARCHAR',
      description: { id: 'Penerbit, publikasi, dan tanggal.', en: 'Publisher, publication and date.' }
    },
    id_berkas: idBerkas
  }
});
