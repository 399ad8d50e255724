import type {TemplateResult} from 'lit';
import type {Conflict} from '../../orders/conflict.ts';
import type {Draft} from '../../orders/draft.ts';
import {PortalError} from '../../portal/errors.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {addStyles} from '../../ui/root-styles.ts';
import type {ConflictView} from './conflict-view.ts';
import type {EditorContext} from './editor-context.ts';
import {renderMissing} from './notices.ts';
import {renderSkeleton} from './skeleton.ts';

const module = new OnDemand(() => import('./conflict-view.ts'));

/** What comes of a conflict. */
export interface ConflictEntryOptions {
  onUse: (conflict: Conflict, chosen: Draft) => void;
  onCancel: () => void;
  /** Moves the focus to the element of an id when it is drawn. */
  focus: (id: string) => void;
}

/** Shows what both have changed, with a view that loads with the first conflict. */
export class ConflictEntry {
  readonly #host: PortalElement;
  readonly #options: ConflictEntryOptions;
  #conflict: Conflict | undefined;
  #view: ConflictView | undefined;
  #missing: PortalError | undefined;

  constructor(host: PortalElement, options: ConflictEntryOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Lets the user choose between both versions. */
  async show(conflict: Conflict): Promise<void> {
    this.#conflict = conflict;
    this.#view = undefined;
    await this.#load(conflict);
  }

  /** There is nothing to choose any more. */
  leave(): void {
    this.#conflict = undefined;
    this.#view = undefined;
  }

  /** The view, or what there is until it has loaded. */
  render(context: EditorContext): TemplateResult {
    const conflict = this.#conflict;
    if (this.#missing && conflict) return renderMissing(this.#missing, () => void this.#load(conflict));
    return this.#view?.render(context) ?? renderSkeleton();
  }

  async #load(conflict: Conflict): Promise<void> {
    this.#missing = undefined;
    const {focus, onUse, onCancel} = this.#options;
    try {
      const {ConflictView, default: styles} = await module.load();
      if (this.#conflict !== conflict) return;
      addStyles(this.#host.renderRoot, [styles]);
      const view = (this.#view = new ConflictView(conflict, {
        onUse: (chosen) => onUse(conflict, chosen),
        onCancel,
        onChange: () => this.#host.requestUpdate(),
        onRefused: () => view.firstOpen !== undefined && focus(view.firstOpen),
      }));
      focus('conflict-title');
    } catch (thrown) {
      this.#missing = PortalError.from(thrown);
      this.#host.announceError(this.#missing);
    }
    this.#host.requestUpdate();
  }
}
