import type { Text } from '$lib/text/language';

/** Where the browser's engine stands, as a reader is told. Bytes as sent, of those expected. */
export type EngineState =
  | { kind: 'idle' }
  | { kind: 'starting'; bytes: number; total: number }
  | { kind: 'asking' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; text: Text };
