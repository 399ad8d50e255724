import {define} from '../../ui/define.ts';
import {HelpVideo} from './help-video.ts';

define('help-video', HelpVideo);

declare global {
  interface HTMLElementTagNameMap {
    'help-video': HelpVideo;
  }
}

export {HelpVideo};
