import {html, nothing, type TemplateResult} from 'lit';
import {Directive, directive, type ChildPart, type PartInfo} from 'lit/directive.js';
import {msg, str} from '../../locales/localize.ts';
import {drawing} from '../../ui/drawings.ts';
import {icon} from '../../ui/states.ts';
import type {ListView} from './list-view.ts';
import {focusIn, type PanelOptions} from './panel.ts';
import {isSameView} from './view-text.ts';
import {renderNaming, type NamingOptions} from './view-naming.ts';
import type {RemovedView, SavedView, ViewStore} from './view-store.ts';

/** How the saved views are drawn. */
export interface ViewsOptions extends PanelOptions {
  readonly store: ViewStore;
  /** What the list shows now; it is what is saved. */
  readonly view: ListView;
  /** The user has chosen a view. */
  readonly onView: (view: ListView) => void;
}

/** A name that is being given to a view, and what came of the last try. */
type Name = Pick<NamingOptions, 'text' | 'result'>;
type Renaming = Name & {readonly id: string};
type Done = 'saved' | 'removed' | 'restored' | undefined;

const unnamed: Name = {text: '', result: undefined};

class ViewsPanel extends Directive {
  #options: ViewsOptions | undefined;
  #part: ChildPart | undefined;
  #name: Name = unnamed;
  #renaming: Renaming | undefined;
  #removed: RemovedView | undefined;
  /** What has just been done, to be heard. */
  #done: Done;

  constructor(info: PartInfo) {
    super(info);
  }

  override update(part: ChildPart, [options]: [ViewsOptions]): TemplateResult {
    this.#part = part;
    return this.render(options);
  }

  render(options: ViewsOptions): TemplateResult {
    this.#options = options;
    const {store, view} = options;
    const used = store.inUse(view);
    const items = store.views.map((saved) =>
      saved.id === this.#renaming?.id
        ? this.#renderRenaming(saved, this.#renaming)
        : this.#renderView(saved, used?.saved.id === saved.id, used?.isChanged ?? false),
    );
    if (this.#removed) items.splice(this.#removed.index, 0, this.#renderRemoved(this.#removed));
    return html`<div class="panel-content">
      <ul>
        ${this.#renderAll(!used && isSameView({...view, columns: undefined}, {}))} ${items}
      </ul>
      ${used?.isChanged ? this.#renderUpdate(used.saved) : nothing} ${this.#renderSave()}
      ${this.#renderStorage(store)}
      <p class="visually-hidden" aria-live="polite">${this.#spoken()}</p>
    </div>`;
  }

  #renderAll(isCurrent: boolean): TemplateResult {
    const label = msg('All documents', {id: 'document-list.view-all'});
    return html`<li class="views-row">${this.#renderName(label, isCurrent, () => this.#use(undefined))}</li>`;
  }

  #renderView(saved: SavedView, isCurrent: boolean, isChanged: boolean): TemplateResult {
    const {id, name} = saved;
    const label = html`<bdi>${name}</bdi>${
        isCurrent && isChanged
          ? html` <span class="hint">${msg('changed', {id: 'document-list.view-changed'})}</span>`
          : nothing
      }`;
    return html`<li class="views-row" data-view=${id}>
      ${this.#renderName(label, isCurrent, () => this.#use(saved))}
      <button
        type="button"
        class="panel-icon views-rename"
        aria-label=${msg(str`Rename ${name}`, {id: 'document-list.view-rename'})}
        @click=${() => this.#startRenaming(saved)}
      >
        ${icon('draft')}
      </button>
      <button
        type="button"
        class="panel-icon"
        aria-label=${msg(str`Delete ${name}`, {id: 'document-list.view-delete'})}
        @click=${() => this.#remove(saved)}
      >
        ${icon('close')}
      </button>
    </li>`;
  }

  #renderName(label: unknown, isCurrent: boolean, onUse: () => void): TemplateResult {
    return html`<button
      type="button"
      class="views-name"
      aria-current=${isCurrent ? 'true' : nothing}
      @click=${onUse}
    >
      ${isCurrent ? icon('check') : html`<span class="icon"></span>`}<span>${label}</span>
    </button>`;
  }

  #renderRemoved({saved}: RemovedView): TemplateResult {
    return html`<li class="views-row views-removed">
      <span>${msg(str`“${saved.name}” was deleted.`, {id: 'document-list.view-deleted'})}</span>
      <button type="button" class="button quiet views-undo" @click=${() => this.#restore()}>
        ${drawing('undo')} ${msg('Undo', {id: 'action.undo'})}
      </button>
    </li>`;
  }

  #renderRenaming({name}: SavedView, {id, text, result}: Renaming): TemplateResult {
    const onKeydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // The panel stays open.
      event.preventDefault();
      event.stopPropagation();
      this.#stopRenaming();
    };
    return html`<li @keydown=${onKeydown}>
      ${renderNaming({
        id: 'views-renamed',
        name: msg(str`New name of ${name}`, {id: 'document-list.view-new-name'}),
        text,
        result,
        action: msg('Rename', {id: 'document-list.rename'}),
        more: html`<button type="button" class="button quiet" @click=${() => this.#stopRenaming()}>
          ${msg('Cancel', {id: 'action.cancel'})}
        </button>`,
        onText: (typed) => this.#renameAs({id, text: typed, result: undefined}),
        onSubmit: () => this.#rename(),
      })}
    </li>`;
  }

  #renderUpdate(saved: SavedView): TemplateResult {
    return html`<button type="button" class="button views-long" @click=${() => this.#update(saved)}>
      <span>${msg(str`Update “${saved.name}”`, {id: 'document-list.view-update'})}</span>
    </button>`;
  }

  #renderSave(): TemplateResult {
    const {text, result} = this.#name;
    return html`<div class="views-save">
      ${renderNaming({
        id: 'views-saved',
        label: msg('Save this view as', {id: 'document-list.view-save-as'}),
        text,
        result,
        action: msg('Save', {id: 'document-list.view-save'}),
        onText: (typed) => this.#nameAs({text: typed, result: undefined}),
        onSubmit: () => this.#save(false),
      })}
      ${
        result?.kind === 'taken'
          ? html`<button type="button" class="button views-long" @click=${() => this.#save(true)}>
              <span>${msg(str`Replace “${result.saved.name}”`, {id: 'document-list.view-replace'})}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderStorage({isLasting, hasSetAside}: ViewStore): unknown {
    const texts = [
      isLasting
        ? ''
        : msg('Views and columns cannot be kept on this device. They are lost when you leave the page.', {
            id: 'document-list.views-not-kept',
          }),
      hasSetAside
        ? msg('Some saved views could not be read. They were set aside.', {
            id: 'document-list.views-set-aside',
          })
        : '',
    ].filter(Boolean);
    return texts.map((text) => html`<p class="notice warning">${text}</p>`);
  }

  #spoken(): string | typeof nothing {
    switch (this.#done) {
      case 'saved':
        return msg('The view was saved.', {id: 'document-list.view-was-saved'});
      case 'removed':
        return msg('The view was deleted.', {id: 'document-list.view-was-deleted'});
      case 'restored':
        return msg('The view is back.', {id: 'document-list.view-is-back'});
      case undefined:
        return nothing;
    }
  }

  #use(saved: SavedView | undefined): void {
    const {store, onView} = this.#options ?? {};
    store?.use(saved?.id);
    onView?.(saved?.view ?? {});
    this.#redraw(undefined);
  }

  #save(replace: boolean): void {
    const {store, view} = this.#options ?? {};
    if (!store || !view) return;
    const result = store.save(this.#name.text, view, {replace});
    const isSaved = result.kind === 'saved';
    this.#name = isSaved ? unnamed : {...this.#name, result};
    this.#redraw(isSaved ? 'saved' : undefined, isSaved ? rowOf(result.saved.id) : '#views-saved');
  }

  #update(saved: SavedView): void {
    const {store, view} = this.#options ?? {};
    if (view) store?.update(saved.id, view);
    this.#redraw('saved', rowOf(saved.id));
  }

  #startRenaming({id, name}: SavedView): void {
    this.#renaming = {id, text: name, result: undefined};
    this.#redraw(undefined, '#views-renamed');
  }

  #rename(): void {
    const {store} = this.#options ?? {};
    const renaming = this.#renaming;
    const saved = store?.views.find(({id}) => id === renaming?.id);
    if (!store || !renaming || !saved) return this.#stopRenaming();
    const result = store.rename(saved, renaming.text);
    if (result.kind === 'saved') return this.#stopRenaming('saved');
    this.#renaming = {...renaming, result};
    this.#redraw(undefined, '#views-renamed');
  }

  #stopRenaming(done?: 'saved'): void {
    const id = this.#renaming?.id;
    this.#renaming = undefined;
    this.#redraw(done, id === undefined ? undefined : `${rowOf(id)} + .views-rename`);
  }

  #remove(saved: SavedView): void {
    this.#removed = this.#options?.store.remove(saved);
    this.#redraw('removed', '.views-undo');
  }

  #restore(): void {
    const removed = this.#removed;
    this.#removed = undefined;
    if (removed) this.#options?.store.restore(removed);
    this.#redraw('restored', removed && rowOf(removed.saved.id));
  }

  #nameAs(name: Name): void {
    this.#name = name;
    this.#redraw(undefined);
  }

  #renameAs(name: Renaming): void {
    this.#renaming = name;
    this.#redraw(undefined);
  }

  #redraw(done: Done, focus?: string): void {
    this.#done = done;
    const {host} = this.#options ?? {};
    if (host && focus !== undefined) focusIn(this.#part, host, focus);
    else host?.requestUpdate();
  }
}

/** Draws the views that were saved, to be used and changed, and lets the user save another. */
export const renderViewsPanel = directive(ViewsPanel);

function rowOf(id: string): string {
  return `[data-view="${CSS.escape(id)}"] .views-name`;
}
