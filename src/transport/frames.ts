/**
 * Returns every window that `self` can reach: its frames and their frames, and the same for each parent up to the top. Openers and pop-ups are not among them.
 * Only properties that are open across origins are read.
 */
export function reachableWindows(self: Window): Window[] {
  const found: Window[] = [];
  const addWithFrames = (window: Window): void => {
    found.push(window);
    // A page may have a variable of its own named `length`: then `window[index]` is missing, or belongs to another origin.
    for (let index = 0; index < window.length; index++) {
      const frame = window[index];
      if (!frame) return;
      addWithFrames(frame);
    }
  };
  addWithFrames(self.top ?? self);
  return found;
}
