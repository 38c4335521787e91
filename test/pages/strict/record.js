// Runs before every other script. Records the problems that the page reports, and the Trusted Types policies that it
// creates.
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
