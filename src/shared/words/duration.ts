/** Whole seconds as a clock shows them: `2:03`, `1:02:03`. */
export function duration(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] ? parts : parts.slice(1)).map((part, index) => String(part).padStart(index && 2, '0')).join(':');
}
