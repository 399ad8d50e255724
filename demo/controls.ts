import type {visitors} from './visitors.ts';

/** What the bar of the demo lets one choose. */
export interface Choice {
  user: keyof typeof visitors;
  language: 'en' | 'de';
  scheme: 'light dark' | 'light' | 'dark';
  narrow: boolean;
}

/** The bar's fields can be chosen by script too. */
export interface Controls {
  choose(choice: Partial<Choice>): void;
  /** Offers somebody who was not among the users before. */
  offer(user: Choice['user'], label: string): void;
}

/**
 * Applies the bar's choices now and whenever they change. They are kept in the address, so that a picture, a test or a link
 * can start with them: `?user=vendor&language=de&scheme=dark&narrow=on`.
 */
export function watchControls(apply: (choice: Choice, previous: Choice | undefined) => void): Controls {
  const form = document.querySelector<HTMLFormElement>('#controls');
  if (!form) throw new Error('#controls is missing');
  let previous: Choice | undefined;

  const update = (): void => {
    const choice = read(form);
    document.documentElement.lang = choice.language;
    document.documentElement.style.colorScheme = choice.scheme;
    document.documentElement.classList.toggle('narrow', choice.narrow);
    const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    // What lists have put there stays, but for another user; so does the fragment: an invitation is read from there.
    const isAnother = previous !== undefined && previous.user !== choice.user;
    const all = new URLSearchParams([...query, ...(isAnother ? [] : others(form))]);
    history.replaceState(history.state, '', `?${all}${location.hash}`);
    // The other page begins with the same choices.
    for (const link of form.querySelectorAll('a')) {
      link.search = `?${query}`;
      if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
    }
    apply(choice, previous);
    previous = choice;
  };
  const choose = (choice: Partial<Choice>): void => {
    write(form, choice);
    update();
  };

  write(form, Object.fromEntries(new URLSearchParams(location.search)));
  form.addEventListener('change', update);
  update();
  const offer = (user: Choice['user'], label: string): void => {
    const field = form.elements.namedItem('user');
    if (!(field instanceof HTMLSelectElement)) return;
    const option = [...field.options].find(({value}) => value === user) ?? new Option('', user);
    option.textContent = label;
    field.add(option);
  };
  return {choose, offer};
}

/** What the address says that is none of the bar's. */
function others(form: HTMLFormElement): [string, string][] {
  return [...new URLSearchParams(location.search)].filter(([name]) => form.elements.namedItem(name) === null);
}

function read(form: HTMLFormElement): Choice {
  const data = new FormData(form);
  return {
    user: data.get('user') as Choice['user'],
    language: data.get('language') as Choice['language'],
    scheme: data.get('scheme') as Choice['scheme'],
    narrow: data.has('narrow'),
  };
}

/** Sets the fields that are named and have such an option; anything else in an address is ignored. */
function write(form: HTMLFormElement, values: Partial<Choice> | Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.checked = Boolean(value);
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value)) {
      field.value = String(value);
    }
  }
}
