/** Milliseconds as people read them on a clock, begun seconds counted whole: `1:05`. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
