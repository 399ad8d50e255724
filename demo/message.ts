import {text} from './texts.ts';

const place = document.querySelector<HTMLElement>('#message');

/** Says something in the page's own way, with something to do about it if there is. */
export function showMessage(words: string, action?: {label: string; run: () => void}): void {
  const sentence = document.createElement('p');
  sentence.textContent = words;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = action?.label ?? text('close');
  button.addEventListener('click', () => {
    clearMessage();
    action?.run();
  });
  place?.replaceChildren(sentence, button);
}

/** Takes the message away. */
export function clearMessage(): void {
  place?.replaceChildren();
}
