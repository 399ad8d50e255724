import {TaskStatus} from '@lit/task';
import {html, type CSSResult, type ReactiveController, type TemplateResult} from 'lit';
import {msg} from '../locales/localize.ts';
import type {PortalConnection} from '../portal/connection.ts';
import type {Membership} from '../portal/contract/index.ts';
import {PortalError} from '../portal/errors.ts';
import {isSameMember} from '../portal/same-member.ts';
import type {OnDemand} from './on-demand.ts';
import type {PortalElement} from './portal-element.ts';
import {PortalTask} from './portal-task.ts';
import {addStyles} from './root-styles.ts';
import {renderError} from './states.ts';

/** What an element shows and does. It is made once its module is here, and lives as long as the element. */
export interface Body<M> {
  /** Called before each update, before the tasks of the body look at what they have to do. */
  prepare?(stand: BodyStand<M>): void;
  /** What the element shows. */
  render(stand: BodyStand<M>): TemplateResult | undefined;
}

/** With what a body is drawn. */
export interface BodyStand<M> {
  readonly portal: PortalConnection;
  /** Who is acted as, and what they may do; undefined for a body that is for everybody. */
  readonly membership: M;
}

/** A module that has a body. */
export interface BodyModule<H extends PortalElement, B> {
  readonly Body: new (host: H) => B;
  /** For the element's root, before the body is drawn in it. */
  readonly styles: readonly CSSResult[];
}

/** How a body is loaded. */
export interface BodyOptions {
  /** What stands there until the body can be drawn; its room, not its content. */
  readonly renderSkeleton: () => TemplateResult;
}

/**
 * Loads what an element shows when the element is first drawn with a portal. The element itself is its attributes and methods
 * alone, so that a page that has all elements in one file loads the bodies of those that it uses.
 *
 * The member is asked for at the same time, and asked for again with another portal.
 */
export class ElementBody<
  H extends PortalElement,
  B extends Body<M>,
  M extends Membership | undefined,
> implements ReactiveController {
  readonly #host: H;
  readonly #options: BodyOptions;
  readonly #task: PortalTask<[], void>;
  #body: B | undefined;
  #styles: readonly CSSResult[] = [];
  #stand: BodyStand<M> | undefined;

  /** `asks`: for whom the body is; a `member` is known before it is drawn. */
  constructor(
    host: H,
    module: OnDemand<BodyModule<H, B>>,
    asks: M extends Membership ? 'member' : 'everybody',
    options: BodyOptions,
  ) {
    this.#host = host;
    this.#options = options;
    // Before the task, and before those of the body: they look after it has been prepared.
    host.addController(this);
    this.#task = new PortalTask<[], void>(host, {
      args: () => [host.inside.portal],
      task: async ([portal], {signal}) => {
        const [{Body, styles}, membership] = await Promise.all([
          module.load(),
          asks === 'member' ? portal.membership({signal}) : undefined,
        ]);
        signal.throwIfAborted();
        this.#stand = {portal, membership: membership as M};
        if (this.#body) return;
        this.#styles = styles;
        this.#addStyles();
        this.#body = new Body(host);
      },
    });
  }

  /** The body, once it can be drawn for the portal that the element speaks to. */
  get current(): B | undefined {
    return this.#body && this.#knows(this.#host.inside.portal) ? this.#body : undefined;
  }

  /** Resolves with the body when it can be drawn; undefined where that has failed, or there is no portal. */
  async whenReady(): Promise<B | undefined> {
    await this.#host.updateComplete;
    await this.#task.taskComplete.catch(() => undefined);
    return this.current;
  }

  hostConnected(): void {
    // What has no root of its own may stand in another one now.
    if (this.#body) this.#addStyles();
  }

  hostUpdate(): void {
    const {portal} = this.#host.inside;
    if (!portal || !this.#stand || !this.#knows(portal)) return;
    // In another language: nothing that was begun is thrown away for that.
    if (this.#stand.portal !== portal) this.#stand = {...this.#stand, portal};
    this.#body?.prepare?.(this.#stand);
  }

  /** Renders the body, or what there is in its place. */
  render(label: string): TemplateResult | undefined {
    const body = this.current;
    if (body && this.#stand) return body.render(this.#stand);
    const {status} = this.#task;
    const error = status === TaskStatus.ERROR ? PortalError.from(this.#task.error) : undefined;
    return html`<section
      class="frame"
      aria-label=${label}
      aria-busy=${!error}
      tabindex="-1"
      data-focus-fallback
    >
      ${
        error
          ? renderError(error, () => this.#retry(error))
          : html`<p class="visually-hidden" role="status">
                ${msg('Loading…', {id: 'document-list.loading'})}
              </p>
              ${this.#options.renderSkeleton()}`
      }
    </section>`;
  }

  /** Whether it is known who speaks to this portal: the same one as before, but for the language. */
  #knows(portal: PortalConnection | undefined): boolean {
    const known = this.#stand?.portal;
    return portal !== undefined && known !== undefined && isSameMember(portal, known);
  }

  #addStyles(): void {
    const {renderRoot} = this.#host;
    addStyles(renderRoot === this.#host ? this.#host.getRootNode() : renderRoot, this.#styles);
  }

  /** Begins anew: asks again who is acted as. */
  restart(): void {
    this.#stand = undefined;
    void this.#task.run();
  }

  #retry({kind}: PortalError): void {
    if (kind === 'signed-out' || kind === 'token') this.#host.inside.portal?.forget();
    this.restart();
  }
}
