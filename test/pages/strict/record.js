// Before anything else: what the page complains of.
window.problems = [];
addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
  window.problems.push(`${effectiveDirective}: ${blockedURI} ${sample}`);
});
addEventListener('error', ({message}) => window.problems.push(`error: ${message}`));
addEventListener('unhandledrejection', ({reason}) => window.problems.push(`rejection: ${reason}`));
