/** Sets or clears a custom state, for `:state(…)` in CSS. */
export function toggleState(states: CustomStateSet, name: string, on: boolean): void {
  if (on) states.add(name);
  else states.delete(name);
}
