/**
 * How a page brings the widgets in: registers them, tells the provider who is signed in, and listens to events.
 * The rest of this folder is the page itself; nothing in it is needed for the widgets.
 */
import {PortalClient, PortalError} from 'partner-portal-widgets';
import 'partner-portal-widgets/portal-provider.js';
import 'partner-portal-widgets/document-detail.js';
import 'partner-portal-widgets/document-list.js';
import 'partner-portal-widgets/document-summary.js';
import 'partner-portal-widgets/purchase-order-editor.js';
import {watchControls, type Choice} from './controls.ts';
import {clearMessage, showMessage} from './message.ts';
import {showDocumentTypes, showTitle, showWho} from './navigation.ts';
import {findPortal} from './portal-endpoint.ts';
import {text, translatePage} from './texts.ts';
import {visitors} from './visitors.ts';

const provider = find('portal-provider');
const list = find('document-list');
const detail = find('document-detail');
const editor = find('purchase-order-editor');

const {endpoint, ready} = findPortal();
ready.catch((error: unknown) => showMessage(String(error)));

const controls = watchControls((choice, previous) => {
  translatePage(choice.language);
  showTitle(visitors[choice.user][choice.language]);
  provider.locale = choice.language;
  if (choice.user !== previous?.user) signIn(choice.user);
  void showWhatIsAllowed();
});

/** Another user is another client, so that nothing of the first one's session is left. A real page has one for its life. */
function signIn(user: Choice['user']): void {
  clearMessage();
  showOverview();
  list.type = visitors[user].type;
  // A real page asks its own server for a token here. Null says that nobody is signed in any more.
  const getToken = async () => {
    await ready;
    return user === 'nobody' ? null : `demo-${user}`;
  };
  provider.client = new PortalClient({endpoint, getToken});
}

/** Offers what the portal allows the member: a page need not know any roles. */
async function showWhatIsAllowed(): Promise<void> {
  const client = provider.client?.with({locale: provider.locale});
  if (!client) return;
  try {
    const me = await client.me();
    const membership = await client.membership();
    if (client !== provider.client?.with({locale: provider.locale})) return;
    const {documents} = membership.capabilities;
    const types = Object.keys(documents).filter((type) => documents[type]?.includes('list'));
    if (!types.includes(list.type)) list.type = types[0] ?? 'purchase-order';
    const creatable = documents[list.type]?.includes('create') ?? false;
    if (creatable) editor.type = list.type;
    find('#new-order').hidden = !creatable;
    showWho(me.user.name, membership.partner?.name ?? membership.company.name);
    showDocumentTypes(types, list.type, (type) => {
      showType(type);
    });
  } catch (error) {
    // The widgets say what is wrong where it matters; the page only leaves out what it does not know.
    if (!(error instanceof PortalError)) throw error;
    showWho('', '');
  }
}

// An intent: the page shows the document, or the documents of a type. A page with addresses of its own would navigate here.
provider.addEventListener('document-open', ({documentType, id, filter}) => {
  if (id === undefined) {
    list.filter = filter ?? {};
    showType(documentType);
    return;
  }
  detail.type = documentType;
  detail.documentId = id;
  showOverview(false);
  detail.scrollIntoView({block: 'nearest'});
});

// The order form takes up an order again, and goes on with a draft.
provider.addEventListener('document-repeat', ({documentType, id}) => write(documentType, {repeatOf: id}));
provider.addEventListener('document-edit', ({documentType, id}) => write(documentType, {documentId: id}));

find('#back').addEventListener('click', (event) => {
  event.preventDefault();
  showOverview();
});

/** Shows the overview, or a document in its place. */
function showOverview(isShown = true): void {
  find('#overview').hidden = !isShown;
  find('#document').hidden = isShown;
}

function showType(type: string): void {
  list.type = type;
  showOverview();
  void showWhatIsAllowed();
}

function write(type: string, {repeatOf, documentId}: {repeatOf?: string; documentId?: string}): void {
  editor.type = type;
  editor.repeatOf = repeatOf;
  editor.documentId = documentId;
  editor.scrollIntoView({block: 'start'});
}

// A fact: the order is in the portal. The list shows it by itself.
provider.addEventListener('order-created', (event) => {
  showMessage(text('created', event.document.number ?? ''));
});

// The widgets keep what was typed and offer to try again; a page may offer its own way to sign in.
provider.addEventListener('session-expired', () => {
  showMessage(text('expired'), {label: text('signIn'), run: () => controls.choose({user: 'customer'})});
});

function find<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
function find(selector: string): HTMLElement;
function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`${selector} is missing`);
  return element;
}
