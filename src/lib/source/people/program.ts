/** An aid programme that the folder describes. */
export interface KnownProgram {
  kode: string;
  nama: string;
}

/** Programmes that every regency has, by the words lists call them; a folder's own description comes first. */
const national: readonly { kode: string; words: readonly string[] }[] = [
  { kode: 'PKH', words: ['pkh', 'program keluarga harapan'] },
  { kode: 'SEMBAKO', words: ['sembako', 'bpnt', 'bantuan pangan non tunai', 'bantuan pangan nontunai', 'bsp'] },
  { kode: 'PBI-JK', words: ['pbi', 'pbi jk', 'pbi jkn', 'penerima bantuan iuran'] },
  { kode: 'BLT-DD', words: ['blt dd', 'blt desa', 'blt dana desa', 'bantuan langsung tunai dana desa'] },
  { kode: 'BST', words: ['bst', 'bantuan sosial tunai'] },
  { kode: 'PIP', words: ['pip', 'program indonesia pintar'] }
];

/** Programmes that a text names, by code, each once; the words of a longer name hide shorter ones inside it. */
export function programsIn(text: string, known: readonly KnownProgram[]): string[] {
  const names = [
    ...known.flatMap(({ kode, nama }) => [kode, nama].map((words) => ({ kode, words: plain(words) }))),
    ...national.flatMap(({ kode, words }) => words.map((word) => ({ kode: ownCode(kode, words, known), words: word })))
  ].toSorted((a, b) => b.words.length - a.words.length);
  let rest = ` ${plain(text)} `;
  const found = new Set<string>();
  for (const { kode, words } of names) {
    if (words === '' || !rest.includes(` ${words} `)) continue;
    found.add(kode);
    rest = rest.replaceAll(` ${words} `, ' | ');
  }
  return [...found];
}

/** The folder's own code of a national programme, when it describes one under any of its names. */
function ownCode(kode: string, words: readonly string[], known: readonly KnownProgram[]): string {
  const own = known.find((each) =>
    [each.kode, each.nama].some((name) => words.some((word) => ` ${plain(name)} `.includes(` ${word} `)))
  );
  return own?.kode ?? kode;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
