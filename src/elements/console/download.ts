/**
 * Milliseconds until the file's data is released. The data must exist until the user has chosen a folder in the
 * browser's dialog.
 */
const RELEASE_AFTER = 60_000;

/** Lets the user save a JSON file. */
export function download(fileName: string, json: string): void {
  const url = URL.createObjectURL(new Blob([json], {type: 'application/json'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER);
}
