import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatDay, formatTime} from '../../locales/formats.ts';
import {historyEventLabel} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Document, Related} from '../../portal/contract/index.ts';
import {renderOpen, type ChainTarget} from './chain-view.ts';

type Happening = Document['history'][number];

/** How a history is to be shown. */
export interface HistoryOptions {
  readonly locale: string;
  /** Hears which document of the chain is to be opened. */
  readonly onOpen: (target: ChainTarget) => void;
}

/** What happened, and the first on its day to be read says which day that was. */
interface Entry {
  readonly happening: Happening;
  readonly day: string;
  readonly time: string;
  readonly startsDay: boolean;
}

/** So many of the latest events are shown at once; one more is not worth a button. */
const recent = 8;

/** What has happened to a document as a timeline, the latest first; nothing where the portal does not say. */
export function renderHistory(
  {history, related}: Document,
  options: HistoryOptions,
): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing;
  const entries = entriesOf(history, options.locale);
  const isLong = entries.length > recent + 1;
  const latest = isLong ? entries.slice(0, recent) : entries;
  const earlier = isLong ? entries.slice(recent) : [];
  const count = formatCount(earlier.length, options.locale);
  return html`<section class="history" part="history">
    <h3 id="history-title">${msg('History', {id: 'document-history.title'})}</h3>
    <ol class="timeline" aria-labelledby="history-title" reversed>
      ${latest.map((entry) => renderEntry(entry, related, options))}
    </ol>
    ${
      isLong
        ? html`<details class="earlier">
            <summary>${msg(str`${count} earlier events`, {id: 'document-history.earlier'})}</summary>
            <ol class="timeline" aria-labelledby="history-title" reversed>
              ${earlier.map((entry) => renderEntry(entry, related, options))}
            </ol>
          </details>`
        : nothing
    }
  </section>`;
}

/** The latest first: what one wants to know is how things stand. What happened at one time stays in its order, turned round. */
function entriesOf(history: readonly Happening[], locale: string): Entry[] {
  const latestFirst = history
    .map((happening) => ({happening, at: Date.parse(happening.at)}))
    .toSorted((one, other) => one.at - other.at)
    .toReversed();
  let before: string | undefined;
  return latestFirst.map(({happening, at}) => {
    const day = Number.isNaN(at) ? happening.at : formatDay(at, locale);
    const startsDay = day !== before;
    before = day;
    return {happening, day, time: Number.isNaN(at) ? '' : formatTime(at, locale), startsDay};
  });
}

function renderEntry(
  {happening: {at, event, by, note}, day, time, startsDay}: Entry,
  related: readonly Related[],
  {onOpen}: HistoryOptions,
): TemplateResult {
  return html`<li class=${startsDay ? 'happening first' : 'happening'} part="event">
    <time datetime=${at}>
      <span class=${startsDay ? 'day' : 'day visually-hidden'}><bdi>${day}</bdi></span>
      <span class="time"><bdi>${time}</bdi></span>
    </time>
    <div class="what">
      <span class="event">${historyEventLabel(event)}</span>
      ${by === undefined ? nothing : html`<span class="by"><bdi>${by}</bdi></span>`}
      ${note ? renderNote(note, related, onOpen) : nothing}
    </div>
  </li>`;
}

/** A note that is nothing but the number of a document of the chain leads to it. */
function renderNote(
  note: string,
  related: readonly Related[],
  onOpen: HistoryOptions['onOpen'],
): TemplateResult {
  const other = related.find(({number}) => number === note);
  return html`<span class="event-note"
    >${other ? renderOpen(other, onOpen) : html`<bdi>${note}</bdi>`}</span
  >`;
}
