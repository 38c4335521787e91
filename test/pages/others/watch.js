// The first script of a foreign page. Records the events that the page receives, and the problems that the bundle
// causes. Runs again after `document.open()`.
window.problems ??= [];
window.receivedEvents ??= [];

if (!window.watched) {
  window.watched = true;
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...args) => {
      // Ignore the warning of the page's own Lit, which is a development build here.
      if (!/^Lit is in dev mode/.test(args[0])) window.problems.push(`console.${level}: ${args.map(String).join(' ')}`);
    };
  }
}
addEventListener('error', ({message}) => window.problems.push(`error: ${message}`));
addEventListener('unhandledrejection', ({reason}) => window.problems.push(`rejection: ${reason?.stack ?? reason}`));
document.addEventListener('five9-call-started', ({detail}) =>
  window.receivedEvents.push(`event ${detail.callData.interactionId}`),
);
document.addEventListener('five9-error', ({detail}) => window.problems.push(`five9-error: ${detail.errorMessage}`));
