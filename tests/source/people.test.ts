import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognisePeople, type PeopleContext, type PeopleRead } from '$lib/source/people/recognisePeople';
import { isCategoryRole } from '$lib/source/people/category';
import type { FileSettings } from '$lib/source/layout';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Cell } from '$lib/source/sheet';
import { book, latin1, utf16le, utf8 } from './workbookFixture';

const [nik, otherNik] = ['9902061708450003', '9902061708450011'];
const [kk, otherKk] = ['9902060101100007', '9902060101100016'];

function read(
  input: string | Uint8Array,
  file = 'bnba sembako 2025.csv',
  settings: FileSettings = {},
  context: PeopleContext = {}
): PeopleRead | null {
  return recognisePeople(typeof input === 'string' ? utf8(input) : input, file, settings, context);
}

/** The only sheet; fails when there is another number of them. */
function only(found: PeopleRead | null): PeopleSheet {
  expect(found?.sheets.length, JSON.stringify(found?.problems.map(({ code }) => code))).toBe(1);
  return found!.sheets[0]!;
}

const problems = (found: PeopleRead | null) => found?.problems.map(({ kind, code }) => `${kind} ${code}`);

/** The text that the body's rows begin with, as a reader of csv that skips as told would see it. */
function firstLine({ body }: PeopleSheet): string | undefined {
  if (body.kind !== 'csv') throw new Error('no csv');
  return new TextDecoder().decode(body.bytes).split('\n')[body.skipRows]?.trim();
}

describe('headers as agencies write them', () => {
  const row = `1;${kk};${nik};Amat Contoh;2;Tenggarong;Melayu`;
  test.for([
    { name: 'the ministry', header: 'NO;NO. KK;NIK PENGURUS;NAMA PENGURUS;TAHAP;KECAMATAN;DESA/KEL' },
    {
      name: 'the registry',
      header:
        'id;nomor_kartu_keluarga;nomor_induk_kependudukan;nama_kepala_keluarga;x;nama_kecamatan;nama_desa_kelurahan'
    },
    { name: 'short', header: 'No;nokk;nik;nama;x;kec;desa' },
    {
      name: 'spelled out',
      header: 'Nomor;Nomor Kartu Keluarga (KK);N I K;Nama Lengkap;Ket;Kecamatan;Desa / Kelurahan'
    },
    { name: 'with a slip of the pen', header: 'no;nomor_kk;nomor_nik;nama;rt;kecamatan;desakeluarahan' },
    {
      name: 'with notes in brackets',
      header: 'No;No KK (16 digit);NIK (16 digit);Nama KPM;x;Kecamatan Domisili;Kelurahan/Desa'
    },
    { name: 'abbreviated', header: 'NO;NKK;NO NIK;NM KPM;x;NMKEC;KELDES' },
    { name: 'identity card', header: 'No;No Kartu Keluarga;No. KTP;Nama Penerima;x;Kecamatan;Kelurahan' }
  ])('$name', ({ header }) =>
    expect(only(read(`${header}\n${row}\n`)).columns).toMatchObject({ kk: 1, nik: 2, nama: 3, kecamatan: 5, desa: 6 })
  );

  test.for([
    { header: 'Tgl Verifikasi', role: 'tanggal' },
    { header: 'TANGGAL PEMUTAKHIRAN', role: 'tanggal' },
    { header: 'last_update', role: 'tanggal' },
    { header: 'updated_at', role: 'tanggal' },
    { header: 'Jumlah Anggota Keluarga', role: 'anggota' },
    { header: 'jml_art', role: 'anggota' },
    { header: 'Desil Kesejahteraan', role: 'desil' },
    { header: 'desil_nasional', role: 'desil' },
    { header: 'Jenis Bantuan', role: 'program' },
    { header: 'BANSOS', role: 'program' },
    { header: 'Bulan Salur', role: 'bulan' },
    { header: 'Periode Penyaluran', role: 'periode' },
    { header: 'Triwulan', role: 'triwulan' },
    { header: 'TW Salur', role: 'triwulan' },
    { header: 'Semester', role: 'semester' },
    { header: 'Tahap Penyaluran', role: 'tahap' },
    { header: 'Penyaluran ke', role: 'tahap' },
    { header: 'Tahun Anggaran', role: 'tahun' },
    { header: 'Tgl SK', role: 'tanggal_daftar' },
    { header: 'Tanggal Salur', role: 'tanggal_daftar' },
    { header: 'Nominal (Rp)', role: 'nominal' },
    { header: 'Nilai Bantuan', role: 'nominal' },
    { header: 'Kode Wilayah', role: 'kode_wilayah' },
    { header: 'kode_desa', role: 'kode_wilayah' },
    { header: 'Kabupaten/Kota', role: 'kabupaten' },
    { header: 'id_keluarga', role: 'id_keluarga' }
  ] as const)('"$header" is $role', ({ header, role }) =>
    expect(
      only(read(`NIK;${header};NAMA KPM\n${nik};${role === 'kode_wilayah' ? '64.02.06.1005' : 7};Amat Contoh\n`))
        .columns
    ).toMatchObject({ nik: 0, [role]: 1 })
  );

  test.for([
    'percentile',
    'Desil Kabupaten',
    'NIK Ibu',
    'Nama Ibu Kandung',
    'Tanggal Lahir',
    'Bulan Lahir',
    'Alamat',
    'NPWP',
    'Jumlah Desil'
  ])('"%s" has no role, so its column is never loaded', (header) =>
    expect(Object.values(only(read(`NIK;${header};NAMA KPM\n${nik};7;Amat Contoh\n`)).columns)).not.toContain(1)
  );

  test.for([
    { name: 'KK above family numbers', cell: kk, role: 'kk' },
    { name: 'KK above counts', cell: '3', role: undefined }
  ])('$name', ({ cell, role }) => {
    const { columns } = only(read(`NIK,KK,NAMA\n${nik},${cell},Amat Contoh\n`));
    expect(columns.kk).toBe(role === undefined ? undefined : 1);
  });

  test.for([
    { name: 'JUMLAH above rupiah', cell: '600000', role: 2 },
    { name: 'JUMLAH above parcels', cell: '1', role: undefined }
  ])('$name', ({ cell, role }) =>
    expect(only(read(`NIK,NAMA,JUMLAH\n${nik},Amat Contoh,${cell}\n`)).columns.nominal).toBe(role)
  );

  test("the ministry's own list of recipients", () => {
    const header = 'NAMA PENERIMA;NIK KTP;TAHAP;BANSOS;IDSEMESTA;NO KEL;NM PROV;NM KAB;NM KEC;NM KEL;ALAMAT;UMUR';
    const row = `Amat Contoh;${nik};1;PKH;1;1005;KALTIM;KUTAI KARTANEGARA;TENGGARONG;MELAYU;Jl. Contoh;40`;
    expect(only(read(`${header}\n${row}\n`, 'penerima 2025.csv')).columns).toEqual({
      nama: 0,
      nik: 1,
      tahap: 2,
      program: 3,
      kabupaten: 7,
      kecamatan: 8,
      desa: 9
    });
  });

  test('regions with short headers are no name of a person', () =>
    expect(only(read(`NIK;NM PROV;NM KEC;NM KEL\n${nik};A;B;C\n`)).columns).toEqual({ nik: 0, kecamatan: 2, desa: 3 }));

  test('a code in parts is no code of a place', () =>
    expect(only(read(`NIK;KODE KAB;KODE KEC;KODE DESA;DESA\n${nik};02;06;1005;Melayu\n`)).columns).toEqual({
      nik: 0,
      desa: 4
    }));

  test('a column BANSOS of yes and no names no aid', () =>
    expect(only(read(`NIK;BANSOS;NAMA KPM\n${nik};YA;Amat Contoh\n`)).columns.program).toBeUndefined());

  test('counts of NIK by desa are no persons', () =>
    expect(read('kecamatan,desa,nik_padan,nik_belum_padan\nTenggarong,Melayu,120,4\n', 'x.csv')).toBeNull());

  test('a column named by hand in tepat.json', () =>
    expect(
      only(
        read(`Identitas,Warga,DESA\n${nik},Amat Contoh,Melayu\n`, 'pkh 2025.csv', {
          kolom: { Identitas: 'nik', Warga: 'nama' }
        })
      ).columns
    ).toEqual({
      nik: 0,
      nama: 1,
      desa: 2
    }));
});

describe('what a registry knows beside desil', () => {
  const registry = (header: string, cell = 'Ya'): PeopleSheet =>
    only(
      read(
        `NO KK;NIK;NAMA;HUBUNGAN KELUARGA;DESIL;${header}\n${kk};${nik};Amat Contoh;ANAK;2;${cell}\n`,
        'DTSEN T3 2025.csv'
      )
    );
  test.for([
    ['Penyandang Disabilitas', 'disabilitas'],
    ['JENIS DISABILITAS', 'disabilitas'],
    ['jumlah_anggota_disabilitas', 'disabilitas'],
    ['Jml. Lansia', 'lansia'],
    ['Lansia Terlantar', 'lansia_telantar'],
    ['Penyandang Disabilitas Telantar (Ya/Tidak)', 'disabilitas_telantar'],
    ['Anak Terlantar', 'anak_telantar'],
    ['Kategori PPKS', 'ppks'],
    ['JENIS PMKS', 'ppks']
  ] as const)('%s', ([header, role]) => {
    const { kind, columns } = registry(header);
    expect([kind, columns[role], columns.anggota]).toEqual(['registri', 5, undefined]);
  });

  test.for(['Alamat Lansia', 'Pendamping Disabilitas', 'Nama PPKS', 'Jumlah Anggota'])('%s is none of them', (header) =>
    expect(Object.keys(registry(header).columns).filter(isCategoryRole)).toEqual([])
  );

  test('a list of recipients never loads such a column: its own word is no proof', () => {
    const list = read(`NO KK;NIK;NAMA;JENIS DISABILITAS\n${kk};${nik};Amat Contoh;Tuna netra\n`);
    expect(only(list)).toMatchObject({ kind: 'penerima' });
    expect(Object.keys(only(list).columns)).toEqual(['nik', 'kk', 'nama']);
  });
});

describe('where the rows begin', () => {
  const data = `1,${nik},Amat Contoh`;
  test.for([
    { name: 'below the header', text: `NO,NIK,NAMA\n${data}\n`, firstRow: 2 },
    {
      name: 'below titles and a blank line',
      text: `DAFTAR PENERIMA PKH\n"Bulan Maret\n2025"\n\nNO,NIK,NAMA\n${data}\n`,
      firstRow: 5
    },
    { name: 'below the row of column numbers', text: `NO,NIK,NAMA\n(1),(2),(3)\n${data}\n`, firstRow: 3 },
    { name: 'below column numbers without brackets', text: `NO,NIK,NAMA\n1,2,3\n${data}\n`, firstRow: 3 },
    { name: "below a template's example", text: `NO,NIK,NAMA\n,64XXXXXXXXXXXXXX,Contoh: BUDI\n${data}\n`, firstRow: 3 },
    { name: 'below a hint for spreadsheets', text: `sep=,\nNO,NIK,NAMA\n${data}\n`, firstRow: 3 },
    {
      name: 'below a header of two rows',
      text: `NO,PENERIMA,,DOMISILI,\n,NIK,NAMA,KECAMATAN,DESA\n${data},Tenggarong,Melayu\n`,
      firstRow: 3
    },
    { name: 'below a header that stands there twice', text: `NO,NIK,NAMA\nNO,NIK,NAMA\n${data}\n`, firstRow: 3 }
  ])('$name', ({ text, firstRow }) => {
    const sheet = only(read(text));
    expect(sheet.firstRow).toBe(firstRow);
    expect(sheet.body).toMatchObject({ kind: 'csv', skipRows: firstRow - 1 });
    if (!text.includes('"')) expect(firstLine(sheet)).toContain(data);
  });

  test('a group of columns under one title: its own headers count', () =>
    expect(
      only(read(`NO,IDENTITAS,,DOMISILI,\n,NIK,NAMA,KECAMATAN,DESA\n${data},Tenggarong,Melayu\n`)).columns
    ).toEqual({
      nik: 1,
      nama: 2,
      kecamatan: 3,
      desa: 4
    }));

  test("a person's name may hold the word contoh", () =>
    expect(only(read(`NIK,NAMA\n${nik},Contoh Amat\n${otherNik},Amat Contoh\n`)).firstRow).toBe(2));
});

describe('containers and dialects', () => {
  const table: Cell[][] = [
    ['DAFTAR PENERIMA SEMBAKO', null, null],
    [],
    ['NIK', 'NO KK', 'NAMA KPM'],
    [nik, kk, 'Amat Contoh'],
    [Number(otherNik), otherKk, 'Siti Contoh']
  ];
  test.for(['xlsx', 'biff8', 'xlml', 'html'] as const)('a workbook as %s', (type) => {
    const sheet = only(read(book({ Data: table }, type), 'bnba 2025.xls'));
    expect(sheet.columns).toEqual({ nik: 0, kk: 1, nama: 2 });
    expect(sheet.program).toBe('SEMBAKO');
    expect(sheet.body.kind === 'rows' && sheet.body.rows.length).toBe(2);
    expect(sheet.firstRow).toBe(4);
  });

  test('a numeric cell stays a number, so that a lost digit can be told', () => {
    const { body } = only(read(book({ Data: table }), 'bnba 2025.xlsx'));
    expect(body.kind === 'rows' && body.rows[1]?.[0]).toBe(Number(otherNik));
  });

  test.for([
    { name: 'semicolons', delimiter: ';' },
    { name: 'tabs', delimiter: '\t' },
    { name: 'bars', delimiter: '|' },
    { name: 'commas', delimiter: ',' }
  ])('csv with $name', ({ delimiter }) => {
    const lines = [
      ['NO', 'NIK', 'NAMA KPM', 'DESA'],
      ['1', nik, 'Amat Contoh', 'Melayu']
    ].map((row) => row.join(delimiter));
    expect(only(read(`${lines.join('\r\n')}\r\n`)).body).toMatchObject({ delimiter, quote: '"', utf8: true, width: 4 });
  });

  test('a byte order mark is no part of a header', () =>
    expect(only(read(`\ufeffNIK,NAMA\n${nik},Amat Contoh\n`)).columns.nik).toBe(0));

  test.for([
    { name: 'windows-1252', bytes: latin1(`NIK;NAMA\n${nik};Andr\xe9 Contoh\n`) },
    { name: 'UTF-16', bytes: utf16le(`\ufeffNIK;NAMA\n${nik};Andr\u00e9 Contoh\n`) },
    {
      name: 'windows-1252 far below the first lines',
      bytes: latin1(`NIK;NAMA\n${`${nik};Amat Contoh\n`.repeat(5000)}${nik};Andr\xe9\n`)
    },
    { name: 'lines that end in carriage returns', bytes: utf8(`NIK;NAMA\r${nik};Andr\u00e9 Contoh\r`) }
  ])('$name is handed on as UTF-8', ({ bytes }) => {
    const { body } = only(read(bytes));
    expect(body.kind === 'csv' && body.utf8).toBe(false);
    expect(body.kind === 'csv' && new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)).toMatch(
      /\n\d{16};Andr\u00e9/
    );
  });

  test('a large csv is judged by its beginning, and handed on whole and unread', () => {
    const text = `NIK;NAMA KPM\n${`${nik};"Amat; Contoh"\n`.repeat(20_000)}`;
    const bytes = utf8(text);
    const { body } = only(read(bytes));
    expect(body.kind === 'csv' && body.bytes === bytes).toBe(true);
  });

  test('sheets are called by their place or by plain words, any other by its number: it may be named after a person', () => {
    const rows = (place: string): Cell[][] => [
      ['NIK', 'NAMA PENERIMA', 'KECAMATAN'],
      [nik, 'Amat Contoh', place]
    ];
    const found = read(
      book({
        Tenggarong: rows('TENGGARONG'),
        'Kec. Sebulu 2025': rows('Sebulu'),
        'Data BNBA Triwulan III': rows('x'),
        'Amat Contoh': rows('x'),
        Rekap: [
          ['Kecamatan', 'Jumlah'],
          ['Tenggarong', 1]
        ]
      }),
      'bantuan pkh 2025.xlsx',
      { lembar_tersembunyi: true }
    );
    expect(found?.sheets.map(({ sheet }) => sheet)).toEqual([
      'Tenggarong',
      'Kec. Sebulu 2025',
      'Data BNBA Triwulan III',
      'ke-4'
    ]);
    expect(problems(found)).toContain('decision people-sheet-unknown');
  });

  test('a hidden sheet is left out and named', () => {
    const rows: Cell[][] = [
      ['NIK', 'NAMA PENERIMA'],
      [nik, 'Amat Contoh']
    ];
    const found = read(book({ Data: rows, Lama: rows }), 'pkh 2025.xlsx');
    expect(found?.sheets.map(({ sheet }) => sheet)).toEqual(['Data']);
    expect(problems(found)).toContain('decision sheet-hidden');
  });
});

describe('recipients or registry', () => {
  const list = (header: string, cells: string) => `NIK,NO KK,${header}\n${nik},${kk},${cells}\n`;
  test.for([
    {
      name: 'a programme in the title',
      text: `DAFTAR PENERIMA PKH\n${list('NAMA', 'A')}`,
      file: 'a 2025.csv',
      kind: 'penerima'
    },
    { name: 'amounts', text: list('NAMA,NOMINAL', 'A,200000'), file: 'sembako 2025.csv', kind: 'penerima' },
    {
      name: 'recipients whose list prints their desil',
      text: list('NAMA,DESIL,NOMINAL', 'A,2,200000'),
      file: 'pkh dtsen 2025.csv',
      kind: 'penerima'
    },
    {
      name: 'desil and last update',
      text: list('NAMA,DESIL,TGL VERIFIKASI', 'A,2,2025-01-01'),
      file: 'data 2025-03.csv',
      kind: 'registri'
    },
    {
      name: 'the registry in the name of the file',
      text: list('NAMA', 'A'),
      file: 'DTKS Januari 2024.csv',
      kind: 'registri'
    },
    {
      name: 'identifiers and relations of DTKS',
      text: list('id_dtks,nama,hubungan_keluarga', '1,A,Anak'),
      file: 'data 2024-01.csv',
      kind: 'registri'
    }
  ])('$name: $kind', ({ text, file, kind }) => expect(only(read(text, file)).kind).toBe(kind));

  test('neither says which: a question, and nothing is read', () => {
    const found = read(list('NAMA', 'A'), 'data.csv');
    expect(found?.sheets).toEqual([]);
    expect(problems(found)).toEqual(['question people-kind']);
  });

  test.for([
    { name: 'an aid', settings: { bantuan: 'SANTUNAN', periode: '2025' }, kind: 'penerima' },
    { name: 'a version', settings: { vintase: '2025-T3' }, kind: 'registri' }
  ])('tepat.json names $name: $kind', ({ settings, kind }) =>
    expect(only(read(list('NAMA', 'A'), 'data.csv', settings)).kind).toBe(kind)
  );

  test.for([
    { name: 'one row a family', text: list('NAMA KEPALA KELUARGA,DESIL', 'A,1'), per: 'keluarga' },
    {
      name: 'a column for the place in the family',
      text: list('NAMA,HUBUNGAN KELUARGA,DESIL', 'A,Anak,1'),
      per: 'orang'
    },
    {
      name: 'one KK on several rows',
      text: `NIK,NO KK,DESIL\n${nik},${kk},1\n${otherNik},${kk},1\n9902061708450029,${kk},1\n`,
      per: 'orang'
    },
    { name: 'no KK at all', text: `NIK,DESIL\n${nik},1\n`, per: 'orang' }
  ])('the rows of a registry: $name', ({ text, per }) => expect(only(read(text, 'dtsen tw1 2025.csv')).per).toBe(per));
});

describe('which aid', () => {
  const list = `NIK,NAMA PENERIMA\n${nik},Amat Contoh\n`;
  const programs = [
    { kode: 'ALAT-BANTU', nama: 'Alat bantu disabilitas' },
    { kode: 'SANTUNAN', nama: 'Santunan tunai' }
  ];
  test.for([
    {
      name: 'by its name in a title',
      text: `BUKTI TERIMA SANTUNAN TUNAI 2025\n${list}`,
      file: 'x.csv',
      program: 'SANTUNAN'
    },
    { name: 'by its code in the name of the file', text: list, file: 'alat_bantu_2025.csv', program: 'ALAT-BANTU' },
    { name: 'by the folder', text: list, file: 'pkh/2025/maret.csv', program: 'PKH' },
    {
      name: 'a title before the name of the file',
      text: `PENERIMA SEMBAKO 2025\n${list}`,
      file: 'pkh.csv',
      program: 'SEMBAKO'
    },
    {
      name: 'a national programme by another name',
      text: `PENERIMA BPNT 2025\n${list}`,
      file: 'x.csv',
      program: 'SEMBAKO'
    },
    {
      name: 'the aid it excludes is not meant',
      text: `SANTUNAN 2025 BAGI LANSIA BUKAN PENERIMA PKH\n${list}`,
      file: 'x.csv',
      program: 'SANTUNAN'
    }
  ])('$name', ({ text, file, program }) => expect(only(read(text, file, {}, { programs })).program).toBe(program));

  test('a national programme has the code that the folder gave it', () =>
    expect(
      only(read(list, 'sembako 2025.csv', {}, { programs: [{ kode: 'BPNT', nama: 'Bantuan pangan' }] })).program
    ).toBe('BPNT'));

  test('a column says it: the sheet says nothing', () => {
    const sheet = only(read(`NIK,NAMA KPM,JENIS BANTUAN,TAHUN\n${nik},Amat Contoh,PKH,2025\n`, 'sembako.csv'));
    expect([sheet.program, sheet.columns.program]).toEqual([null, 2]);
  });

  test('tepat.json outweighs the column', () => {
    const sheet = only(
      read(`NIK,NAMA KPM,JENIS BANTUAN,TAHUN\n${nik},Amat Contoh,PKH,2025\n`, 'x.csv', { bantuan: 'SANTUNAN' })
    );
    expect([sheet.program, sheet.columns.program]).toEqual(['SANTUNAN', undefined]);
  });

  test('a blank column says nothing', () =>
    expect(only(read(`NIK,NAMA KPM,JENIS BANTUAN\n${nik},Amat Contoh,\n`, 'pkh 2025.csv')).program).toBe('PKH'));

  test.for([
    { name: 'nothing names one', text: `DAFTAR PENERIMA 2025\n${list}` },
    { name: 'two are named', text: `PENERIMA PKH DAN SEMBAKO 2025\n${list}` }
  ])('$name: a question with the line to paste', ({ text }) => {
    const found = read(text, 'x.csv', {}, { programs });
    expect(found?.sheets).toEqual([]);
    expect(found?.problems).toMatchObject([
      {
        kind: 'question',
        code: 'people-program',
        tepatJson: expect.stringMatching(/^"x.csv": \{ "bantuan": "[A-Z]+" \}$/)
      }
    ]);
  });
});

describe('which time', () => {
  const list = `NIK,NAMA PENERIMA\n${nik},Amat Contoh\n`;
  test.for([
    { title: 'PENERIMA PKH BULAN MARET 2025', tahun: 2025, bulan: 3, sejakBulan: null },
    { title: 'PENERIMA PKH Periode : Januari s.d. Maret 2025', tahun: 2025, bulan: 3, sejakBulan: 1 },
    { title: 'PENERIMA PKH TRIWULAN III 2025', tahun: 2025, bulan: 9, sejakBulan: 7 },
    { title: 'PENERIMA PKH TW2 TA 2025', tahun: 2025, bulan: 6, sejakBulan: 4 },
    { title: 'PENERIMA PKH SEMESTER 2 TAHUN 2025', tahun: 2025, bulan: 12, sejakBulan: 7 },
    { title: 'PENERIMA PKH TAHUN 2025', tahun: 2025, bulan: null, sejakBulan: null },
    { title: 'PENERIMA PKH 2025 sesuai Peraturan Nomor 5 Tahun 2021', tahun: 2025, bulan: null, sejakBulan: null },
    { title: 'PENERIMA PKH 2025 (SK tanggal 3 Januari 2025)', tahun: 2025, bulan: null, sejakBulan: null }
  ])('$title', ({ title, ...expected }) =>
    expect(only(read(`${title}\n${list}`, 'x.csv')).period).toMatchObject(expected)
  );

  test('a stage of payment is read as a quarter, and said', () => {
    const found = read(`PENERIMA PKH TAHAP 2 TAHUN 2025\n${list}`, 'x.csv');
    expect(only(found).period).toMatchObject({ bulan: 6, sejakBulan: 4 });
    expect(problems(found)).toContain('decision people-stage');
  });

  test('a title before the name of the file', () =>
    expect(only(read(`PENERIMA PKH MARET 2025\n${list}`, 'pkh_2024_11.csv')).period).toMatchObject({
      tahun: 2025,
      bulan: 3
    }));

  test('tepat.json before all, also before columns', () => {
    const sheet = only(read(`NIK,NAMA KPM,BULAN,TAHUN\n${nik},A,Maret,2025\n`, 'pkh.csv', { periode: '2024-11' }));
    expect(sheet.period).toMatchObject({ tahun: 2024, bulan: 11 });
    expect(sheet.columns).toEqual({ nik: 0, nama: 1 });
  });

  test('a year in a column is enough', () =>
    expect(only(read(`NIK,NAMA KPM,TAHUN\n${nik},A,2025\n`, 'pkh.csv')).period.tahun).toBeNull());

  test('no year anywhere: a question with the line to paste', () => {
    const found = read(list, 'pkh.csv');
    expect(found?.sheets).toEqual([]);
    expect(found?.problems).toMatchObject([{ code: 'people-year', tepatJson: '"pkh.csv": { "periode": "2025" }' }]);
  });

  test.for([
    { name: 'a decree', title: 'PENERIMA PKH 2025, SK Nomor 4 tanggal 3 Februari 2025', day: '2025-02-03' },
    { name: 'per', title: 'PENERIMA PKH per 31-03-2025', day: '2025-03-31' },
    { name: 'a month in words between dashes', title: 'PENERIMA PKH 31-Mar-2025', day: '2025-03-31' },
    { name: 'without marks', title: 'PENERIMA PKH 20250331', day: '2025-03-31' },
    { name: 'a number that is no day', title: 'PENERIMA PKH 2025 No. 20251399', day: null },
    { name: 'none', title: 'PENERIMA PKH 2025', day: null }
  ])('the day of the list: $name', ({ title, day }) =>
    expect(only(read(`${title}\nDicetak tanggal 1 Mei 2026\n${list}`, 'x.csv')).tanggalDaftar).toBe(day)
  );
});

describe('which version of the registry', () => {
  const list = `NO KK,NAMA KEPALA KELUARGA,DESIL\n${kk},Amat Contoh,1\n`;
  test.for([
    { title: 'DTSEN Triwulan III 2025', kode: '2025-T3', registri: 'DTSEN', berlakuSejak: '2025-07-01' },
    { title: 'DTSEN TW3 2025', kode: '2025-T3', registri: 'DTSEN', berlakuSejak: '2025-07-01' },
    { title: 'Data Tunggal (DTSEN) Q1 2026', kode: '2026-T1', registri: 'DTSEN', berlakuSejak: '2026-01-01' },
    { title: 'DTKS Januari 2024', kode: '2024-01', registri: 'DTKS', berlakuSejak: '2024-01-01' },
    { title: 'DTSEN data per 31 Maret 2025', kode: '2025-03', registri: 'DTSEN', berlakuSejak: '2025-03-31' },
    { title: 'DTSEN_20250331', kode: '2025-03', registri: 'DTSEN', berlakuSejak: '2025-03-31' },
    { title: 'Data keluarga Desember 2023', kode: '2023-12', registri: 'DTKS', berlakuSejak: '2023-12-01' }
  ])('$title', ({ title, ...expected }) => expect(only(read(`${title}\n${list}`, 'x.csv')).vintase).toEqual(expected));

  test('by the name of the file', () => expect(only(read(list, 'dtsen_tw3_2025.csv')).vintase?.kode).toBe('2025-T3'));
  test('by tepat.json', () =>
    expect(only(read(list, 'dtsen.csv', { vintase: '2025-T1', berlaku_sejak: '2025-02-20' })).vintase).toEqual({
      kode: '2025-T1',
      registri: 'DTSEN',
      berlakuSejak: '2025-02-20'
    }));
  test.for(['dtsen.csv', 'dtsen 2025.csv'])('%s alone: a question with the line to paste', (file) => {
    const found = read(list, file);
    expect(found?.sheets).toEqual([]);
    expect(found?.problems).toMatchObject([
      { code: 'people-vintage', tepatJson: `"${file}": { "vintase": "2025-T3" }` }
    ]);
  });
  test('without desil it is read, and said', () =>
    expect(problems(read(`NO KK,NAMA\n${kk},Amat Contoh\n`, 'dtks 2024-01.csv'))).toContain('warning people-no-desil'));
  test('a percentile is no desil', () => {
    const found = read(`NO KK,NAMA,PERCENTILE\n${kk},Amat Contoh,12\n`, 'dtks 2024-01.csv');
    expect(only(found).columns.desil).toBeUndefined();
    expect(problems(found)).toContain('decision people-ranking');
  });
});

describe('how rupiah are written', () => {
  const list = (...amounts: string[]) =>
    `NIK;NAMA;NOMINAL\n${amounts.map((amount) => `${nik};A;${amount}\n`).join('')}`;
  test.for([
    { name: 'dots for thousands, by millions', text: list('1.200.000', '600.000'), angka: 'id' },
    { name: 'commas for thousands, by millions', text: list('1,200,000'), angka: 'en' },
    { name: 'decimals behind a dot', text: list('600000.00'), angka: 'en' },
    { name: 'whole numbers', text: list('600000'), angka: 'id' },
    { name: 'a lone 200.000 has no three decimals', text: list('200.000', '200.000'), angka: 'id' },
    { name: 'a lone 200,000 neither', text: list('200,000', '75,000'), angka: 'en' }
  ])('$name', ({ text, angka }) => expect(only(read(text, 'pkh 2025.csv')).angka).toBe(angka));
  test('contradicting marks: a question, and rupiah are not read', () => {
    const found = read(list('1.200.000', '1,200,000'), 'pkh 2025.csv');
    expect(only(found).angka).toBeNull();
    expect(problems(found)).toContain('question people-numbers');
  });
  test('tepat.json decides', () =>
    expect(only(read(list('1.200.000', '1,200,000'), 'pkh 2025.csv', { angka: 'en' })).angka).toBe('en'));
});

describe('files that are broken', () => {
  test.for([
    { name: 'only one row', text: `NIK,NAMA KPM\n${nik},A\n`, expected: ['decision people-recognised'] },
    { name: 'no rows', text: 'NIK,NAMA KPM\n', expected: ['reject people-empty'] },
    { name: 'no rows but a number row', text: 'NO,NIK,NAMA KPM\n(1),(2),(3)\n\n', expected: ['reject people-empty'] },
    {
      name: 'cut in the middle of a row',
      text: `NO,NIK,NAMA KPM\n1,${nik},"Amat Con`,
      expected: ['decision people-recognised']
    },
    { name: 'cut in the middle of the header', text: 'NO,NIK,NAM', expected: ['reject people-empty'] },
    {
      name: 'the NIK column is blank',
      text: 'NO,NIK,NAMA KPM\n1,,A\n2,,B\n',
      expected: ['decision people-recognised', 'warning people-no-keys']
    },
    {
      name: 'NIK and name exchanged',
      text: `NO,NIK,NAMA KPM\n1,Amat Contoh,${nik}\n2,Siti Contoh,${otherNik}\n`,
      expected: ['question people-swapped']
    },
    {
      name: 'no header at all',
      text: `1,${nik},Amat Contoh\n2,${otherNik},Siti Contoh\n`,
      expected: ['reject people-header']
    },
    {
      name: 'a header that nobody knows',
      text: `abc,def\n${nik},Amat Contoh\n${otherNik},Siti Contoh\n`,
      expected: ['reject people-header']
    },
    {
      name: 'no header, and numbers that Excel damaged',
      text: '6.40206E+15;Amat Contoh\n6.40207E+15;Siti Contoh\n',
      expected: ['reject people-header']
    }
  ])('$name', ({ text, expected }) => expect(problems(read(text))).toEqual(expected));

  test('names without any number are a list of persons all the same', () => {
    const found = read('NO,NAMA PENERIMA,ALAMAT,DESA\n1,Amat Contoh,Jl. Contoh,Melayu\n');
    expect(only(found).columns).toEqual({ nama: 1, desa: 3 });
    expect(problems(found)).toContain('warning people-no-keys');
  });
});

test('whatever happens to the bytes below its header, a list of persons stays one and nothing is thrown', () => {
  const header = 'NO;NIK;NO KK;NAMA KPM;NOMINAL\n';
  const whole = utf8(header + `1;${nik};${kk};"Amat; Contoh";200.000\n2;${otherNik};${otherKk};Siti;"1,5\n`.repeat(40));
  const start = utf8(header).length;
  fc.assert(
    fc.property(
      fc.integer({ min: start, max: whole.length }),
      fc.uint8Array({ maxLength: 12 }),
      fc.nat(),
      (cut, noise, at) => {
        const bytes = Uint8Array.from([
          ...whole.subarray(0, start),
          ...noise.filter((byte) => (byte >= 32 && byte < 127) || byte >= 160),
          ...whole.subarray(start, cut)
        ]);
        expect(read(bytes)).not.toBeNull();
        const broken = whole.slice();
        broken.set(noise.subarray(0, broken.length - (at % broken.length)), at % broken.length);
        expect(() => read(broken)).not.toThrow();
      }
    ),
    { numRuns: 200 }
  );
});

test('a workbook that is cut short is left to the reader that says so without its cells', () => {
  const bytes = book({
    Data: [
      ['NIK', 'NAMA KPM'],
      [nik, 'Amat Contoh']
    ]
  });
  for (const length of [10, 200, bytes.length - 20])
    expect(read(bytes.subarray(0, length), 'pkh 2025.xlsx')).toBeNull();
});

describe('what is not about people', () => {
  test.for([
    { name: 'a budget', text: 'kode_rekening;uraian;anggaran;realisasi\n5.1;Belanja;1000;500\n' },
    {
      name: 'SIPD items that name who receives aid',
      text: 'KODE/NAMA SUB KEGIATAN,KODE/NAMA AKUN,SUMBER DANA,NAMA PENERIMA BANTUAN,ALAMAT,TOTAL HARGA\n1.06.05.2.02.0003 X,5.1.06.01.01.0001 Y,DAU,Amat Contoh,Jl. Contoh,200000\n'
    },
    { name: 'families counted by desa', text: 'kecamatan,desa,KK,jiwa\nTenggarong,Melayu,120,400\n' },
    { name: 'families counted by desil', text: 'kode_desa,nama,desil_1,desil_2\n64.02.06.1005,Melayu,12,14\n' },
    {
      name: 'contracts with tax numbers of companies',
      text: 'no_kontrak,npwp,nilai\n1,0012345678901234,1000\n2,0012345678901235,1000\n'
    },
    { name: 'nothing', text: '' },
    { name: 'JSON', text: `{"nik": "${nik}"}` }
  ])('$name', ({ text }) => expect(read(text, 'x.csv')).toBeNull());

  test('a file that tepat.json leaves out', () =>
    expect(read(`NIK,NAMA\n${nik},A\n`, 'x.csv', { abaikan: true })).toBeNull());
  test('a NIK beside budget columns is a person all the same', () =>
    expect(read(`NIK,NAMA,kode_rekening,pagu\n${nik},A,5.1.06,1000\n`, 'x.csv')).not.toBeNull());
});

test('no message says a value of a person, whatever is wrong', () => {
  const secret = ['9902061708450003', '9902060101100007', 'Rahmat Rahasia', 'Jalan Rahasia', '17-08-1945'];
  const bad = [
    `NIK,NAMA,ALAMAT\n${secret[0]},${secret[2]},${secret[3]}\n`,
    `NIK,NAMA,ALAMAT\n${secret[2]},${secret[0]},${secret[3]}\n`,
    `${secret[0]},${secret[2]},${secret[3]}\n${secret[1]},${secret[2]},${secret[4]}\n`,
    `NO KK,NAMA,DESIL\n${secret[1]},${secret[2]},${secret[4]}\n`,
    `NIK,NAMA,NOMINAL\n${secret[0]},${secret[2]},1.200.000\n${secret[0]},${secret[2]},"1,200,000"\n`,
    `NIK,NAMA\n"${secret[0]},${secret[2]}`
  ];
  for (const text of bad) {
    for (const file of ['x.csv', 'pkh 2025.csv', 'dtsen tw1 2025.csv']) {
      const found = read(text, file);
      expect(found).not.toBeNull();
      const said = JSON.stringify([found!.problems, found!.sheets.map(({ body: _body, ...rest }) => rest)]);
      for (const value of secret) expect(said).not.toContain(value);
      for (const { place } of found!.problems) expect(place.value).toBeUndefined();
    }
  }
});
