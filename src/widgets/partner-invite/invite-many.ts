import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {isAddress} from '../../partners/addresses.ts';
import type {InvitationDraft, InvitationTerms} from '../../partners/invitation-draft.ts';
import {
  InviteList,
  MOST_ROWS,
  type InviteRow,
  type RemovedRow,
  type RowStand,
} from '../../partners/invite-list.ts';
import type {KnownPartners} from '../../partners/known-partners.ts';
import {sendRows, type Parcel} from '../../partners/send-list.ts';
import type {Invitation, Membership, PartnerType} from '../../portal/contract/index.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Wait} from '../../portal/http.ts';
import type {BodyStand} from '../../ui/element-body.ts';
import {icon} from '../../ui/states.ts';
import {mailLanguages} from './mail-languages.ts';
import {withName} from './named.ts';
import type {PartnerInvite} from './partner-invite.ts';
import {PeopleSource} from './people-source.ts';
import {renderTable} from './people-table.ts';
import {renderEditor} from './person-editor.ts';
import {hasEnded, renderSending, type SendingState} from './sending-view.ts';
import {renderSent} from './sent-list.ts';

/** What a list needs of the form around it. */
export interface ManyInside {
  readonly host: PartnerInvite;
  readonly known: KnownPartners;
  readonly stand: () => BodyStand<Membership> | undefined;
  /** What holds for all, as the form says it. */
  readonly terms: () => InvitationTerms;
  /** Asks for the partner type; true where there is one. */
  readonly requireType: () => boolean;
  readonly create: (
    portal: PortalConnection,
    parcel: Parcel,
    onWait: (wait: Wait) => void,
  ) => Promise<Invitation>;
  /** Goes back to the form for one. */
  readonly onLeave: () => void;
  readonly focus: (selector: string) => void;
}

/** The row that is being changed, and the type that is chosen for it now; empty: as for all. */
interface EditedRow {
  readonly id: number;
  readonly partnerType: string;
}

/** A list of people who are invited at once: told before what is wrong, and after what has become of each. */
export class InviteMany {
  readonly #inside: ManyInside;
  readonly #list = new InviteList();
  readonly #source: PeopleSource;
  #state: SendingState = {phase: 'editing'};
  #edited: EditedRow | undefined;
  #removed: RemovedRow | undefined;
  /** What was done last, to be said. */
  #said: (() => string) | undefined;

  constructor(inside: ManyInside) {
    this.#inside = inside;
    this.#source = new PeopleSource(inside.host, {
      types: () => this.#types,
      onPeople: (people) => this.add(people),
    });
  }

  /** Whether invitations are on their way. */
  get isSending(): boolean {
    return this.#state.phase === 'sending';
  }

  /** Adds people, and asks the portal whether it knows them. */
  add(people: readonly InvitationDraft[]): void {
    if (people.length === 0) return;
    const before = this.#list.rows.length;
    this.#list.add(people);
    const added = this.#list.rows.length - before;
    this.#said = () =>
      added === 1
        ? msg('1 person was added.', {id: 'partner-invite.added-one'})
        : msg(str`${this.#count(added)} people were added.`, {id: 'partner-invite.added'});
    this.#removed = undefined;
    if (this.#state.phase === 'ended') this.#state = {phase: 'editing'};
    this.#lookUp();
    this.#draw();
  }

  /** The list, above what holds for all. */
  render(): TemplateResult {
    const {rows} = this.#list;
    const open = rows.filter(({outcome}) => outcome?.phase !== 'sent');
    return html`<div class="many" data-focus-fallback tabindex="-1">
      ${this.#source.render()}
      <div class="live said" aria-live="polite">${this.#renderSaid()}</div>
      ${renderSent(rows, this.#inside.host.inside.locale)}
      ${open.length > 0 ? this.#renderTable(open) : nothing} ${this.#renderWaiting()}
      <p class="hint">
        ${msg('What follows holds for everybody in the list whose row does not say otherwise.', {
          id: 'partner-invite.for-all',
        })}
      </p>
    </div>`;
  }

  /** The buttons below what holds for all. */
  renderActions(): TemplateResult {
    const isSending = this.isSending;
    const count = this.#ready().length;
    return html`<div class="sending">
      ${renderSending(this.#state, this.#list, {
        locale: this.#inside.host.inside.locale,
        onRetry: (ids) => void this.#send(ids),
      })}
      <div class="actions">
        ${
          isSending
            ? html`<button type="button" class="button" @click=${this.#onCancel}>
                ${msg('Stop', {id: 'partner-invite.stop'})}
              </button>`
            : html`<button
                  type="button"
                  class="button primary"
                  part="submit"
                  id="send"
                  @click=${this.#onSend}
                >
                  ${
                    count === 0
                      ? msg('Invite', {id: 'partner-invite.invite'})
                      : count === 1
                        ? msg('Invite 1 person', {id: 'partner-invite.invite-one'})
                        : msg(str`Invite ${this.#count(count)} people`, {id: 'partner-invite.invite-many'})
                  }
                </button>
                <button type="button" class="button" @click=${this.#inside.onLeave}>
                  ${msg('Invite one person', {id: 'partner-invite.back'})}
                </button>`
        }
      </div>
    </div>`;
  }

  #renderTable(rows: readonly InviteRow[]): TemplateResult {
    const {locale} = this.#inside.host.inside;
    const stands = this.#stands();
    const forAll = this.#inside.terms();
    const types = this.#types;
    return html`${this.#renderLeftOut(stands)}
    ${renderTable({
      rows,
      stands,
      forAll,
      types,
      locale,
      isSending: this.isSending,
      renderEditor: (row) =>
        this.#edited?.id === row.id
          ? renderEditor({
              row,
              stand: stands.get(row.id),
              forAll,
              types,
              languages: mailLanguages(locale),
              partnerType: this.#edited.partnerType,
              onType: (partnerType) => this.#edit({id: row.id, partnerType}),
              onSave: (draft) => this.#save(row, draft),
              onCancel: () => this.#edit(undefined, row.id),
            })
          : undefined,
      onEdit: (row) => this.#edit({id: row.id, partnerType: row.draft.partnerType ?? ''}),
      onRemove: (row) => this.#remove(row),
      onInsist: ({id}) => this.#insist(id),
      onRetry: ({id}) => void this.#send([id]),
    })}`;
  }

  /** Who is in the list and will not be invited as it is. */
  #renderLeftOut(stands: ReadonlyMap<number, RowStand>): unknown {
    const all = [...stands.values()];
    const wrong = all.filter(({phase}) => phase === 'invalid').length;
    const twice = all.filter(({phase}) => phase === 'duplicate').length;
    const known = all.filter(({phase}) => phase === 'known').length;
    if (wrong + twice + known === 0 || this.isSending) return nothing;
    const texts = [
      wrong > 0 && msg(str`To be corrected: ${this.#count(wrong)}.`, {id: 'partner-invite.count-wrong'}),
      twice > 0 && msg(str`Twice in the list: ${this.#count(twice)}.`, {id: 'partner-invite.count-twice'}),
      known > 0 &&
        msg(str`Known to the portal already: ${this.#count(known)}.`, {id: 'partner-invite.count-known'}),
    ];
    return html`<p class="notice warning left-out" part="notice">
      ${icon('error')}<span>
        ${texts.filter(Boolean).join(' ')} ${msg('They are left out.', {id: 'partner-invite.left-out'})}
      </span>
      ${
        twice > 0
          ? html`<button type="button" class="button" @click=${this.#onRemoveTwice}>
              ${msg('Remove what is there twice', {id: 'partner-invite.remove-twice'})}
            </button>`
          : nothing
      }
    </p>`;
  }

  #renderWaiting(): unknown {
    const {waiting} = this.#list;
    if (waiting === 0) return nothing;
    return html`<p class="notice" part="notice">
      ${icon('info')}<span>
        ${msg(
          str`${this.#count(MOST_ROWS)} people can be in the list at once. ${this.#count(waiting)} more wait, and come in once others have been invited or removed.`,
          {id: 'partner-invite.waiting'},
        )}
      </span>
    </p>`;
  }

  #renderSaid(): unknown {
    const removed = this.#removed;
    if (!removed) return this.#said ? html`<p class="hint">${this.#said()}</p>` : nothing;
    const {email, name} = removed.row.draft;
    return html`<p class="notice" part="notice">
      <span>
        ${withName(name || email, (place) => msg(str`${place} was removed.`, {id: 'partner-invite.removed'}))}
      </span>
      <button type="button" class="button" @click=${this.#onUndo}>${msg('Undo', {id: 'action.undo'})}</button>
    </p>`;
  }

  get #types(): readonly PartnerType[] {
    return this.#inside.stand()?.membership.capabilities.partnerTypes ?? [];
  }

  #stands(): ReadonlyMap<number, RowStand> {
    return this.#list.stands({
      forAll: this.#inside.terms(),
      types: this.#types,
      known: (email) => this.#inside.known.get(email),
    });
  }

  /** The rows that can be sent now. */
  #ready(): readonly number[] {
    return [...this.#stands()].flatMap(([id, {phase}]) => (phase === 'ready' ? [id] : []));
  }

  #lookUp(): void {
    for (const {draft, outcome} of this.#list.rows) {
      if (!outcome && isAddress(draft.email)) void this.#inside.known.ask(draft.email);
    }
  }

  #edit(edited: EditedRow | undefined, left?: number): void {
    this.#edited = edited;
    this.#draw();
    if (edited) this.#inside.focus('#row-email');
    else if (left !== undefined) this.#inside.focus(`[data-id="${left}"] button`);
  }

  #save({id}: InviteRow, draft: InvitationDraft): void {
    this.#list.update(id, {draft, outcome: undefined, isInsisted: false});
    this.#lookUp();
    this.#edit(undefined, id);
  }

  #remove({id}: InviteRow): void {
    this.#removed = this.#list.remove(id);
    this.#list.fill();
    this.#lookUp();
    this.#draw();
    this.#inside.focus('.said button');
  }

  #insist(id: number): void {
    this.#list.update(id, {isInsisted: true});
    this.#draw();
    this.#inside.focus(`[data-id="${id}"] button`);
  }

  async #send(ids: readonly number[]): Promise<void> {
    const stand = this.#inside.stand();
    if (this.isSending || !stand || ids.length === 0) return;
    const needsType = ids.some((id) => this.#list.get(id)?.draft.partnerType === undefined);
    if (needsType && !this.#inside.requireType()) return;
    const halt = new AbortController();
    this.#state = {phase: 'sending', ids, halt};
    this.#edited = this.#removed = this.#said = undefined;
    this.#draw();
    window.addEventListener('beforeunload', onBeforeUnload);
    const stopped = await sendRows(this.#list, ids, {
      forAll: this.#inside.terms(),
      types: this.#types,
      // Where the element speaks to another portal by then, the list still goes where it was sent.
      send: (parcel, onWait) => this.#inside.create(stand.portal, parcel, onWait),
      onSent: ({email}) => this.#inside.known.forget(email),
      onChange: () => this.#draw(),
      signal: halt.signal,
    });
    window.removeEventListener('beforeunload', onBeforeUnload);
    const isWhole = ids.every((id) => hasEnded(this.#list, id));
    this.#state = {phase: 'ended', ids, stopped: stopped ?? (isWhole ? undefined : 'canceled')};
    this.#list.fill();
    this.#lookUp();
    this.#draw();
    this.#inside.focus('#end');
  }

  #count(count: number): string {
    return formatCount(count, this.#inside.host.inside.locale);
  }

  #draw(): void {
    this.#inside.host.requestUpdate();
  }

  readonly #onSend = (): void => {
    // What stands in the field is looked at in the list before it is sent.
    if (this.#source.add()) return;
    const ready = this.#ready();
    if (ready.length > 0) void this.#send(ready);
    else this.#inside.focus('#addresses');
  };

  readonly #onCancel = (): void => {
    if (this.#state.phase === 'sending') this.#state.halt.abort();
    this.#draw();
  };

  readonly #onUndo = (): void => {
    if (!this.#removed) return;
    const {row} = this.#removed;
    this.#list.restore(this.#removed);
    this.#removed = undefined;
    this.#draw();
    this.#inside.focus(`[data-id="${row.id}"] button`);
  };

  readonly #onRemoveTwice = (): void => {
    for (const [id, {phase}] of this.#stands()) if (phase === 'duplicate') this.#list.remove(id);
    this.#list.fill();
    this.#lookUp();
    this.#draw();
    this.#inside.focus('.people');
  };
}

/** Asks before the page is left: what is on its way is not known to have arrived. */
function onBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
