import type {Player} from './player.ts';

const VOLUME_STEP = 0.1;

/** Keys of players that everybody knows. What they are pressed in has its own first. */
export function handleKey(event: KeyboardEvent, player: Player): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const [target] = event.composedPath();
  if (event.key === 'Escape' && player.panel) {
    // Not the dialog, nor the screen, that the player may be in.
    event.stopPropagation();
    event.preventDefault();
    player.closePanel();
    return;
  }
  if (target instanceof Element && hasOwnUse(target, event.key)) return;
  const action = actionOf(event, player);
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

/** Whether a key means something else to what has the focus. */
function hasOwnUse(target: Element, key: string): boolean {
  if (key === ' ' || key === 'Enter') return target.closest('button, summary, [data-own-keys]') !== null;
  return /^(Arrow|Home|End)/.test(key) && target.closest('[data-own-keys]') !== null;
}

function actionOf({key, shiftKey}: KeyboardEvent, player: Player): (() => void) | undefined {
  const {state, time} = player;
  // On some keyboards they need Shift, on others not.
  if (key === '<' || key === '>') return said(player, 'rate', () => player.stepRate(key === '>' ? 1 : -1));
  if (shiftKey) return undefined;
  if (/^(?:\d|End)$/.test(key)) {
    const tenths = key === 'End' ? 10 : Number(key);
    // As long as nobody knows how long it is, there is no end.
    return state.duration > 0 ? () => player.seek((state.duration * tenths) / 10) : undefined;
  }
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case ' ':
    case 'k':
      return () => player.toggle();
    case 'ArrowLeft':
      return () => player.seek(time - 5);
    case 'ArrowRight':
      return () => player.seek(time + 5);
    case 'j':
      return () => player.seek(time - 10);
    case 'l':
      return () => player.seek(time + 10);
    case 'Home':
      return () => player.seek(0);
    case 'ArrowUp':
      return said(player, 'volume', () => player.setVolume(state.volume + VOLUME_STEP));
    case 'ArrowDown':
      return said(player, 'volume', () => player.setVolume(state.volume - VOLUME_STEP));
    case 'm':
      return said(player, 'volume', () => player.toggleMuted());
    case 'c':
      return player.captions.languages.length > 0
        ? said(player, 'captions', () => player.toggleCaptions())
        : undefined;
    case 'f':
      return state.canFullscreen ? () => player.toggleFullscreen() : undefined;
    default:
      return undefined;
  }
}

function said(player: Player, what: 'rate' | 'volume' | 'captions', action: () => void): () => void {
  return () => {
    action();
    player.say(what);
  };
}
