/** What a ready-made question is about; the order in which topics are listed. */
export const readyTopics = ['realisasi', 'pendanaan', 'sasaran', 'pemotongan', 'mutu'] as const;
export type ReadyTopic = (typeof readyTopics)[number];

/** A question of the SQL console as a reader may run and change it: no parameters, the newest data. Its words are in `text/sqlQuestions`. */
export interface ReadyQuestion {
  id: string;
  topic: ReadyTopic;
  sql: string;
}

// Numbers of persons and families are read at one level of kode_wilayah each and never added over it. Where one is hidden, the
// column is null and `keterangan` says "disembunyikan". Stages of a budget are never added either: the one in force is read.

/** The newest year of realisasi with its last month, and each unit's stage in force in that month. */
const inForce = `WITH kini AS (
  SELECT tahun, max(bulan) AS bulan_terakhir
  FROM realisasi
  WHERE tahun = (SELECT max(tahun) FROM realisasi)
  GROUP BY tahun
), berlaku AS (
  SELECT tahun, kode_skpd, max(urutan_tahap) AS urutan_tahap
  FROM pagu
  JOIN kini USING (tahun)
  WHERE sah AND berlaku_bulan <= bulan_terakhir
  GROUP BY tahun, kode_skpd
)`;

const spending: readonly ReadyQuestion[] = [
  {
    id: 'realisasi-program',
    topic: 'realisasi',
    sql: `${inForce}, anggaran AS (
  SELECT left(kode_subkegiatan, 7) AS kode, sum(pagu) AS pagu
  FROM pagu
  JOIN berlaku USING (tahun, kode_skpd, urutan_tahap)
  GROUP BY ALL
), belanja AS (
  SELECT left(kode_subkegiatan, 7) AS kode, sum(realisasi) AS realisasi
  FROM realisasi
  JOIN kini USING (tahun)
  GROUP BY ALL
)
SELECT n.nama AS program, b.realisasi, a.pagu, b.realisasi / nullif(a.pagu, 0) AS bagian_terserap
FROM anggaran AS a
LEFT JOIN belanja AS b USING (kode)
LEFT JOIN nomenklatur AS n ON n.kode = a.kode AND n.tahun = (SELECT tahun FROM kini)
ORDER BY a.pagu DESC, a.kode`
  },
  {
    id: 'realisasi-bulan',
    topic: 'realisasi',
    sql: `SELECT bulan, sum(realisasi) AS realisasi
FROM realisasi
WHERE tahun = (SELECT max(tahun) FROM realisasi) AND sejak_bulan = bulan
GROUP BY bulan
ORDER BY bulan`
  },
  {
    id: 'sisa-pagu',
    topic: 'realisasi',
    sql: `${inForce}, anggaran AS (
  SELECT kode_subkegiatan AS kode, sum(pagu) AS pagu
  FROM pagu
  JOIN berlaku USING (tahun, kode_skpd, urutan_tahap)
  GROUP BY ALL
), belanja AS (
  SELECT kode_subkegiatan AS kode, sum(realisasi) AS realisasi
  FROM realisasi
  JOIN kini USING (tahun)
  GROUP BY ALL
)
SELECT n.nama AS sub_kegiatan, a.pagu - coalesce(b.realisasi, 0) AS sisa_pagu, a.pagu, b.realisasi
FROM anggaran AS a
LEFT JOIN belanja AS b USING (kode)
LEFT JOIN nomenklatur AS n ON n.kode = a.kode AND n.tahun = (SELECT tahun FROM kini)
ORDER BY sisa_pagu DESC, a.kode
LIMIT 10`
  },
  {
    id: 'belanja-jenis',
    topic: 'realisasi',
    sql: `WITH belanja AS (
  SELECT left(kode_akun, 6) AS kode, sum(realisasi) AS realisasi
  FROM realisasi
  WHERE tahun = (SELECT max(tahun) FROM realisasi)
  GROUP BY ALL
)
SELECT a.nama AS jenis_belanja, b.realisasi
FROM belanja AS b
LEFT JOIN akun AS a ON a.kode = b.kode AND a.tahun = (SELECT max(tahun) FROM realisasi)
ORDER BY b.realisasi DESC, b.kode`
  },
  {
    id: 'belum-dibayar',
    topic: 'realisasi',
    sql: `WITH terakhir AS (
  SELECT tahun, max(bulan) AS bulan
  FROM komitmen
  WHERE tahun = (SELECT max(tahun) FROM komitmen)
  GROUP BY tahun
)
SELECT jenis,
  CASE WHEN count(terbayar) = count(*) THEN sum(nilai - terbayar) END AS belum_dibayar,
  sum(nilai) AS nilai
FROM komitmen
JOIN terakhir USING (tahun, bulan)
GROUP BY jenis
ORDER BY nilai DESC, jenis`
  }
];

const funding: readonly ReadyQuestion[] = [
  {
    id: 'sumber-dana',
    topic: 'pendanaan',
    sql: `${inForce}
SELECT coalesce(s.nama, 'Tidak disebut') AS sumber_dana, sum(p.pagu) AS pagu
FROM pagu AS p
JOIN berlaku USING (tahun, kode_skpd, urutan_tahap)
LEFT JOIN sumber_dana AS s ON s.kode = p.kode_sumber_dana
GROUP BY ALL
ORDER BY pagu DESC, sumber_dana`
  },
  {
    id: 'pendapatan-tahun',
    topic: 'pendanaan',
    sql: `SELECT tahun, sum(anggaran) AS anggaran, sum(realisasi) AS realisasi, sampai_bulan
FROM apbd_daerah
WHERE jenis = 'pendapatan' AND sumber = 'DJPK APBD' AND basis = 'apbd' AND tahap IS NULL
  AND kode_wilayah = (SELECT min(kode_induk) FROM wilayah WHERE tingkat = 'kecamatan')
GROUP BY tahun, sampai_bulan
ORDER BY tahun, sampai_bulan`
  },
  {
    id: 'komponen-pendapatan',
    topic: 'pendanaan',
    sql: `SELECT komponen, sum(realisasi) AS realisasi, sum(anggaran) AS anggaran
FROM apbd_daerah
WHERE jenis = 'pendapatan' AND sumber = 'DJPK APBD' AND basis = 'apbd' AND tahap IS NULL
  AND kode_wilayah = (SELECT min(kode_induk) FROM wilayah WHERE tingkat = 'kecamatan')
  AND tahun = (SELECT max(tahun) FROM apbd_daerah WHERE sumber = 'DJPK APBD')
GROUP BY komponen
ORDER BY realisasi DESC NULLS LAST, komponen`
  },
  {
    id: 'angka-terbit',
    topic: 'pendanaan',
    sql: `SELECT ukuran, tahap, rupiah, sumber, per_tanggal
FROM angka_terbit
WHERE kode_wilayah = (SELECT min(kode_induk) FROM wilayah WHERE tingkat = 'kecamatan')
  AND tahun = (SELECT max(tahun) FROM angka_terbit)
ORDER BY ukuran, tahap, sumber`
  }
];

/** The newest year of which all aid is merged over the whole year. */
const mergedYear = `(SELECT max(tahun) FROM sasaran WHERE kode_bantuan = 'SEMUA' AND periode = CAST(tahun AS VARCHAR))`;
/** The same for desa, of which only closed years are published; their codes have 13 characters. */
const mergedYearOfDesa = mergedYear.replace('WHERE', 'WHERE length(kode_wilayah) = 13 AND');

const targeting: readonly ReadyQuestion[] = [
  {
    id: 'luar-desil-kecamatan',
    topic: 'sasaran',
    sql: `SELECT w.nama AS kecamatan, s.tidak_layak AS penerima_di_luar_desil_layak, s.penerima,
  CASE WHEN list_contains(s.kolom_tersembunyi, 'tidak_layak') THEN 'disembunyikan' END AS keterangan
FROM sasaran AS s
JOIN wilayah AS w ON w.kode = s.kode_wilayah
WHERE w.tingkat = 'kecamatan' AND s.kode_bantuan = 'SEMUA' AND s.tahun = ${mergedYear}
  AND s.periode = CAST(s.tahun AS VARCHAR)
ORDER BY s.tidak_layak DESC NULLS LAST, s.kode_wilayah`
  },
  {
    id: 'layak-belum-desa',
    topic: 'sasaran',
    sql: `SELECT w.nama AS desa, k.nama AS kecamatan, s.layak_terlewat AS layak_belum_terjangkau, s.layak AS layak_menerima,
  CASE WHEN list_contains(s.kolom_tersembunyi, 'layak_terlewat') THEN 'disembunyikan' END AS keterangan
FROM sasaran AS s
JOIN wilayah AS w ON w.kode = s.kode_wilayah
JOIN wilayah AS k ON k.kode = w.kode_induk
WHERE w.tingkat IN ('desa', 'kelurahan') AND s.kode_bantuan = 'SEMUA' AND s.tahun = ${mergedYearOfDesa}
  AND s.periode = CAST(s.tahun AS VARCHAR)
ORDER BY s.layak_terlewat DESC NULLS LAST, s.kode_wilayah`
  },
  {
    id: 'penerima-desil',
    topic: 'sasaran',
    sql: `SELECT concat('Desil ', d.desil) AS desil, d.penerima, d.terdaftar,
  CASE WHEN list_contains(d.kolom_tersembunyi, 'penerima') THEN 'disembunyikan' END AS keterangan
FROM sasaran_desil AS d
JOIN wilayah AS w ON w.kode = d.kode_wilayah
WHERE w.tingkat = 'kabupaten' AND d.kode_bantuan = 'SEMUA' AND d.tahun = (SELECT max(tahun) FROM sasaran_desil)
ORDER BY d.desil`
  },
  {
    id: 'layak-bantuan',
    topic: 'sasaran',
    sql: `SELECT b.nama AS bantuan, s.penerima, s.layak, s.tidak_layak AS di_luar_desil_layak, s.tidak_tercatat, b.unit AS satuan,
  CASE WHEN list_has_any(s.kolom_tersembunyi, ['penerima', 'layak', 'tidak_layak', 'tidak_tercatat']) THEN concat('disembunyikan: ',
    array_to_string(list_intersect(s.kolom_tersembunyi, ['penerima', 'layak', 'tidak_layak', 'tidak_tercatat']), ', ')) END AS keterangan
FROM sasaran AS s
JOIN bantuan AS b USING (tahun, kode_bantuan)
JOIN wilayah AS w ON w.kode = s.kode_wilayah
WHERE w.tingkat = 'kabupaten' AND s.tahun = ${mergedYear} AND s.periode = CAST(s.tahun AS VARCHAR)
ORDER BY s.penerima DESC NULLS LAST, s.kode_bantuan`
  },
  {
    id: 'jumlah-bantuan',
    topic: 'sasaran',
    sql: `SELECT concat(t.jumlah_bantuan, ' bantuan') AS jumlah_bantuan, t.keluarga,
  CASE WHEN t.disembunyikan THEN 'disembunyikan' END AS keterangan
FROM tumpang_tindih AS t
JOIN wilayah AS w ON w.kode = t.kode_wilayah
WHERE w.tingkat = 'kabupaten' AND t.tahun = (SELECT max(tahun) FROM tumpang_tindih)
ORDER BY t.jumlah_bantuan`
  }
];

const cuts: readonly ReadyQuestion[] = [
  {
    id: 'kewajiban-rutin',
    topic: 'pemotongan',
    sql: `SELECT n.nama AS sub_kegiatan, sum(k.per_bulan) AS kewajiban_per_bulan, max(k.sampai_bulan) AS sampai_bulan
FROM kewajiban AS k
LEFT JOIN nomenklatur AS n ON n.kode = k.kode_subkegiatan AND n.tahun = k.tahun
WHERE k.tahun = (SELECT max(tahun) FROM kewajiban)
GROUP BY k.kode_subkegiatan, n.nama
ORDER BY kewajiban_per_bulan DESC, k.kode_subkegiatan
LIMIT 15`
  },
  {
    id: 'aturan-potong',
    topic: 'pemotongan',
    sql: `SELECT peran, count(*) AS aturan, count(batas) AS dengan_batas, min(batas) AS batas_terkecil, max(batas) AS batas_terbesar
FROM aturan_potong
WHERE tahun = (SELECT max(tahun) FROM aturan_potong)
GROUP BY peran
ORDER BY aturan DESC, peran`
  }
];

const quality: readonly ReadyQuestion[] = [
  {
    id: 'umur-registri',
    topic: 'mutu',
    sql: `SELECT w.nama AS kecamatan, k.umur_median_hari, k.umur_p90_hari, k.per_tanggal,
  CASE WHEN list_contains(k.kolom_tersembunyi, 'umur_median_hari') THEN 'disembunyikan' END AS keterangan
FROM kesegaran AS k
JOIN wilayah AS w ON w.kode = k.kode_wilayah
WHERE w.tingkat = 'kecamatan' AND k.kelompok = 'semua' AND k.vintase = (SELECT max(vintase) FROM kesegaran)
ORDER BY k.umur_median_hari DESC NULLS LAST, k.kode_wilayah`
  },
  {
    id: 'bulan-terakhir',
    topic: 'mutu',
    sql: `SELECT tabel, tahun, max(bulan) AS bulan_terakhir, count(DISTINCT id_berkas) AS berkas
FROM cakupan
GROUP BY tabel, tahun
ORDER BY tabel, tahun DESC`
  },
  {
    id: 'berkas-asal',
    topic: 'mutu',
    sql: `SELECT layout, count(*) AS berkas, max(per_tanggal) AS per_tanggal_terakhir, max(tahun) AS tahun_terakhir
FROM berkas
GROUP BY layout
ORDER BY berkas DESC, layout`
  },
  {
    id: 'tersembunyi',
    topic: 'mutu',
    sql: `SELECT w.tingkat, count(*) FILTER (s.disembunyikan) AS baris_dengan_angka_tersembunyi, count(*) AS baris
FROM sasaran AS s
JOIN wilayah AS w ON w.kode = s.kode_wilayah
GROUP BY w.tingkat
ORDER BY baris DESC, w.tingkat`
  }
];

/** Every ready-made question, topic by topic. */
export const readyQuestions: readonly ReadyQuestion[] = [...spending, ...funding, ...targeting, ...cuts, ...quality];
