/** Hands a file to the reader under a name. */
export function saveFile(name: string, content: Blob | string, type: string): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click has returned; a minute is plenty and leaks nothing that lasts.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
