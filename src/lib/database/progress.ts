/** Told how many bytes have arrived of how many are expected; both only grow. */
export type OnProgress = (bytes: number, total: number) => void;

/** Adds up the bytes of several files. */
export interface Progress {
  /** A file to come, of so many bytes. */
  expect(file: string, bytes: number): void;
  /** So many bytes of the file have arrived in all; more than expected (a host that inflates by itself) counts as all. */
  arrived(file: string, bytes: number): void;
  /** The file is here, whole. */
  done(file: string): void;
}

/** Starts at nothing expected; tells the listener at every change. */
export function startProgress(listener: OnProgress = () => {}): Progress {
  const files = new Map<string, { bytes: number; total: number }>();
  const tell = () => {
    const all = [...files.values()];
    listener(
      all.reduce((sum, { bytes }) => sum + bytes, 0),
      all.reduce((sum, { total }) => sum + total, 0)
    );
  };
  const set = (file: string, bytes: number) => {
    const entry = files.get(file);
    if (!entry || Math.min(bytes, entry.total) <= entry.bytes) return;
    entry.bytes = Math.min(bytes, entry.total);
    tell();
  };
  return {
    expect(file, total) {
      if (!files.has(file)) files.set(file, { bytes: 0, total });
      tell();
    },
    arrived: set,
    done: (file) => set(file, Infinity)
  };
}
