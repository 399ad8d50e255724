/**
 * How a page brings the whole portal in: it says where the portal is, who is signed in and in which language. The rest of this
 * folder is the page itself; nothing in it is needed for the portal.
 */
import {PortalClient} from 'partner-portal-widgets';
import 'partner-portal-widgets/portal-provider.js';
import 'partner-portal-widgets/partner-portal.js';
import {watchControls, type Choice} from './controls.ts';
import {clearMessage, showMessage} from './message.ts';
import {findPortal} from './portal-endpoint.ts';
import {text, translatePage} from './texts.ts';

const provider = document.querySelector('portal-provider');
if (!provider) throw new Error('portal-provider is missing');

const {endpoint, ready} = findPortal();
ready.catch((error: unknown) => showMessage(String(error)));

watchControls((choice, previous) => {
  translatePage(choice.language);
  provider.locale = choice.language;
  if (choice.user !== previous?.user) signIn(choice.user, {isAnother: previous !== undefined});
});

/** Another user is another client, so that nothing of the first one's session is left. A real page has one for its life. */
function signIn(user: Choice['user'], {isAnother}: {isAnother: boolean}): void {
  clearMessage();
  // Where the former user was is nothing to the next one.
  if (isAnother) history.replaceState(history.state, '', location.search);
  // A real page asks its own server for a token here. Null says that nobody is signed in any more.
  const getToken = async () => {
    await ready;
    return user === 'nobody' ? null : `demo-${user}`;
  };
  if (provider) provider.client = new PortalClient({endpoint, getToken});
}

// A fact: the user has signed out of the portal. A real page ends its own session here, and shows its own way in.
provider.addEventListener('sign-out', () => showMessage(text('signedOut')));
