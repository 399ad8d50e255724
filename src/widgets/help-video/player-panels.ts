import {html, nothing, type TemplateResult} from 'lit';
import {formatDecimal} from '../../locales/formats.ts';
import {msg} from '../../locales/localize.ts';
import {cueAt} from './captions.ts';
import {clock} from './player-controls.ts';
import type {Player} from './player.ts';
import {RATES} from './rates.ts';

/** How the video is played: captions, quality, speed; and which keys there are. */
export function renderSettings(player: Player): TemplateResult {
  return html`<div
    id="settings"
    class="panel"
    part="settings"
    role="group"
    aria-label=${msg('Settings', {id: 'help-video.settings'})}
    data-own-keys
  >
    ${renderCaptionChoice(player)} ${renderQualityChoice(player)} ${renderSpeedChoice(player)}
    ${renderKeys(player)}
  </div>`;
}

/** The parts of the video, each a button that leads to it. */
export function renderChapters(player: Player): TemplateResult {
  const {chapters} = player.captions;
  const current = cueAt(chapters, player.time);
  return html`<div
    id="chapters"
    class="panel first"
    part="chapters"
    role="group"
    aria-label=${msg('Chapters', {id: 'help-video.chapters'})}
    data-own-keys
  >
    <ol class="cues">
      ${chapters.map(
        (chapter) =>
          html`<li>
            <button
              type="button"
              class="cue"
              aria-current=${chapter === current ? 'true' : nothing}
              @click=${() => player.seek(chapter.start)}
            >
              <span class="cue-time">${clock(chapter.start)}</span> <span>${chapter.text}</span>
            </button>
          </li>`,
      )}
    </ol>
  </div>`;
}

interface Choice {
  readonly text: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function renderChoice(name: string, legend: string, choices: readonly Choice[]): TemplateResult {
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    <div class="options">
      ${choices.map(
        ({text, isChosen, choose}) =>
          html`<label class="option">
            <input type="radio" name=${name} .checked=${isChosen} @change=${choose} />
            <span>${text}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function renderCaptionChoice({captions}: Player): TemplateResult | typeof nothing {
  const {languages, isOn, chosen} = captions;
  if (languages.length === 0) return nothing;
  return renderChoice('captions', msg('Captions', {id: 'help-video.captions'}), [
    {
      text: msg('Off', {id: 'help-video.off'}),
      isChosen: !isOn,
      choose: () => captions.show(undefined),
    },
    ...languages.map(({track, label}) => ({
      text: label,
      isChosen: isOn && track === chosen,
      choose: () => captions.show(track),
    })),
  ]);
}

function renderQualityChoice(player: Player): TemplateResult | typeof nothing {
  const {heights, height} = player;
  if (heights.length === 0) return nothing;
  return renderChoice(
    'quality',
    msg('Quality', {id: 'help-video.quality'}),
    heights.map((each) => ({
      text: `${each}p`,
      isChosen: each === height,
      choose: () => player.setHeight(each),
    })),
  );
}

function renderSpeedChoice(player: Player): TemplateResult {
  return renderChoice(
    'rate',
    msg('Speed', {id: 'help-video.speed'}),
    RATES.map((rate) => ({
      text:
        rate === 1
          ? msg('Normal', {id: 'help-video.normal'})
          : `${formatDecimal(String(rate), player.locale)}×`,
      isChosen: rate === player.state.rate,
      choose: () => player.setRate(rate),
    })),
  );
}

function renderKeys(player: Player): TemplateResult {
  const keys: [keys: string[], what: string][] = [
    [['K', msg('Space', {id: 'help-video.key-space'})], msg('Play or pause', {id: 'help-video.key-play'})],
    [['←', '→'], msg('5 seconds back or forward', {id: 'help-video.key-five'})],
    [['J', 'L'], msg('10 seconds back or forward', {id: 'help-video.key-ten'})],
    [['0', '…', '9'], msg('Jump to 0%–90%', {id: 'help-video.key-tenth'})],
    [['↑', '↓', 'M'], msg('Volume, mute', {id: 'help-video.key-volume'})],
    [['<', '>'], msg('Slower, faster', {id: 'help-video.key-speed'})],
    [['C'], msg('Captions', {id: 'help-video.captions'})],
    [['F'], msg('Full screen', {id: 'help-video.full-screen'})],
  ];
  const shown = keys.filter(([[key]]) => key !== 'C' || player.captions.languages.length > 0);
  return html`<details class="keys">
    <summary>${msg('Keys', {id: 'help-video.keys'})}</summary>
    <dl>
      ${shown.map(
        ([names, what]) =>
          html`<div>
            <dt>${names.map((name) => (name === '…' ? name : html`<kbd>${name}</kbd> `))}</dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
