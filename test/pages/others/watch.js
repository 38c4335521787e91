// First of all in a page of somebody else: what it hears of us that it never asked for, and what it is told. Again after `document.open()`.
window.problems ??= [];
window.told ??= [];

if (!window.watched) {
  window.watched = true;
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...args) => {
      // Not ours: the page's own Lit, as it comes from here.
      if (!/^Lit is in dev mode/.test(args[0])) window.problems.push(`console.${level}: ${args.map(String).join(' ')}`);
    };
  }
}
addEventListener('error', ({message}) => window.problems.push(`error: ${message}`));
addEventListener('unhandledrejection', ({reason}) => window.problems.push(`rejection: ${reason?.stack ?? reason}`));
document.addEventListener('five9-call-started', ({detail}) =>
  window.told.push(`event ${detail.callData.interactionId}`),
);
document.addEventListener('five9-error', ({detail}) => window.problems.push(`five9-error: ${detail.errorMessage}`));
