import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {picture} from '../../ui/states.ts';
import type {Player} from './player.ts';

const pictures = {
  play: 'M4.5 2.5v11L13 8Z',
  pause: 'M5 3v10M11 3v10',
  again: 'M3 8a5 5 0 1 0 1.7-3.8M4.5 1.5V4.5h3',
  loud: 'M2 6v4h2.5L8 13V3L4.5 6ZM10.5 5.5a3.5 3.5 0 0 1 0 5M12.5 3.5a6.3 6.3 0 0 1 0 9',
  muted: 'M2 6v4h2.5L8 13V3L4.5 6ZM10.5 6l4 4M14.5 6l-4 4',
  captions: 'M1.5 3h13v10h-13ZM7 6.7a1.6 1.6 0 1 0 0 2.6M12 6.7a1.6 1.6 0 1 0 0 2.6',
  chapters: 'M2 4h.01M2 8h.01M2 12h.01M5 4h9M5 8h9M5 12h9',
  settings:
    'M1.5 5H8M12 5h2.5M1.5 11H4M8 11h6.5M10 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6ZM6 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
  pip: 'M1.5 3h13v10h-13ZM8 8h4.5v3H8Z',
  airPlay: 'M4 12H1.5V3h13v9H12M8 9.5l4 4.5H4Z',
  fill: 'M2 6V2.5h3.5M10.5 2.5H14V6M14 10v3.5h-3.5M5.5 13.5H2V10',
  leave: 'M5.5 2.5V6H2M14 6h-3.5V2.5M10.5 13.5V10H14M2 10h3.5v3.5',
} as const;

interface ButtonOptions {
  readonly label: string;
  readonly icon: keyof typeof pictures;
  readonly onClick: () => void;
  /** The key that does the same. */
  readonly key?: string;
  readonly isPressed?: boolean;
  /** Id of the panel that the button unfolds. */
  readonly controls?: string;
  readonly isExpanded?: boolean;
  /** Beside the picture, where there is room. */
  readonly text?: string | undefined;
  readonly kind?: string;
}

function renderButton({
  label,
  icon,
  onClick,
  key,
  isPressed,
  controls,
  isExpanded,
  text,
  kind = '',
}: ButtonOptions): TemplateResult {
  return html`<button
    type="button"
    class="control ${kind}"
    aria-label=${label}
    title=${key ? `${label} (${key})` : label}
    aria-keyshortcuts=${key ?? nothing}
    aria-pressed=${isPressed ?? nothing}
    aria-controls=${controls ?? nothing}
    aria-expanded=${isExpanded ?? nothing}
    @click=${onClick}
  >
    ${picture(pictures[icon])}${text ? html`<span class="control-text">${text}</span>` : nothing}
  </button>`;
}

/** The controls over the picture. */
export function renderBar(player: Player): TemplateResult {
  return html`<div class="bar" part="controls">
    ${renderProgress(player)}
    <div class="row">
      ${renderPlay(player)} ${renderVolume(player)} ${renderTime(player)} ${renderChapterButton(player)}
      <span class="space"></span>
      ${renderCaptionsButton(player)}
      ${renderButton({
        label: msg('Settings', {id: 'help-video.settings'}),
        icon: 'settings',
        controls: 'settings',
        isExpanded: player.panel === 'settings',
        onClick: () => player.togglePanel('settings'),
      })}
      ${renderScreens(player)}
    </div>
  </div>`;
}

function renderProgress(player: Player): TemplateResult {
  const {duration} = player.state;
  return html`<div class="progress">
    <span class="rail"></span>
    ${player.captions.chapters.slice(1).map(() => html`<span class="mark"></span>`)}
    <input
      type="range"
      min="0"
      max=${duration}
      step="any"
      aria-label=${msg('Progress', {id: 'help-video.progress'})}
      aria-valuetext=${progressText(player)}
      .value=${live(String(player.time))}
      @input=${(event: InputEvent) => {
        if (event.target instanceof HTMLInputElement) player.seek(event.target.valueAsNumber);
      }}
    />
  </div>`;
}

function progressText(player: Player): string {
  const [time, duration] = [clock(player.time), clock(player.state.duration)];
  const {chapter} = player;
  return chapter
    ? msg(str`${time} of ${duration}, ${chapter}`, {id: 'help-video.progress-chapter'})
    : msg(str`${time} of ${duration}`, {id: 'help-video.progress-time'});
}

function renderPlay(player: Player): TemplateResult {
  const {isPaused, isEnded} = player.state;
  const [label, icon] = isEnded
    ? ([msg('Play again', {id: 'help-video.again'}), 'again'] as const)
    : isPaused
      ? ([msg('Play', {id: 'help-video.play'}), 'play'] as const)
      : ([msg('Pause', {id: 'help-video.pause'}), 'pause'] as const);
  return renderButton({
    label,
    icon,
    key: 'K',
    kind: icon === 'again' ? '' : 'solid',
    onClick: () => player.toggle(),
  });
}

function renderVolume(player: Player): TemplateResult {
  const {isMuted, volume, hasVolume} = player.state;
  const isSilent = isMuted || volume === 0;
  const percent = isSilent ? 0 : Math.round(volume * 100);
  return html`${renderButton({
    label: isSilent ? msg('Unmute', {id: 'help-video.unmute'}) : msg('Mute', {id: 'help-video.mute'}),
    icon: isSilent ? 'muted' : 'loud',
    key: 'M',
    onClick: () => player.toggleMuted(),
  })}${
    hasVolume
      ? html`<div class="volume">
          <span class="rail"></span>
          <input
            type="range"
            min="0"
            max="100"
            step="5"
            data-own-keys
            aria-label=${msg('Volume', {id: 'help-video.volume'})}
            aria-valuetext=${msg(str`${percent}%`, {id: 'help-video.percent'})}
            .value=${live(String(percent))}
            @input=${(event: InputEvent) => {
              if (event.target instanceof HTMLInputElement)
                player.setVolume(event.target.valueAsNumber / 100);
            }}
          />
        </div>`
      : nothing
  }`;
}

function renderTime(player: Player): TemplateResult {
  return html`<span class="time" part="time"
    ><span>${clock(player.time)}</span> <span class="whole">/ ${clock(player.state.duration)}</span></span
  >`;
}

function renderChapterButton(player: Player): TemplateResult | typeof nothing {
  if (player.captions.chapters.length === 0) return nothing;
  const {chapter} = player;
  return renderButton({
    label: chapter
      ? msg(str`Chapters: ${chapter}`, {id: 'help-video.chapters-current'})
      : msg('Chapters', {id: 'help-video.chapters'}),
    icon: 'chapters',
    kind: 'chapter',
    text: chapter,
    controls: 'chapters',
    isExpanded: player.panel === 'chapters',
    onClick: () => player.togglePanel('chapters'),
  });
}

function renderCaptionsButton(player: Player): TemplateResult | typeof nothing {
  if (player.captions.languages.length === 0) return nothing;
  return renderButton({
    label: msg('Captions', {id: 'help-video.captions'}),
    icon: 'captions',
    key: 'C',
    isPressed: player.captions.isOn,
    onClick: () => player.toggleCaptions(),
  });
}

/** Where else the video can be: each only where there is such a place. */
function renderScreens(player: Player): unknown[] {
  const {canPictureInPicture, isPictureInPicture, canAirPlay, canFullscreen, isFullscreen} = player.state;
  return [
    canPictureInPicture
      ? renderButton({
          label: msg('Picture in picture', {id: 'help-video.picture-in-picture'}),
          icon: 'pip',
          isPressed: isPictureInPicture,
          onClick: () => player.togglePictureInPicture(),
        })
      : nothing,
    canAirPlay
      ? renderButton({label: 'AirPlay', icon: 'airPlay', onClick: () => player.chooseAirPlay()})
      : nothing,
    canFullscreen
      ? renderButton({
          label: isFullscreen
            ? msg('Leave full screen', {id: 'help-video.leave-full-screen'})
            : msg('Full screen', {id: 'help-video.full-screen'}),
          icon: isFullscreen ? 'leave' : 'fill',
          key: 'F',
          onClick: () => player.toggleFullscreen(),
        })
      : nothing,
  ];
}

/** A time as on a clock: 0:34, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.max(Math.floor(seconds), 0);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A speed in words. */
export function speedText(rate: number, locale: string): string {
  return rate === 1
    ? msg('Normal speed', {id: 'help-video.normal-speed'})
    : msg(str`Speed ${formatDecimal(String(rate), locale)}×`, {id: 'help-video.speed-times'});
}
