import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {renderBar, speedText} from './player-controls.ts';
import {renderChapters, renderSettings} from './player-panels.ts';
import type {Player} from './player.ts';

/** What a key has changed, said for a moment: nobody sees it on a button. */
export type Said = 'rate' | 'volume' | 'captions';

/** What of a player only itself knows. */
export interface PlayerView {
  readonly title: string | undefined;
  /** Whether the controls are away. */
  readonly isResting: boolean;
  readonly said: Said | undefined;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onMove: (event: Event) => void;
  readonly onDown: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: () => void;
}

/** The video, what lies over it, and what unfolds. */
export function renderPlayer(player: Player, view: PlayerView): TemplateResult {
  const {isLoading, isPaused, isEnded, isFullscreen} = player.state;
  // Who pauses in the middle wants to read what is there.
  const isUnseen = player.media.played.length === 0;
  const {title, isResting, said, onKey, onMove, onDown, onClick, onDoubleClick} = view;
  return html`<div
    class=${`player${isResting ? ' resting' : ''}${isFullscreen ? ' filling' : ''}`}
    part="player"
    role="group"
    tabindex="-1"
    aria-label=${
      title
        ? msg(str`Video: ${title}`, {id: 'help-video.video-title'})
        : msg('Video', {id: 'help-video.video'})
    }
    @keydown=${onKey}
    @focusin=${onMove}
    @focusout=${onMove}
    @pointermove=${onMove}
    @pointerleave=${onMove}
  >
    <div class="screen">
      <div class="picture" @pointerdown=${onDown} @click=${onClick} @dblclick=${onDoubleClick}>
        ${player.media}
      </div>
      <div class="said" role="status">${renderSaid(player, said)}</div>
      ${isLoading && !isPaused ? html`<span class="disc waiting" aria-hidden="true"></span>` : nothing}
      ${isPaused && !isEnded && !player.panel && isUnseen ? renderDisc() : nothing}
      <div class="over">${renderCaptions(player)} ${renderBar(player)}</div>
    </div>
    ${renderPanel(player)}
  </div>`;
}

function renderDisc(): TemplateResult {
  return html`<span class="disc" aria-hidden="true">
    <svg viewBox="0 0 16 16"><path d="M5 2.8v10.4L13.2 8Z" /></svg>
  </span>`;
}

function renderCaptions({captions: {shown, chosen}}: Player): TemplateResult | typeof nothing {
  if (shown.length === 0) return nothing;
  return html`<div class="captions" part="captions" lang=${chosen?.srclang || nothing}>
    ${shown.map((text) => html`<p dir="auto"><span>${text}</span></p>`)}
  </div>`;
}

function renderPanel(player: Player): TemplateResult | typeof nothing {
  switch (player.panel) {
    case 'settings':
      return renderSettings(player);
    case 'chapters':
      return renderChapters(player);
    case undefined:
      return nothing;
  }
}

function renderSaid({state, captions, locale}: Player, said: Said | undefined): unknown {
  switch (said) {
    case 'rate':
      return speedText(state.rate, locale);
    case 'volume':
      return state.isMuted
        ? msg('Muted', {id: 'help-video.muted'})
        : msg(str`Volume ${Math.round(state.volume * 100)}%`, {id: 'help-video.volume-percent'});
    case 'captions':
      return captions.isOn
        ? msg('Captions on', {id: 'help-video.captions-on'})
        : msg('Captions off', {id: 'help-video.captions-off'});
    case undefined:
      return nothing;
  }
}
