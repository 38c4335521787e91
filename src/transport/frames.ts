/**
 * Every window that can be reached from `self`: its frames and theirs, and those of each parent up to the top.
 * Openers and pop-ups are not among them. Only what is open across origins is touched.
 */
export function reachableWindows(self: Window): Window[] {
  const found: Window[] = [];
  const add = (window: Window): void => {
    found.push(window);
    // A page may have a variable of its own that is called `length`; without looking at it, across origins, the way would end in an error.
    for (let index = 0; index < window.length && window[index];) add(window[index++] as Window);
  };
  add(self.top ?? self);
  return found;
}
