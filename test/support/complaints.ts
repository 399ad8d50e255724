/**
 * Collects what the page complains of, from before anything else runs: a classic script, so no imports here. watch.ts fails the
 * tests with it.
 */
window.pageComplaints = {unexpected: [], expected: []};

{
  const {unexpected, expected} = window.pageComplaints;

  const describe = (value: unknown): string => {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value !== 'object' || value === null || value instanceof Node) return String(value);
    return JSON.stringify(value);
  };

  const complain = (text: string, cause?: unknown) => {
    const expectation = expected.find(({pattern}) => pattern.test(text));
    if (expectation) expectation.seen = true;
    else unexpected.push({text, ...(cause instanceof Error && cause.stack ? {stack: cause.stack} : {})});
  };

  for (const method of ['warn', 'error'] as const) {
    console[method] = (...parts: unknown[]) => {
      complain(
        `console.${method}: ${parts.map(describe).join(' ')}`,
        parts.find((part) => part instanceof Error),
      );
    };
  }

  // They end here: the test framework would fail the test at once, also where the complaint is expected.
  addEventListener('error', (event) => {
    event.stopImmediatePropagation();
    complain(`uncaught: ${event.message}`, event.error);
  });
  addEventListener('unhandledrejection', (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    complain(`unhandled rejection: ${describe(event.reason)}`, event.reason);
  });
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
    complain(`blocked by the content security policy: ${violatedDirective} ${blockedURI} ${sample}`);
  });
}
