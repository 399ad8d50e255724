/** What the middle of the page shows, by name. */
export type ViewName = 'documents' | 'partners' | 'company' | 'welcome';

/** The elements of a view, loaded when it is first shown. */
const elements: Readonly<Record<ViewName, () => Promise<unknown>>> = {
  // These are on the page from the start.
  documents: () => Promise.resolve(),
  partners: () =>
    Promise.all([
      import('partner-portal-widgets/partner-invite.js'),
      import('partner-portal-widgets/partner-list.js'),
    ]),
  company: () => import('partner-portal-widgets/company-details.js'),
  welcome: () => import('partner-portal-widgets/partner-registration.js'),
};

let current: ViewName = 'documents';
let due: Promise<unknown> = Promise.resolve();

/** Elements come to life when this is done: who is invited is nobody yet, and no token is waited for. */
export function holdViews(until: Promise<unknown>): void {
  due = until;
}

/** What is shown now. */
export function shownView(): ViewName {
  return current;
}

/** Shows a view in place of the one before, made from its template where it is not there yet. */
export function showView(name: ViewName): void {
  current = name;
  put(name);
  for (const view of document.querySelectorAll<HTMLElement>('#portal > div')) view.hidden = view.id !== name;
}

/** Takes a view away with all that is in it; the next time it begins anew. */
export function dropView(name: Exclude<ViewName, 'documents'>): void {
  document.getElementById(name)?.remove();
}

function put(name: ViewName): void {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-view="${name}"]`);
  if (!template || document.getElementById(name)) return;
  const view = document.createElement('div');
  view.id = name;
  view.append(template.content.cloneNode(true));
  template.before(view);
  due.then(elements[name]).catch((error: unknown) => console.error(error));
}
