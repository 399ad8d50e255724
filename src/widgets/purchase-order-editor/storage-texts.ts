import {msg} from '../../locales/localize.ts';
import type {LeftElsewhere} from './device-drafts.ts';
import type {EditorSession} from './editor-session.ts';

/** What there is to say about keeping the draft on this device. */
export function storageTexts({storage, deviceDrafts}: EditorSession): string[] {
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
    leftText(deviceDrafts?.left),
    storage.hasSetAside
      ? msg('An earlier unfinished order could not be read. It was set aside.', {
          id: 'purchase-order-editor.set-aside',
        })
      : '',
  ].filter(Boolean);
}

/** What another window has made of an order that was discarded here. */
function leftText(left: LeftElsewhere | undefined): string {
  if (left === 'sent') {
    return msg(
      'The order was sent from another window, or is being sent there. Discarding it here did not stop that.',
      {id: 'purchase-order-editor.left-sent'},
    );
  }
  return left === 'changed'
    ? msg('The order was changed in another window too. It stays there.', {
        id: 'purchase-order-editor.left-changed',
      })
    : '';
}
