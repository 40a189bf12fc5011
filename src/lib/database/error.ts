import type { Text } from '$lib/text/language';

/**
 * Why the engine cannot answer.
 * `unsupported`: the browser lacks WebAssembly or inflating; `blocked`: a policy of the host or browser forbids it;
 * `memory`: the device has too little; `missing`, `network`, `damaged`: a file is not there, did not arrive, or is not
 * the file that was published; `stopped`: the engine ended by itself and must be opened again.
 */
export type EngineFault = 'unsupported' | 'blocked' | 'memory' | 'missing' | 'network' | 'damaged' | 'stopped';

const sentences: Record<EngineFault, Text> = {
  unsupported: {
    id: 'Peramban ini belum dapat menjalankan penyaringan data. Angka dan tabel di halaman ini tetap lengkap.',
    en: 'This browser cannot run the data filters. The figures and tables on this page are complete.'
  },
  blocked: {
    id: 'Pengaturan keamanan peramban atau situs ini tidak mengizinkan penyaringan data. Angka dan tabel di halaman ini tetap lengkap.',
    en: 'A security setting of this browser or site does not allow the data filters. The figures and tables on this page are complete.'
  },
  memory: {
    id: 'Memori perangkat ini tidak cukup untuk menyaring data. Angka dan tabel di halaman ini tetap lengkap.',
    en: 'This device has too little memory to filter the data. The figures and tables on this page are complete.'
  },
  missing: {
    id: 'Berkas yang diperlukan untuk menyaring data tidak ditemukan di situs ini. Angka dan tabel di halaman ini tetap lengkap.',
    en: 'A file needed to filter the data was not found on this site. The figures and tables on this page are complete.'
  },
  network: {
    id: 'Sambungan terputus sebelum berkas data diterima seluruhnya. Coba lagi saat sambungan pulih; angka dan tabel di halaman ini tetap lengkap.',
    en: 'The connection was lost before the data files had arrived. Try again when it is back; the figures and tables on this page are complete.'
  },
  damaged: {
    id: 'Berkas data yang diterima tidak utuh atau bukan versi yang diterbitkan, jadi tidak dipakai. Muat ulang halaman untuk mencoba lagi; angka dan tabel di halaman ini tetap lengkap.',
    en: 'A data file arrived incomplete or is not the published version, so it is not used. Reload the page to try again; the figures and tables on this page are complete.'
  },
  stopped: {
    id: 'Penyaringan data berhenti di tengah jalan. Coba lagi; angka dan tabel di halaman ini tetap lengkap.',
    en: 'The data filters stopped halfway. Try again; the figures and tables on this page are complete.'
  }
};

/** The engine could not start or go on: `text` is one calm sentence for the reader, `message` the detail for an engineer. */
export class EngineError extends Error {
  readonly text: Text;

  constructor(
    readonly fault: EngineFault,
    detail: string,
    options?: ErrorOptions
  ) {
    super(detail, options);
    this.name = 'EngineError';
    this.text = sentences[fault];
  }
}

/** What a browser's own message about a start says of the cause; null when it does not name a known one. */
export function faultOf(message: string): EngineFault | null {
  if (/content security policy|unsafe-eval/i.test(message)) return 'blocked';
  if (/out of memory|cannot allocate|could not allocate|allocation failed/i.test(message)) return 'memory';
  if (/SyntaxError/.test(message)) return 'damaged';
  // Chrome, Firefox and Safari on a script chunk that did not come.
  if (/dynamically imported module|importing a module script failed/i.test(message)) return 'network';
  return null;
}

/**
 * Whether a statement's error means that the engine is at fault, not the question; null when it is the question. Only
 * the beginning is read, for DuckDB repeats the statement's own text further on.
 */
export function statementFault(message: string): 'memory' | 'stopped' | null {
  if (/^Out of Memory Error/.test(message)) return 'memory';
  const ended = /^(FATAL Error|INTERNAL Error|(RuntimeError: )?(unreachable|memory access out of bounds|Aborted\())/;
  return ended.test(message) ? 'stopped' : null;
}
