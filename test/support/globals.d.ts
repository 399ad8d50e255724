/** The package has types, but its `exports` hide them from the compiler. */
declare module 'dom-accessibility-api' {
  export function computeAccessibleName(element: Element): string;
  export function computeAccessibleDescription(element: Element): string;
  export function getRole(element: Element): string | null;
}

interface Window {
  /** What the page complained of and was not expected, and what the running test expects: see complaints.ts. */
  pageComplaints: {
    unexpected: {text: string; stack?: string}[];
    expected: {pattern: RegExp; seen: boolean}[];
  };
}
