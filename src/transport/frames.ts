/**
 * Every window that can be reached from `self`: its frames and theirs, and those of each parent up to the top.
 * Openers and pop-ups are not among them. Only what is open across origins is touched.
 */
export function reachableWindows(self: Window): Window[] {
  const found: Window[] = [];
  const add = (window: Window): void => {
    found.push(window);
    for (let index = 0; index < window.length; index++) {
      const frame = window[index];
      // A page may have a variable of its own that is called `length`.
      if (!frame) return;
      add(frame);
    }
  };
  add(self.top ?? self);
  return found;
}
