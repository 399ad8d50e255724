import {createMediaStore} from 'media-chrome/dist/media-store/media-store.js';
import {stateMediator, type StateMediator} from 'media-chrome/dist/media-store/state-mediator.js';

/** What a video does, and what the browser can do with it. */
export interface Playback {
  readonly isPaused: boolean;
  readonly isEnded: boolean;
  /** Whether there is not enough to go on. */
  readonly isLoading: boolean;
  /** Seconds from the beginning. */
  readonly time: number;
  /** Seconds; 0 as long as it is not known. */
  readonly duration: number;
  /** Spans that are here, in seconds. */
  readonly buffered: readonly (readonly [start: number, end: number])[];
  readonly rate: number;
  /** From 0 to 1. */
  readonly volume: number;
  readonly isMuted: boolean;
  /** Some phones leave the volume to their own keys. */
  readonly hasVolume: boolean;
  readonly canPictureInPicture: boolean;
  readonly isPictureInPicture: boolean;
  readonly canAirPlay: boolean;
  readonly canFullscreen: boolean;
  readonly isFullscreen: boolean;
}

interface Requests {
  mediaplayrequest: undefined;
  mediapauserequest: undefined;
  mediaseekrequest: number;
  mediavolumerequest: number;
  mediamuterequest: undefined;
  mediaunmuterequest: undefined;
  mediaplaybackraterequest: number;
  mediaenterpiprequest: undefined;
  mediaexitpiprequest: undefined;
  mediaairplayrequest: undefined;
  mediaenterfullscreenrequest: undefined;
  mediaexitfullscreenrequest: undefined;
}

/**
 * Of the store of media-chrome, what does more than it should in somebody else's page: it parses chapters as HTML, which Trusted
 * Types forbid; writes the volume under names of its own; looks for devices to cast to; and leaves refusals unhandled.
 */
const mediator: StateMediator = {
  ...stateMediator,
  mediaLoading: {
    ...stateMediator.mediaLoading,
    mediaEvents: [...(stateMediator.mediaLoading.mediaEvents ?? []), 'canplay', 'seeked'],
  },
  mediaChaptersCues: {get: () => []},
  mediaSubtitlesShowing: {get: () => []},
  mediaMuted: {
    get: stateMediator.mediaMuted.get,
    set: (value, {media}) => {
      if (media) media.muted = value;
    },
    mediaEvents: ['volumechange'],
  },
  mediaVolume: {
    get: stateMediator.mediaVolume.get,
    set: (value, {media}) => {
      if (media) media.volume = Math.min(Math.max(value, 0), 1);
    },
    mediaEvents: ['volumechange'],
  },
  mediaIsFullscreen: {
    ...stateMediator.mediaIsFullscreen,
    // To the document it is the outermost element with a shadow root, which may be any element.
    get: (owners) =>
      owners.fullscreenElement?.matches?.(':fullscreen') || stateMediator.mediaIsFullscreen.get(owners),
  },
  mediaIsPip: {
    ...stateMediator.mediaIsPip,
    get: ({media}) => {
      const root = media?.getRootNode?.();
      return (
        (root instanceof ShadowRoot || root instanceof Document) && root.pictureInPictureElement === media
      );
    },
    set: (value, {media}) => {
      const answer = value ? media?.requestPictureInPicture?.() : document.exitPictureInPicture();
      // The user or the browser has its reasons.
      answer?.catch(() => undefined);
    },
  },
  mediaIsCasting: {get: () => false, set: () => undefined},
  mediaCastUnavailable: {get: stateMediator.mediaCastUnavailable.get},
  mediaAirplayUnavailable:
    'WebKitPlaybackTargetAvailabilityEvent' in globalThis
      ? stateMediator.mediaAirplayUnavailable
      : {get: stateMediator.mediaAirplayUnavailable.get},
};

/** Knows what a video does, and asks it to do something else. */
export class MediaStore {
  readonly #store: ReturnType<typeof createMediaStore>;
  readonly #unsubscribe: () => void;
  #fullscreenElement: HTMLElement | undefined;

  /** `onChange`: something about the video has changed. */
  constructor(media: HTMLVideoElement, onChange: () => void) {
    this.#store = createMediaStore({
      media,
      documentElement: document,
      stateMediator: mediator,
      options: {noMutedPref: true, noVolumePref: true, noSubtitlesLangPref: true},
    });
    // The first call comes at once, before whoever wants it has this.
    let isMade = false;
    this.#unsubscribe = this.#store.subscribe(() => isMade && onChange());
    isMade = true;
  }

  get state(): Playback {
    const state = this.#store.getState();
    return {
      isPaused: state.mediaPaused ?? true,
      isEnded: state.mediaEnded ?? false,
      isLoading: state.mediaLoading ?? true,
      time: state.mediaCurrentTime ?? 0,
      duration: state.mediaDuration || 0,
      buffered: state.mediaBuffered ?? [],
      rate: state.mediaPlaybackRate ?? 1,
      volume: state.mediaVolume ?? 1,
      isMuted: state.mediaMuted ?? false,
      hasVolume: state.mediaVolumeUnavailable === undefined,
      canPictureInPicture: state.mediaPipUnavailable === undefined && document.pictureInPictureEnabled,
      isPictureInPicture: state.mediaIsPip ?? false,
      canAirPlay: state.mediaAirplayUnavailable === undefined,
      canFullscreen: state.mediaFullscreenUnavailable === undefined,
      isFullscreen: state.mediaIsFullscreen ?? false,
    };
  }

  /** What fills the screen: with the video, its controls. */
  set fullscreenElement(element: HTMLElement) {
    // It looks at everything anew, also for the same one.
    if (element === this.#fullscreenElement) return;
    this.#fullscreenElement = element;
    this.#store.dispatch({type: 'fullscreenelementchangerequest', detail: element});
  }

  request<K extends keyof Requests>(
    type: K,
    ...[detail]: undefined extends Requests[K] ? [] : [Requests[K]]
  ): void {
    this.#store.dispatch({type, detail});
  }

  /** Lets go of the video, and of the document. */
  dispose(): void {
    this.#unsubscribe();
    // Whom nobody listens to any more it means to let go of both, and does not.
    this.#store.dispatch({type: 'mediaelementchangerequest', detail: undefined});
    this.#store.dispatch({type: 'documentelementchangerequest', detail: undefined});
  }
}
