// Runs before every other script, and records what the page reports and which Trusted Types policies it creates.
window.problems = [];
addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
  window.problems.push(`${effectiveDirective}: ${blockedURI} ${sample}`);
});
addEventListener('error', ({message}) => window.problems.push(`error: ${message}`));
addEventListener('unhandledrejection', ({reason}) => window.problems.push(`rejection: ${reason}`));

window.policies = [];
if (window.trustedTypes) {
  const {createPolicy} = trustedTypes;
  trustedTypes.createPolicy = (name, rules) => {
    window.policies.push(name);
    return createPolicy.call(trustedTypes, name, rules);
  };
}
