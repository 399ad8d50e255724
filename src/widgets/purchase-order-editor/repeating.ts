import type {ReactiveController, TemplateResult} from 'lit';
import {currencyDigits} from '../../locales/formats.ts';
import {isBlank} from '../../orders/draft.ts';
import {fromInput} from '../../orders/from-portal.ts';
import {loadRepeatable, type Repeatable} from '../../orders/repeatable.ts';
import {pick} from '../../orders/repeat.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {renderRepeat, renderRepeatNotice, type RepeatNotice} from './repeat-view.ts';
import repeatStyles from './repeat.styles.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [repeatStyles];

interface Loaded {
  readonly id: string;
  readonly repeatable: Repeatable;
}

/** Ordering an earlier document again: what the portal proposes is looked at and picked from before it becomes a draft. */
export class Repeating implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  readonly #wanted: () => string | undefined;
  readonly #task: PortalTask<[string, string | undefined], Loaded | undefined>;
  #seen: string | undefined;
  /** The document that is over with: taken, resumed, or not wanted. */
  #settled: string | undefined;
  /** The document that is to be begun anew though there is an unfinished repeat of it. */
  #anew: string | undefined;
  #picked: ReadonlySet<string> = new Set();
  #pickedOf: string | undefined;
  #offered: Repeatable | undefined;
  #notice: RepeatNotice | undefined;

  /** `wanted` says the id of the document; `focus` moves the focus to the element of an id when it is drawn. */
  constructor(
    host: PortalElement,
    session: EditorSession,
    options: {wanted: () => string | undefined; focus: (id: string) => void},
  ) {
    this.#host = host;
    this.#session = session;
    this.#wanted = options.wanted;
    this.#focus = options.focus;
    // Before the task, which loads what is wanted.
    host.addController(this);
    this.#task = new PortalTask(host, {
      args: () => [session.portal, session.type, this.#open],
      task: async ([portal, type, id], {signal}) => {
        if (id === undefined) return undefined;
        const options = {digits: currencyDigits, signal};
        return {id, repeatable: await loadRepeatable(portal, {type, id}, options)};
      },
    });
  }

  hostUpdate(): void {
    const wanted = this.#wanted();
    if (wanted !== this.#seen) {
      this.#seen = wanted;
      this.#settled = undefined;
      this.#notice = undefined;
    }
    const {draft} = this.#session;
    // What was begun already is gone on with, and not begun a second time.
    if (this.#open !== undefined && draft.origin?.documentId === wanted && !isBlank(draft)) this.#resume();
    const {value} = this.#task;
    if (value && value.id === this.#open && value.repeatable !== this.#offered) {
      this.#offer(value.id, value.repeatable);
    }
  }

  /** Picks what can be ordered, or what was picked before where it is the same in another language. */
  #offer(id: string, offered: Repeatable): void {
    const open = offered.lines.filter(({isOrderable}) => isOrderable).map(({key}) => key);
    const isAgain = this.#pickedOf === id;
    this.#offered = offered;
    this.#pickedOf = id;
    this.#picked = new Set(isAgain ? open.filter((key) => this.#picked.has(key)) : open);
    // Whoever is at something else on the page stays there.
    const {activeElement} = document;
    if (!activeElement || activeElement === document.body || activeElement === this.#host) {
      this.#focus('repeat-title');
    }
  }

  /** What is drawn in place of the form; undefined where there is nothing to repeat, or not any more. */
  renderInstead(context: EditorContext): TemplateResult | undefined {
    if (this.#open === undefined) return undefined;
    const view = {
      context,
      picked: this.#picked,
      onPick: (picked: ReadonlySet<string>) => {
        this.#picked = picked;
        this.#host.requestUpdate();
      },
      onTake: () => void this.#take(),
      onCancel: () => this.#leave(),
      onRetry: () => {
        if (this.#task.error && PortalError.from(this.#task.error).kind === 'signed-out') {
          this.#session.portal?.forget();
        }
        void this.#task.run();
      },
    };
    return this.#task.render({
      initial: () => renderRepeat({...view, status: 'pending'}),
      pending: () => renderRepeat({...view, status: 'pending'}),
      error: (error) => renderRepeat({...view, status: 'error', error: PortalError.from(error)}),
      complete: (loaded) =>
        loaded && loaded.repeatable === this.#offered
          ? renderRepeat({...view, status: 'complete', repeatable: loaded.repeatable})
          : renderRepeat({...view, status: 'pending'}),
    });
  }

  /** What became of the order that was being written. */
  renderNotice(locale: string): TemplateResult {
    return renderRepeatNotice(this.#notice, {
      locale,
      onAnew: () => {
        this.#settled = undefined;
        this.#anew = this.#seen;
        this.#notice = undefined;
        this.#host.requestUpdate();
      },
      onDismiss: () => {
        this.#notice = undefined;
        this.#host.requestUpdate();
      },
    });
  }

  get #open(): string | undefined {
    const {isOpen, isSubmitted} = this.#session;
    const wanted = this.#wanted() || undefined;
    // An order that may be on its way is cleared up first.
    return isOpen && !isSubmitted && wanted !== this.#settled ? wanted : undefined;
  }

  #resume(): void {
    if (this.#anew === this.#seen) return;
    this.#settled = this.#seen;
    this.#session.dismissNotice();
    this.#say({kind: 'resumed'});
  }

  /** Said once the form is there: a live region speaks of what appears in it. */
  #say(notice: RepeatNotice): void {
    void this.#host.updateComplete.then(() => {
      this.#notice = notice;
      this.#host.requestUpdate();
    });
  }

  async #take(): Promise<void> {
    const offered = this.#offered;
    const wanted = this.#open;
    if (!offered || wanted === undefined || this.#picked.size === 0) return;
    const {draft: before, notice} = this.#session;
    const at = isBlank(before) ? undefined : notice?.kind === 'restored' ? notice.at : Date.now();
    const indexes = offered.lines.flatMap(({key, index}) =>
      this.#picked.has(key) && index !== undefined ? [index] : [],
    );
    const input = {
      ...pick(offered.proposal, new Set(indexes)),
      origin: {kind: 'repeat', documentId: wanted},
    };
    // It is an unfinished repeat from now on, which is not news.
    this.#anew = wanted;
    await this.#session.startWith(fromInput(input, offered.catalogue, before.separators));
    this.#leave();
    if (at !== undefined) this.#say({kind: 'kept', at});
  }

  #leave(): void {
    this.#settled = this.#seen;
    this.#anew = undefined;
    this.#pickedOf = undefined;
    this.#host.requestUpdate();
    this.#focus('reference');
  }
}

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {PurchaseOrderEditor} from './purchase-order-editor.ts';
