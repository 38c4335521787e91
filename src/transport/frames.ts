/**
 * Returns every window of the tab of `self`: the top window, and all frames in it at any depth. Openers and pop-ups are
 * not included. The function reads only properties that a page may read across origins.
 */
export function reachableWindows(self: Window): Window[] {
  const found: Window[] = [];
  const addWithFrames = (window: Window): void => {
    found.push(window);
    // A page may have its own global variable `length`. Then `length` is not the number of frames, and `window[index]`
    // may be missing.
    for (let index = 0; index < window.length; index++) {
      const frame = window[index];
      if (!frame) return;
      addWithFrames(frame);
    }
  };
  addWithFrames(self.top ?? self);
  return found;
}
