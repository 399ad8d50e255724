import {problemsOf, toInput, type InvitationTerms} from '../../src/partners/invitation-draft.ts';
import {InviteList, MOST_ROWS} from '../../src/partners/invite-list.ts';
import {KnownPartners} from '../../src/partners/known-partners.ts';
import {parcelOf, sendRows, type Parcel} from '../../src/partners/send-list.ts';
import type {Invitation, Partner, PartnerType} from '../../src/portal/contract/index.ts';
import {PortalError} from '../../src/portal/errors.ts';
import {describe, expect, it, until} from '../support/index.ts';

const types: readonly PartnerType[] = [
  {
    type: 'customer',
    label: 'Customer',
    areas: [
      {key: 'orders', label: 'Orders', default: true},
      {key: 'returns', label: 'Returns', default: false},
    ],
  },
  {type: 'vendor', label: 'Vendor', areas: [{key: 'invoices', label: 'Invoices', default: true}]},
];
const forAll: InvitationTerms = {
  partnerType: 'customer',
  areas: ['orders', 'returns'],
  message: ' Hello ',
  locale: 'en',
};
const nobody = () => undefined;

function invitation(email: string): Invitation {
  const at = '2026-11-23T10:00:00Z';
  return {
    id: email,
    email,
    partnerType: 'customer',
    areas: [],
    status: 'pending',
    delivery: 'queued',
    createdAt: at,
    expiresAt: at,
    allowedActions: [],
  };
}

function partner(email: string, status?: string): Partner {
  const own = status === undefined ? {} : {invitation: {...invitation(email), status}};
  return {id: email, name: email, type: 'customer', email, areas: [], ...own};
}

function listOf(...emails: string[]): InviteList {
  const list = new InviteList();
  list.add(emails.map((email) => ({email, name: ''})));
  return list;
}

const phases = (list: InviteList, known: Parameters<InviteList['stands']>[0]['known'] = nobody) =>
  [...list.stands({forAll, types, known}).values()].map(({phase}) => phase);

describe('An invitation', () => {
  it('has what holds for all, and the words without space around them', () => {
    expect(toInput({email: ' ada@x.example ', name: ''}, forAll, types)).to.deep.equal({
      email: 'ada@x.example',
      partnerType: 'customer',
      areas: ['orders', 'returns'],
      message: 'Hello',
      locale: 'en',
    });
  });

  it('of another type opens what the portal proposes for it', () => {
    const input = toInput(
      {email: 'a@x.example', name: 'A', partnerType: 'vendor', locale: 'de'},
      forAll,
      types,
    );
    expect(input).to.deep.include({partnerType: 'vendor', areas: ['invoices'], locale: 'de', name: 'A'});
  });

  it('is told what is wrong with it', () => {
    const draft = {email: 'a', name: '', areas: ['nothing'], locale: 'German'};
    expect(problemsOf(draft, forAll, types).map(({code}) => code)).to.deep.equal([
      'email-invalid',
      'area-unknown',
      'language-unknown',
    ]);
    expect(
      problemsOf({email: '', name: ''}, {...forAll, partnerType: ''}, types).map(({code}) => code),
    ).to.deep.equal(['email-missing', 'type-missing']);
    expect(problemsOf({email: 'a@x.example', name: '', partnerType: 'x'}, forAll, types)).to.deep.equal([
      {field: 'partnerType', code: 'type-unknown', text: 'x'},
    ]);
  });

  it('keeps its key as long as its body is the same', () => {
    const input = toInput({email: 'a@x.example', name: ''}, forAll, types);
    const first = parcelOf(input, undefined);
    expect(parcelOf({...input}, first)).to.equal(first);
    expect(parcelOf({...input, name: 'A'}, first).key).not.to.equal(first.key);
  });
});

describe('A list', () => {
  it('says of each row where it stands', () => {
    const list = listOf('a@x.example', 'A@X.example', 'nobody', 'b@x.example', 'c@x.example');
    const known = (email: string) =>
      email.startsWith('b') ? ({status: 'invited', partner: partner(email, 'pending')} as const) : undefined;
    expect(phases(list, known)).to.deep.equal(['ready', 'duplicate', 'invalid', 'known', 'ready']);
    const [, , , row] = list.rows;
    if (row) list.update(row.id, {isInsisted: true});
    expect(phases(list, known)[3]).to.equal('ready');
  });

  it('lets the second of two in once the first has gone, and the first again once it is back', () => {
    const list = listOf('a@x.example', 'a@x.example');
    const removed = list.remove(list.rows[0]?.id ?? 0);
    expect(phases(list)).to.deep.equal(['ready']);
    if (removed) list.restore(removed);
    expect(phases(list)).to.deep.equal(['ready', 'duplicate']);
  });

  it('has room for so many, and gives free places to those who wait', () => {
    const list = new InviteList();
    list.add(Array.from({length: MOST_ROWS + 2}, (_, index) => ({email: `a${index}@x.example`, name: ''})));
    expect([list.rows.length, list.waiting]).to.deep.equal([MOST_ROWS, 2]);
    const [first] = list.rows;
    if (first) list.update(first.id, {outcome: {phase: 'sent', invitation: invitation('a0@x.example')}});
    list.fill();
    expect([list.rows.length, list.waiting]).to.deep.equal([MOST_ROWS + 1, 1]);
  });
});

describe('Sending a list', () => {
  interface Sent {
    readonly parcel: Parcel;
    readonly answer: (end: Invitation | PortalError) => void;
  }

  function start(list: InviteList, signal = new AbortController().signal) {
    const sent: Sent[] = [];
    const ended = sendRows(
      list,
      list.rows.map(({id}) => id),
      {
        forAll,
        types,
        mayBegin: ({draft}) => Promise.resolve(!draft.email.startsWith('known')),
        send: (parcel) =>
          new Promise((resolve, reject) => {
            sent.push({
              parcel,
              answer: (end) => (end instanceof PortalError ? reject(end) : resolve(end)),
            });
          }),
        onSent: () => undefined,
        onChange: () => undefined,
        signal,
      },
    );
    return {sent, ended};
  }

  it('begins four at a time, each with a key of its own', async () => {
    const list = listOf('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example', 'e@x.example');
    const {sent, ended} = start(list);
    await until(() => sent.length === 4, 'four requests');
    sent[0]?.answer(invitation('a@x.example'));
    await until(() => sent.length === 5, 'a fifth request');
    for (const {answer, parcel} of sent.slice(1)) answer(invitation(parcel.input.email));
    expect(await ended).to.equal(undefined);
    expect(new Set(sent.map(({parcel}) => parcel.key)).size).to.equal(5);
    expect(phases(list)).to.deep.equal(Array.from({length: 5}, () => 'sent'));
  });

  it('leaves out whoever turns out to be known when it is their turn', async () => {
    const list = listOf('known@x.example', 'b@x.example');
    const {sent, ended} = start(list);
    await until(() => sent.length === 1, 'a request');
    sent[0]?.answer(invitation('b@x.example'));
    expect(await ended).to.equal(undefined);
    expect(sent.map(({parcel}) => parcel.input.email)).to.deep.equal(['b@x.example']);
    expect(phases(list)).to.deep.equal(['ready', 'sent']);
  });

  it('goes on after what one of them has run into', async () => {
    const list = listOf('a@x.example', 'b@x.example');
    const {sent, ended} = start(list);
    await until(() => sent.length === 2, 'two requests');
    sent[0]?.answer(new PortalError('invalid'));
    sent[1]?.answer(invitation('b@x.example'));
    expect(await ended).to.equal(undefined);
    expect(phases(list)).to.deep.equal(['failed', 'sent']);
  });

  it('stops at what all would run into, and leaves the rest as they are', async () => {
    const list = listOf('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example', 'e@x.example');
    const {sent, ended} = start(list);
    await until(() => sent.length === 4, 'four requests');
    for (const {answer} of sent) answer(new PortalError('signed-out'));
    expect((await ended)?.kind).to.equal('signed-out');
    expect(phases(list)).to.deep.equal(['failed', 'failed', 'failed', 'failed', 'ready']);
  });

  it('makes a new key where the portal knows the old one with another body', async () => {
    const list = listOf('a@x.example');
    const {sent, ended} = start(list);
    await until(() => sent.length === 1, 'a request');
    sent[0]?.answer(new PortalError('key-reused'));
    await ended;
    expect(list.rows[0]?.parcel).to.equal(undefined);
  });
});

describe('Known partners', () => {
  it('are told by their whole address and by their invitation', async () => {
    const partners = [
      partner('ada@x.example', 'pending'),
      partner('bo@x.example', 'accepted'),
      partner('cy@x.example'),
      partner('dee@x.example', 'expired'),
      partner('eve@x.example', 'revoked'),
    ];
    const known = new KnownPartners({
      find: (text) => Promise.resolve(partners.filter(({email}) => email.includes(text.toLowerCase()))),
      onChange: () => undefined,
    });
    const statuses: string[] = [];
    for (const email of [
      'ADA@x.example',
      'bo@x.example',
      'cy@x.example',
      'dee@x.example',
      'eve@x.example',
      'a@x.example',
    ])
      statuses.push((await known.ask(email)).status);
    expect(statuses).to.deep.equal(['invited', 'member', 'member', 'lapsed', 'lapsed', 'new']);
  });

  it('are asked for once, four at a time', async () => {
    const asked: string[] = [];
    const answers: (() => void)[] = [];
    const known = new KnownPartners({
      find: (text) => {
        asked.push(text);
        return new Promise((resolve) => answers.push(() => resolve([])));
      },
      onChange: () => undefined,
    });
    const all = Array.from({length: 6}, (_, index) => known.ask(`a${index}@x.example`));
    void known.ask('a0@x.example');
    expect(asked).to.have.length(4);
    while (asked.length < 6) {
      answers.shift()?.();
      await Promise.resolve();
    }
    for (const answer of answers) answer();
    expect((await Promise.all(all)).map(({status}) => status)).to.deep.equal(
      Array.from({length: 6}, () => 'new'),
    );
    expect(asked).to.have.length(6);
  });

  it('that cannot be asked for are no obstacle, and forgotten with the member', async () => {
    const known = new KnownPartners({
      find: () => Promise.reject(new PortalError('server')),
      onChange: () => undefined,
    });
    expect((await known.ask('a@x.example')).status).to.equal('unanswered');
    known.stop();
    expect(known.get('a@x.example')).to.equal(undefined);
  });
});
