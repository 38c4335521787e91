/** Formats whole seconds as a duration: `2:03`, `1:02:03`. */
export function duration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
  const [first, ...others] = parts;
  return [first, ...others.map((part) => String(part).padStart(2, '0'))].join(':');
}
