import {msg} from '../../locales/localize.ts';
import type {EditorSession} from './editor-session.ts';

/** What there is to say about keeping the draft on this device. */
export function storageTexts(storage: EditorSession['storage']): string[] {
  return [
    storage.isLasting
      ? ''
      : msg('This order cannot be kept on this device. It is lost when you leave the page.', {
          id: 'purchase-order-editor.not-kept',
        }),
    storage.hasForked
      ? msg(
          'This order was changed in another window too. What you type here is kept as an order of its own.',
          {
            id: 'purchase-order-editor.forked',
          },
        )
      : '',
    storage.hasSetAside
      ? msg('An earlier unfinished order could not be read. It was set aside.', {
          id: 'purchase-order-editor.set-aside',
        })
      : '',
  ].filter(Boolean);
}
