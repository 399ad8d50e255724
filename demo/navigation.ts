import {typeName} from './texts.ts';

/** Shows who is signed in. */
export function showWho(user: string, company: string): void {
  write('#user-name', user);
  write('#user-company', company);
}

/** Shows what the page is about. */
export function showTitle({title, lead}: {title: string; lead: string}): void {
  write('#title', title);
  write('#lead', lead);
}

/** The page's own navigation over the types of documents that the member may list. */
export function showDocumentTypes(
  types: readonly string[],
  current: string,
  choose: (type: string) => void,
): void {
  const items = types.map((type) => {
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = typeName(type);
    if (type === current) link.setAttribute('aria-current', 'true');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      choose(type);
    });
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  document.querySelector('#document-types')?.replaceChildren(...items);
}

function write(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
