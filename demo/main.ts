/**
 * How a page brings the widgets in: registers them, tells the provider who is signed in, and listens to events.
 * The rest of this folder is the page itself; nothing in it is needed for the widgets.
 */
import {PortalClient, PortalError, type Capabilities} from 'partner-portal-widgets';
import 'partner-portal-widgets/portal-provider.js';
import 'partner-portal-widgets/document-detail.js';
import 'partner-portal-widgets/document-list.js';
import 'partner-portal-widgets/document-summary.js';
import 'partner-portal-widgets/purchase-order-editor.js';
import {watchControls, type Choice} from './controls.ts';
import {clearMessage, showMessage} from './message.ts';
import {showAreas, showTitle, showWho, type Area} from './navigation.ts';
import {findPortal} from './portal-endpoint.ts';
import {text, translatePage, typeName} from './texts.ts';
import {dropView, holdViews, showView, shownView, type ViewName} from './views.ts';
import {visitors} from './visitors.ts';

const provider = find('portal-provider');
const list = find('document-list');
const detail = find('document-detail');
const editor = find('purchase-order-editor');

const {endpoint, ready} = findPortal();
ready.catch((error: unknown) => showMessage(String(error)));

/** The token of who has just registered: the mock portal makes it of the membership. */
let newMember = '';

holdViews(ready);

// Before anything else looks at the address: the widget takes the invitation out of it.
welcomeInvited();
window.addEventListener('hashchange', welcomeInvited, {capture: true});

/** Shows whoever follows the link of an invitation where it lands. */
function welcomeInvited(): void {
  if (!new URLSearchParams(location.hash.slice(1)).has('invitation')) return;
  clearMessage();
  newMember = '';
  dropView('welcome');
  showView('welcome');
  void showWhatIsAllowed();
}

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
  dropView('partners');
  showOverview();
  list.type = visitors[user].type;
  // A real page asks its own server for a token here. Null says that nobody is signed in any more.
  const token = user === 'member' ? newMember : `demo-${user}`;
  const getToken = async () => {
    await ready;
    return user === 'nobody' ? null : token;
  };
  provider.client = new PortalClient({endpoint, getToken});
}

/** Offers what the portal allows the member: a page need not know any roles. */
async function showWhatIsAllowed(): Promise<void> {
  const client = provider.client?.with({locale: provider.locale});
  if (!client) return;
  // Who follows an invitation is nobody's member yet, whoever the bar says.
  if (shownView() === 'welcome') {
    showTitle(visitors.member[document.documentElement.lang === 'de' ? 'de' : 'en']);
    showWho('', '');
    showAreas([]);
    return;
  }
  try {
    const me = await client.me();
    const {capabilities, partner, company} = await client.membership();
    if (client !== provider.client?.with({locale: provider.locale})) return;
    showWho(me.user.name, partner?.name ?? company.name);
    offerAreas(capabilities);
  } catch (error) {
    // The widgets say what is wrong where it matters; the page only leaves out what it does not know.
    if (!(error instanceof PortalError)) throw error;
    showWho('', '');
  }
}

function offerAreas({documents, partners, invitations, company}: Capabilities): void {
  const types = Object.keys(documents).filter((type) => documents[type]?.includes('list'));
  if (!types.includes(list.type)) list.type = types[0] ?? '';
  const creatable = documents[list.type]?.includes('create') ?? false;
  if (creatable) editor.type = list.type;
  find('#new-order').hidden = !creatable;
  const others: ViewName[] = [];
  if (partners.includes('read') || invitations.includes('create')) others.push('partners');
  if (company.includes('read')) others.push('company');
  const isPossible = shownView() === 'documents' ? types.length > 0 : others.includes(shownView());
  if (!isPossible) showView(types.length > 0 ? 'documents' : (others[0] ?? 'documents'));
  showAreas([...types.map(areaOfType), ...others.map(areaOfView)]);
}

function areaOfType(type: string): Area {
  return {
    label: typeName(type),
    isCurrent: shownView() === 'documents' && type === list.type,
    open: () => showType(type),
  };
}

function areaOfView(name: ViewName): Area {
  return {
    label: text(name === 'company' ? 'company' : 'partners'),
    isCurrent: shownView() === name,
    open: () => {
      showView(name);
      void showWhatIsAllowed();
    },
  };
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
  showView('documents');
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

// A fact: somebody has been invited. Nobody gets mail from a mock portal in the page: the link is opened from here.
provider.addEventListener('partner-invited', ({invitation}) => void offerLink(invitation.email));
provider.addEventListener('invitation-changed', ({invitation}) => void offerLink(invitation.email));

async function offerLink(address: string): Promise<void> {
  const link = (await ready)?.outbox.findLast(({to}) => to === address)?.link;
  if (link === undefined) return;
  showMessage(text('mailSent', address), {
    label: text('openMail'),
    run: () => location.assign(new URL(link).hash),
  });
}

// A fact: somebody has an account now. A real page sends them through its own way to sign in.
provider.addEventListener('invitation-accepted', (event) => {
  newMember = `member-${event.membershipId.replace(/^m-/, '')}`;
  controls.offer('member', text('member'));
});

// The widget's way on leads here in the demo: its page has no other.
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (shownView() !== 'welcome' || newMember === '' || link?.pathname !== location.pathname) return;
  event.preventDefault();
  showView('documents');
  dropView('welcome');
  controls.choose({user: 'member'});
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
