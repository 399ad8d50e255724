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

/** Where the page's navigation leads. */
export interface Area {
  label: string;
  isCurrent: boolean;
  open: () => void;
}

/** The page's own navigation over what the member may see. */
export function showAreas(areas: readonly Area[]): void {
  const items = areas.map(({label, isCurrent, open}) => {
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = label;
    if (isCurrent) link.setAttribute('aria-current', 'true');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  document.querySelector('#areas')?.replaceChildren(...items);
}

function write(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
