/**
 * What locks an engine once it is open: no extension is looked for, no file or address read or written by SQL, and none of
 * it can be changed back. Inserting Arrow still works. The same on both engines, so that both refuse the same.
 */
export const lockingSql = [
  'SET autoinstall_known_extensions=false',
  'SET autoload_known_extensions=false',
  'SET enable_external_access=false',
  'SET lock_configuration=true'
] as const;
