import type { Row } from '../assemble';
import type { DesaResolver } from '../desa';
import type { RegionIndex } from './regionIndex';
import type { AidBook } from './aids';

/** What linking needs besides the sheets. */
export interface PeopleContext {
  /** Rows of `bantuan` that the folder gives, of every year. */
  aids: readonly Row[];
  /** Rows of `wilayah`: those of the home regency are counted, also where nobody lives in them. */
  wilayah: readonly Row[];
  /** Kemendagri code of the home regency. */
  homeRegion: string;
  /** The resolver for one file: files may differ in whose codes they use. */
  regions: (file: string) => DesaResolver;
  /** As-of date of the extract, `YYYY-MM-DD`; null where the folder does not say: then the last date of its lists. Never today. */
  perTanggal: string | null;
  /** Entry of `berkas` that all people files share; default `orang`. */
  idBerkas?: string | undefined;
}

/** What the steps of linking share. */
export interface PeopleWork extends PeopleContext {
  index: RegionIndex;
  book: AidBook;
}
