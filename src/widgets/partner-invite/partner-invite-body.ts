import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {Membership, PartnerType} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import type {Body, BodyStand} from '../../ui/element-body.ts';
import {fieldAria, renderField, renderFieldErrors, type Field, type FieldAria} from '../../ui/field.ts';
import {plainFieldStyles} from '../../ui/plain-field.styles.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {icon, renderError} from '../../ui/states.ts';
import {formStyles} from './invite-form.styles.ts';
import type {InvitationField} from '../../partners/invitation-draft.ts';
import type {InviteWork} from './invite-work.ts';
import {mailLanguages} from './mail-languages.ts';
import type {PartnerInvite} from './partner-invite.ts';

const parts = new OnDemand(() => import('./invite-parts.ts'));

/** What shows that somebody is about to invite. */
const intents = ['pointerover', 'focusin'];

/**
 * The form for one person. Its fields keep what is typed themselves: all that is done with it, and everything that a list needs,
 * comes with the first move, and nothing that was typed or pressed before is lost.
 */
export class PartnerInviteBody implements Body<Membership> {
  readonly #host: PartnerInvite;
  #stand: BodyStand<Membership> | undefined;
  #work: InviteWork | undefined;
  #error: PortalError | undefined;
  #loading: Promise<InviteWork | undefined> | undefined;

  constructor(host: PartnerInvite) {
    this.#host = host;
    for (const intent of intents) host.addEventListener(intent, () => void this.#load(), {once: true});
  }

  prepare(stand: BodyStand<Membership>): void {
    this.#stand = stand;
    this.#work?.follow(stand);
  }

  render({membership: {capabilities}}: BodyStand<Membership>): TemplateResult {
    const usual = msg('Invite partners', {id: 'partner-invite.heading'});
    const title = this.#host.heading ?? usual;
    return html`<section class="frame" aria-label=${title || usual} tabindex="-1" data-focus-fallback>
      ${title ? html`<h2 class="heading" part="heading">${title}</h2>` : nothing}
      ${
        !capabilities.invitations.includes('create')
          ? renderState(msg('You are not allowed to invite partners.', {id: 'partner-invite.not-allowed'}))
          : capabilities.partnerTypes?.length
            ? this.#renderForm(capabilities.partnerTypes)
            : renderState(
                msg('There is no kind of partner that you may invite.', {id: 'partner-invite.no-types'}),
              )
      }
    </section>`;
  }

  #renderForm(types: readonly PartnerType[]): TemplateResult {
    const work = this.#work;
    return html`<form class="form" novalidate ?hidden=${work?.isDone} @submit=${this.#onSubmit}>
        <div class="live" aria-live="polite">
          ${this.#error ? renderError(this.#error, () => void this.#load()) : nothing}${work?.renderNotices()}
        </div>
        ${work?.renderPeople() ?? this.#renderPerson()}
        <div class="live known" aria-live="polite">${work?.renderKnown()}</div>
        ${this.#renderTypes(types)}
        ${this.#renderField('message', msg('Message', {id: 'partner-invite.message'}), renderMessage, true)}
        ${this.#renderLanguage()} ${work?.renderActions() ?? this.#renderActions()}
      </form>
      ${work?.renderAfter()}`;
  }

  #renderPerson(): TemplateResult {
    const renderText = ({id, invalid, describedBy}: FieldAria) =>
      html`<input
        class="input"
        id=${id}
        name=${id}
        inputmode=${id === 'email' ? 'email' : 'text'}
        autocapitalize=${id === 'email' ? 'none' : 'words'}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        aria-required=${id === 'email'}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @paste=${this.#onPaste}
      />`;
    return html`<div class="person">
      ${this.#renderField('email', msg('E-mail address', {id: 'partner-invite.email'}), renderText)}
      ${this.#renderField('name', msg('Name', {id: 'partner-invite.name'}), renderText, true)}
    </div>`;
  }

  /** All areas are there, also those of types that are not chosen: what is ticked stays so when another type is tried. */
  #renderTypes(types: readonly PartnerType[]): TemplateResult {
    const errors = this.#work?.errors('partnerType') ?? [];
    const {describedBy} = fieldAria('partnerType', {errors});
    return html`<fieldset class="field" aria-describedby=${describedBy}>
      <legend class="label">${msg('Partner type', {id: 'partner-invite.type'})}</legend>
      <div class="types">
        ${types.map(
          ({type, label, areas}) =>
            html`<div class="type" part="type">
              <label class="choice">
                <input
                  type="radio"
                  name="partnerType"
                  .value=${type}
                  ?checked=${types.length === 1 || type === this.#host.partnerType}
                /><bdi>${label}</bdi>
              </label>
              <p class="hint">${areas.map((area) => area.label).join(' · ')}</p>
              <div
                class="areas"
                role="group"
                aria-label=${msg(str`Areas for ${label}`, {id: 'partner-invite.areas'})}
              >
                ${areas.map(
                  (area) =>
                    html`<label class="choice">
                      <input
                        type="checkbox"
                        name=${`areas ${type}`}
                        .value=${area.key}
                        ?checked=${area.default}
                      /><bdi>${area.label}</bdi>
                    </label>`,
                )}
              </div>
            </div>`,
        )}
      </div>
      ${renderFieldErrors('partnerType', errors)}
    </fieldset>`;
  }

  #renderLanguage(): TemplateResult {
    const languages = mailLanguages(this.#host.inside.locale);
    const renderSelect = ({id, invalid, describedBy}: FieldAria) =>
      html`<select class="input" id=${id} name=${id} aria-invalid=${invalid} aria-describedby=${describedBy}>
        ${[...languages].map(([tag, name]) => html`<option .value=${tag}>${name}</option>`)}
      </select>`;
    return this.#renderField(
      'locale',
      msg('Language of the e-mail', {id: 'partner-invite.language'}),
      renderSelect,
    );
  }

  #renderActions(): TemplateResult {
    const work = this.#work;
    return html`<div class="actions">
      <button class="button primary" part="submit" aria-disabled=${work?.isBusy || nothing}>
        ${work?.label() ?? msg('Invite', {id: 'partner-invite.invite'})}
      </button>
      <button type="button" class="button" @click=${this.#onSeveral}>
        ${msg('Invite several', {id: 'partner-invite.several'})}
      </button>
      <span class="hint" role="status">${work?.progress()}</span>
    </div>`;
  }

  #renderField(
    id: InvitationField,
    label: string,
    control: Field['control'],
    isOptional?: boolean,
  ): TemplateResult {
    const work = this.#work;
    return renderField({
      id,
      label,
      ...(isOptional && {optional: msg('optional', {id: 'field.optional'})}),
      hint: work?.hint(id),
      errors: work?.errors(id) ?? [],
      control,
    });
  }

  /** Loads what the form is worked with; undefined where that has failed. */
  #load(): Promise<InviteWork | undefined> {
    return (this.#loading ??= this.#tryToLoad());
  }

  async #tryToLoad(): Promise<InviteWork | undefined> {
    try {
      const {InviteWork, styles} = await parts.load();
      addStyles(this.#host.renderRoot, styles);
      this.#error = undefined;
      const work = new InviteWork(this.#host);
      if (this.#stand) work.follow(this.#stand);
      this.#work = work;
    } catch (error) {
      this.#loading = undefined;
      this.#error = PortalError.from(error);
    }
    this.#host.requestUpdate();
    return this.#work;
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    (await this.#load())?.submit();
  };

  readonly #onSeveral = async (): Promise<void> => (await this.#load())?.openList();

  readonly #onPaste = async (event: ClipboardEvent): Promise<void> => {
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    const {currentTarget: field} = event;
    // More than one word is more than an address, and a field takes one line alone.
    if (!(field instanceof HTMLInputElement) || field.name !== 'email' || !/[\s,;<:]/.test(text)) return;
    event.preventDefault();
    const work = await this.#load();
    if (work) work.take(text);
    else field.value += text.replace(/[\n\t]/g, ';');
  };
}

function renderMessage({id, invalid, describedBy}: FieldAria): TemplateResult {
  return html`<textarea
    class="input"
    id=${id}
    name=${id}
    rows="3"
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
  ></textarea>`;
}

function renderState(text: string): TemplateResult {
  return html`<div class="state">
    ${icon('locked')}
    <p>${text}</p>
  </div>`;
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {PartnerInvite} from './partner-invite.ts';
export {PartnerInviteBody as Body};

/** For the element's root, before the form is drawn in it. */
export const styles = [plainFieldStyles, formStyles];
