import {html, nothing, type TemplateResult} from 'lit';
import {cueAt} from './captions.ts';
import {clock} from './player-controls.ts';
import type {Player} from './player.ts';

/** What is said: each sentence leads to where it is said, and the one that is said now is marked. */
export function renderTranscript(player: Player): TemplateResult {
  const {transcript, chosen} = player.captions;
  const current = cueAt(transcript, player.time);
  return html`<ol class="cues" lang=${chosen?.srclang || nothing}>
    ${transcript.map(
      (cue) =>
        html`<li>
          <button
            type="button"
            class="cue"
            aria-current=${cue === current ? 'true' : nothing}
            @click=${() => player.seek(cue.start)}
          >
            <span class="cue-time">${clock(cue.start)}</span> <span dir="auto">${cue.text}</span>
          </button>
        </li>`,
    )}
  </ol>`;
}

/** What was last brought into sight, by its scroller. */
const shown = new WeakMap<Element, Element>();

/** Brings what is said now into sight of the transcript, and does not move the page. Whoever reads elsewhere is left alone. */
export function scrollTranscript(root: ParentNode): void {
  const scroller = root.querySelector('.transcript');
  const cue = scroller?.querySelector('[aria-current]');
  if (!scroller || !cue || shown.get(scroller) === cue) return;
  shown.set(scroller, cue);
  // A click leaves the focus behind, too, but not whoever uses a keyboard.
  if (scroller.matches(':hover') || scroller.querySelector(':focus-visible')) return;
  const box = scroller.getBoundingClientRect();
  const {top, bottom} = cue.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) scroller.scrollTop += top - box.top - box.height / 3;
}
