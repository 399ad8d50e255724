import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {state} from 'lit/decorators/state.js';
import {msg} from '../../locales/localize.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {markedUploads} from '../../orders/upload/upload-marks.ts';
import {PortalError} from '../../portal/errors.ts';
import {list as templates} from '../../portal/templates.ts';
import {fieldStyles} from '../../ui/field.styles.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {gridStyles} from '../../ui/grid.styles.ts';
import {describeError, icon, renderError, retryText} from '../../ui/states.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {NarrowController} from '../../ui/width.ts';
import {FileDrop} from './file-drop.ts';
import styles from './order-upload.styles.ts';
import {renderStart, renderStartSkeleton} from './start-view.ts';
import {TemplateDownloads} from './template-downloads.ts';
import {ownerOf, type Member, type UploadContext} from './upload-context.ts';
import type {Uploading} from './uploading.ts';

/** In em of the host's text; the styles have it too. */
const STACKED_BELOW = 40;

type Files = readonly [File, ...File[]];

const onDemand = new OnDemand(() => import('./uploading.ts'));

/**
 * Makes orders of a file: a template to download and fill in, what came of each of its rows, and the orders that are sent. Nothing
 * of a file leaves the page before the user sends.
 *
 * @element order-upload
 * @fires {OrderSubmitEvent} order-submit - The user sends an order; a host that prevents the default takes it over.
 * @fires {OrderCreatedEvent} order-created - The portal has made an order.
 * @fires {OrderEditEvent} order-edit - The user wants to go on with rows as one order in an editor. Cancelable.
 * @fires {DocumentOpenEvent} document-open - The user wants to see an order that was sent.
 * @fires {PortalErrorEvent} portal-error - Something could not be read from, or written to, the portal.
 * @fires {SessionExpiredEvent} session-expired - The session is over; the element offers to try again.
 * @csspart templates - What can be downloaded and filled in.
 * @csspart template - One template.
 * @csspart drop - Where a file is dropped.
 * @csspart choose - The button that chooses a file.
 * @csspart reading - A file is being read.
 * @csspart refused - Why a file could not be read.
 * @csspart sheets - The choice among the sheets of a workbook.
 * @csspart columns - Which column is what.
 * @csspart rows - The rows of the file: a table, or fieldsets in a narrow place.
 * @csspart row - One row.
 * @csspart filters - Which rows are shown, and how many there are of each kind.
 * @csspart next-problem - The button that leads to the next problem.
 * @csspart notice - News about the file.
 * @csspart field - One field with its label.
 * @csspart field-error - What is wrong with one field.
 * @csspart take - What can be done with the rows that are ready.
 * @csspart rest - The rows that are left, as a file.
 * @csspart orders - The orders of the file, before and after they are sent.
 * @csspart order - One of them.
 * @csspart send - The button that sends the orders.
 * @csspart error - An error.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of notices.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Hints.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of inputs.
 * @cssproperty [--portal-danger=#b3261e] - Errors.
 * @cssproperty [--portal-warning=#8a5000] - Warnings.
 * @cssproperty [--portal-success=#176b36] - What is ready.
 * @cssproperty [--portal-radius=6px] - Corners.
 * @cssproperty [--portal-control-height=36px] - Height of inputs and buttons.
 * @cssproperty [--portal-shadow] - Shadow of what floats.
 */
export class OrderUpload extends PortalElement {
  static override styles = [hostStyles, controlStyles, fieldStyles, gridStyles, styles];

  /** Type of the documents that are created, as the portal names it. */
  @property() type = 'purchase-order';

  /** What reads files could not be loaded, and the files that wait for it. */
  @state() private missing: {readonly error: PortalError; readonly files: Files} | undefined;
  @state() private isLoading = false;

  readonly #narrow = new NarrowController(this, STACKED_BELOW);
  readonly #drop = new FileDrop(this, {
    isOpen: () => this.#mayUpload && !this.isLoading && (this.#uploading?.takesFiles ?? true),
    onFiles: (files) => void this.#take(files),
  });
  readonly #downloads = new TemplateDownloads(this, () => this.#load());
  readonly #access = new PortalTask(this, {
    args: () => [this.portal] as const,
    task: async ([portal], {signal}): Promise<Member> => {
      const [{user}, {id, capabilities}] = await Promise.all([
        portal.me({signal}),
        portal.membership({signal}),
      ]);
      return {portal, user: user.id, membership: id, capabilities};
    },
  });
  readonly #templates = new PortalTask(this, {
    args: () => [this.#member?.portal, this.type, this.#mayUpload] as const,
    task: async ([portal, type, mayUpload], {signal}) => (mayUpload ? templates(portal, type, {signal}) : []),
  });
  /** Who uploads, as last known: what he has read in stays when that cannot be asked again. */
  #member: Member | undefined;
  #lastMember: Member | undefined;
  #uploading: Uploading | undefined;
  #recalled: string | undefined;

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Whether there are rows of a file that are in no order yet. */
  get hasRows(): boolean {
    return this.#uploading?.isOpen ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {value} = this.#access;
    if (value && this.#isOurs(value.portal)) this.#member = value;
    else if (this.#member && !this.#isOurs(this.#member.portal)) this.#member = undefined;
    if (!this.#member) return;
    this.#lastMember = this.#member;
    // Nobody sees, or sends, what another one has read in.
    const owner = ownerOf({member: this.#member, type: this.type});
    this.#uploading?.belongTo(owner);
    if (owner !== this.#recalled) this.missing = undefined;
    this.#recall(owner);
  }

  protected override renderWidget(): TemplateResult {
    const {error} = this.#access;
    if (!this.#member) {
      return error === undefined ? renderStartSkeleton() : this.#renderFailed(PortalError.from(error));
    }
    if (!this.#mayUpload) return this.#renderNotAllowed();
    const context = this.#context;
    return (
      this.#uploading?.renderInstead(context) ??
      renderStart({
        context,
        templates: this.#templates.value,
        error: this.#templates.error === undefined ? undefined : PortalError.from(this.#templates.error),
        onRetry: () => void this.#templates.run(),
        downloads: this.#downloads,
        drop: this.#drop,
        isLoading: this.isLoading,
        news: this.#renderNews(context),
      })
    );
  }

  /** Whether a connection is the one of now, though perhaps in another language. */
  #isOurs(other: PortalConnection): boolean {
    const {portal} = this;
    if (!portal || portal === other) return portal === other;
    const {membership, locale} = other.settings;
    return membership === portal.settings.membership && portal.with({membership, locale}) === other;
  }

  get #mayUpload(): boolean {
    const documents = this.#member?.capabilities.documents ?? {};
    const allowed = Object.hasOwn(documents, this.type) ? (documents[this.type] ?? []) : [];
    return allowed.includes('upload') && allowed.includes('create');
  }

  /** Rows that a former visit has left are offered. What is needed for that is loaded only where there may be some. */
  #recall(owner: string): void {
    if (owner === this.#recalled) return;
    this.#recalled = owner;
    if (!this.#mayUpload || !markedUploads().includes(owner)) return;
    void this.#load().then(
      (uploading) => uploading.recall(),
      // It is tried again with the first file.
      () => undefined,
    );
  }

  /** Of who was last known to upload; while he is not, nothing of it is drawn. */
  get #context(): UploadContext {
    const member = this.#member ?? this.#lastMember;
    if (!member) throw new Error('Nobody is known to upload');
    const {maxBytes, maxRows} = member.capabilities.upload;
    return {
      member,
      type: this.type,
      locale: this.activeLocale,
      templates: this.#templates.value ?? [],
      limits: {bytes: maxBytes, rows: maxRows},
      isNarrow: this.#narrow.isNarrow,
      focus: (id) => void this.#focus(id),
    };
  }

  async #load(): Promise<Uploading> {
    const loaded = await onDemand.load();
    if (!this.#uploading) {
      addStyles(this.renderRoot, loaded.styles);
      this.#uploading = new loaded.Uploading(this, {
        context: () => this.#context,
        draw: () => this.performUpdate(),
        whenTemplates: () => this.#templates.taskComplete.catch(() => undefined),
      });
      this.requestUpdate();
      // It learns its texts while it is drawn.
      await this.updateComplete;
    }
    return this.#uploading;
  }

  /** Hands files over to what reads them. */
  async #take(files: Files): Promise<void> {
    this.missing = undefined;
    this.isLoading = true;
    try {
      (await this.#load()).take(files);
    } catch (thrown) {
      this.missing = {error: PortalError.from(thrown), files};
      this.announceError(this.missing.error);
    } finally {
      this.isLoading = false;
    }
  }

  #renderNews(context: UploadContext): unknown {
    const {missing} = this;
    if (!missing) return this.#uploading?.renderNews(context);
    return html`<div class="notice danger" part="error">
      ${icon('error')}
      <span>
        ${msg('What reads files could not be loaded.', {id: 'order-upload.part-missing'})}
        ${describeError(missing.error)}
      </span>
      <button type="button" class="button" @click=${() => void this.#take(missing.files)}>
        ${retryText(missing.error)}
      </button>
    </div>`;
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.getElementById(id)?.focus();
  }

  #renderFailed(error: PortalError): TemplateResult {
    return renderError(error, () => {
      if (error.kind === 'signed-out') this.portal?.forget();
      void this.#access.run();
    });
  }

  #renderNotAllowed(): TemplateResult {
    return html`<div class="state" part="not-allowed">
      ${icon('locked')}
      <p>${msg('You are not allowed to upload orders here.', {id: 'order-upload.not-allowed'})}</p>
    </div>`;
  }
}
