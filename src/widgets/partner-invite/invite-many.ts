import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {isAddress} from '../../partners/addresses.ts';
import type {InvitationDraft, InvitationTerms} from '../../partners/invitation-draft.ts';
import {InviteList, type InviteRow, type RemovedRow, type RowStand} from '../../partners/invite-list.ts';
import {isTaken, type KnownPartners} from '../../partners/known-partners.ts';
import {sendRows, type Parcel} from '../../partners/send-list.ts';
import {unknownWords, withMeaning, type UnknownWord} from '../../partners/unknown-words.ts';
import type {Invitation, Membership, PartnerType} from '../../portal/contract/index.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Wait} from '../../portal/http.ts';
import type {BodyStand} from '../../ui/element-body.ts';
import {mailLanguages} from './mail-languages.ts';
import {renderLeftOut, renderWaiting} from './left-out.ts';
import {withName} from './named.ts';
import type {PartnerInvite} from './partner-invite.ts';
import {PeopleSource} from './people-source.ts';
import {renderTable} from './people-table.ts';
import {readEditor, renderEditor, type EditorOptions} from './person-editor.ts';
import {endOf, firstError, renderSending, sendLabel, type SendingState} from './sending-view.ts';
import {renderSent} from './sent-list.ts';
import {renderWords} from './unknown-words-view.ts';

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

  /** Adds whom texts name. `name`: of the only one, where the text has none. */
  addTexts(texts: readonly string[], name: string): void {
    const people = texts.flatMap((text) => this.#source.read(text));
    const [first] = people;
    this.add(people.length === 1 && first && !first.name ? [{...first, name}] : people);
  }

  /** Another member has keys of their own, and is told anew who is known. */
  startAnew(): void {
    for (const {id} of this.#list.rows) this.#list.update(id, {parcel: undefined});
    this.#lookUp();
  }

  /** Adds people, and asks the portal whether it knows them. */
  add(people: readonly InvitationDraft[]): void {
    this.#lookUp();
    if (people.length === 0) return;
    const before = this.#list.rows.length;
    this.#list.add(people);
    const added = this.#list.rows.length - before;
    this.#said = () =>
      added === 1
        ? msg('1 person was added.', {id: 'partner-invite.added-one'})
        : msg(str`${this.#count(added)} people were added.`, {id: 'partner-invite.added'});
    this.#removed = undefined;
    // Where somebody could not be invited, what is said of that stays, and the way to try again.
    if (this.#state.phase === 'ended' && this.#failed().length === 0) this.#state = {phase: 'editing'};
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
      ${open.length > 0 ? this.#renderTable(open) : nothing}
      ${renderWaiting(this.#list.waiting, this.#inside.host.inside.locale)}
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
    return html`<div class="sending">
      ${renderSending(this.#state, this.#list, {
        locale: this.#inside.host.inside.locale,
        failed: this.#failed(),
        onRetry: (ids) => void this.#send(ids),
      })}
      <div class="actions">
        ${
          isSending
            ? html`<button type="button" class="button" id="stop" @click=${this.#onCancel}>
                ${msg('Stop', {id: 'partner-invite.stop'})}
              </button>`
            : html`<button
                  type="button"
                  class="button primary"
                  part="submit"
                  id="send"
                  @click=${this.#onSend}
                >
                  ${sendLabel(this.#ready().length, this.#inside.host.inside.locale)}
                </button>
                <button type="button" class="button" @click=${this.#onLeave}>
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
    return html`${
      this.isSending
        ? nothing
        : html`${renderLeftOut(stands, {locale, onRemoveTwice: this.#onRemoveTwice})}
          ${renderWords({
            words: unknownWords(
              rows.map(({draft}) => draft),
              forAll,
              types,
            ),
            types,
            languages: mailLanguages(locale),
            onMeaning: this.#onMeaning,
          })}`
    }
    ${renderTable({
      rows,
      stands,
      forAll,
      types,
      locale,
      isSending: this.isSending,
      renderEditor: (row) =>
        this.#edited?.id === row.id
          ? renderEditor(this.#editorOf(row, this.#edited, stands.get(row.id)))
          : undefined,
      onEdit: (row) => {
        this.#settleEditor();
        this.#edit({id: row.id, partnerType: row.draft.partnerType ?? ''});
      },
      onRemove: (row) => this.#remove(row),
      onInsist: ({id}) => this.#insist(id),
      onRetry: ({id}) => void this.#send([id]),
    })}`;
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

  /** The rows that could not be sent. */
  #failed(): readonly number[] {
    return this.#list.rows.flatMap(({id, outcome}) => (outcome?.phase === 'failed' ? [id] : []));
  }

  #editorOf(row: InviteRow, {partnerType}: EditedRow, stand: RowStand | undefined): EditorOptions {
    return {
      row,
      stand,
      forAll: this.#inside.terms(),
      types: this.#types,
      languages: mailLanguages(this.#inside.host.inside.locale),
      partnerType,
      onType: (chosen) => this.#edit({id: row.id, partnerType: chosen}),
      onSave: (draft) => this.#save(row, draft),
      onCancel: () => this.#edit(undefined, row.id),
    };
  }

  /** Takes what has been typed into a row over, as whoever goes on elsewhere means it. */
  #settleEditor(): void {
    const row = this.#edited && this.#list.get(this.#edited.id);
    const editor = this.#inside.host.renderRoot.querySelector('.editor');
    if (!row || !this.#edited || !editor) return;
    const draft = readEditor(editor, this.#editorOf(row, this.#edited, undefined));
    this.#edited = undefined;
    this.#list.update(row.id, {draft, outcome: undefined, isInsisted: false});
    this.#lookUp();
  }

  #edit(edited: EditedRow | undefined, left?: number): void {
    // Another type is chosen in a row that is being changed already.
    const isSame = edited !== undefined && edited.id === this.#edited?.id;
    this.#edited = edited;
    this.#draw();
    if (isSame) return;
    if (edited) this.#inside.focus('#row-email');
    else if (left !== undefined) this.#inside.focus(`[data-id="${left}"] button`);
  }

  #save({id}: InviteRow, draft: InvitationDraft): void {
    this.#list.update(id, {draft, outcome: undefined, isInsisted: false});
    this.#lookUp();
    this.#edit(undefined, id);
  }

  #remove({id}: InviteRow): void {
    this.#settleEditor();
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
    if (this.isSending || !stand) return;
    this.#settleEditor();
    const needsType = ids.some((id) => this.#list.get(id)?.draft.partnerType === undefined);
    if (needsType && !this.#inside.requireType()) return;
    const halt = new AbortController();
    this.#state = {phase: 'sending', ids, halt};
    this.#edited = this.#removed = this.#said = undefined;
    this.#draw();
    this.#inside.focus('#stop');
    window.addEventListener('beforeunload', onBeforeUnload);
    const stopped = await sendRows(this.#list, ids, {
      forAll: this.#inside.terms(),
      types: this.#types,
      mayBegin: (row) => this.#mayBegin(row),
      // Where the element speaks to another portal by then, the list still goes where it was sent.
      send: (parcel, onWait) => this.#inside.create(stand.portal, parcel, onWait),
      onSent: ({email}) => this.#inside.known.forget(email),
      onChange: () => this.#draw(),
      signal: halt.signal,
    });
    window.removeEventListener('beforeunload', onBeforeUnload);
    const error = stopped ?? firstError(this.#list, ids);
    if (error) this.#inside.host.announceError(error);
    this.#state = endOf(this.#list, ids, this.#stands(), stopped);
    this.#list.fill();
    this.#lookUp();
    this.#draw();
    this.#inside.focus('#end');
  }

  /** Whether a row may be sent that nobody has been told of: one that was sent before may be known for that alone. */
  async #mayBegin({draft, isInsisted, parcel}: InviteRow): Promise<boolean> {
    return isInsisted || parcel !== undefined || !isTaken(await this.#inside.known.ask(draft.email));
  }

  #count(count: number): string {
    return formatCount(count, this.#inside.host.inside.locale);
  }

  #draw(): void {
    this.#inside.host.requestUpdate();
  }

  readonly #onSend = ({detail}: MouseEvent): void => {
    // The second click of two has another button under it than the one that was meant.
    if (detail > 1) return;
    this.#settleEditor();
    // What stands in the field is looked at in the list before it is sent.
    if (this.#source.add()) return;
    const ready = this.#ready();
    if (ready.length > 0) void this.#send(ready);
    else this.#inside.focus('#addresses');
  };

  readonly #onLeave = (): void => {
    this.#settleEditor();
    this.#source.add();
    this.#inside.onLeave();
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

  readonly #onMeaning = (word: UnknownWord, meaning: string): void => {
    this.#settleEditor();
    let changed = 0;
    for (const {id, draft, outcome} of this.#list.rows) {
      const meant = withMeaning(draft, word, meaning);
      if (meant === draft || outcome?.phase === 'sent') continue;
      this.#list.update(id, {draft: meant, outcome: undefined});
      changed++;
    }
    this.#removed = undefined;
    this.#said = () => msg(str`Changed: ${this.#count(changed)}.`, {id: 'partner-invite.changed'});
    this.#lookUp();
    this.#draw();
    // The next word, or the list.
    this.#inside.focus('.word .input, .people');
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
