/**
 * Returns every window of the tab of `self`: the top window, and all frames in it at any depth. Openers and pop-ups are
 * not included. The function reads only properties that a page may read across origins.
 */
export function reachableWindows(self: Window): Window[] {
  const found: Window[] = [];
  const addWithFrames = (window: Window): void => {
    found.push(window);
    // Stop if `window[index]` is missing. A page may have a global variable `length`, and then `window.length` is not
    // the number of frames.
    for (let index = 0; index < window.length; index++) {
      const frame = window[index];
      if (!frame) return;
      addWithFrames(frame);
    }
  };
  addWithFrames(self.top ?? self);
  return found;
}
