// The first script of a foreign page: notes the events that it receives, and problems that the bundle causes. Runs again after
// `document.open()`.
window.problems ??= [];
window.receivedEvents ??= [];

if (!window.watched) {
  window.watched = true;
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...args) => {
      // The page's own Lit is a development build here: the bundle does not cause its warning.
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
