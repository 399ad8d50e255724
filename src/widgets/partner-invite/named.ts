import {html, type TemplateResult} from 'lit';

const PLACE = '\uFFFC';

/** A sentence with a name or an address in it that may be written in another direction. `say` is given what stands for it. */
export function withName(name: string, say: (place: string) => string): TemplateResult {
  const [before, after = ''] = say(PLACE).split(PLACE);
  return html`${before}<bdi>${name}</bdi>${after}`;
}
