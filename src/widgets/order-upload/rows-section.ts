import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {UploadFilter} from '../../orders/upload/row-list.ts';
import type {UploadSheet} from '../../orders/upload/upload-sheet.ts';
import {drawing} from '../../ui/drawings.ts';
import {icon} from '../../ui/states.ts';
import {renderItems} from '../purchase-order-editor/suggestions.ts';
import {problemStep} from './row-keys.ts';
import {renderStack} from './row-stack.ts';
import {renderRows} from './rows-view.ts';
import type {RowsGrid} from './rows-grid.ts';
import {renderRowsNotices, type NewsActions, type RowsNews} from './rows-notices.ts';
import {isDone, renderTake, type TakeActions} from './take-view.ts';
import type {UploadContext} from './upload-context.ts';

/** The rows of a file while they are mended, and what can be done with them. */
export interface RowsSection {
  readonly context: UploadContext;
  readonly grid: RowsGrid;
  readonly name: string;
  /** Whether the columns can be told anew. */
  readonly canAskColumns: boolean;
  /** Whether it is not known what became of an order of these rows. */
  readonly isUnsettled: boolean;
  readonly news: RowsNews;
  readonly actions: RowsActions & NewsActions & TakeActions;
}

/** What can be done with a file's rows besides taking them. */
export interface RowsActions {
  readonly onColumns: () => void;
}

/** Every row of the file, with what is wrong with it, in words. */
export function renderRowsSection(section: RowsSection): TemplateResult {
  const {context, grid, name, actions} = section;
  const onKeydown = (event: KeyboardEvent) => {
    const step = problemStep(event);
    if (step === undefined) return;
    event.preventDefault();
    grid.goToProblem(step);
  };
  return html`<section class="upload" aria-labelledby="step-title" @keydown=${onKeydown}>
    <div class="head">
      <h2 id="step-title" tabindex="-1">${name === '' ? pastedName() : html`<bdi>${name}</bdi>`}</h2>
      <p class="hint">${totalText(grid.sheet.total, context.locale)}</p>
      <div class="buttons head-buttons">
        ${
          section.canAskColumns
            ? html`<button type="button" class="button quiet" @click=${actions.onColumns}>
                ${msg('Columns', {id: 'order-upload.columns'})}
              </button>`
            : nothing
        }
        ${
          isDone(grid.sheet)
            ? nothing
            : html`<button type="button" class="button quiet" @click=${actions.onAnother}>
                ${msg('Another file', {id: 'order-upload.another'})}
              </button>`
        }
      </div>
    </div>
    ${renderRowsNotices(section.news, actions, context.locale)} ${renderTools(section)}
    ${
      grid.rows.length === 0
        ? html`<p class="none">${emptyText(grid.filter)}</p>`
        : context.isNarrow
          ? renderStack(grid, context.locale)
          : renderRows(grid, context.locale)
    }
    ${renderItems({
      search: grid,
      locale: context.locale,
      showsPrices: context.member.capabilities.prices.visible,
    })}
    ${renderTake(grid.sheet, section.isUnsettled, actions, context.locale)}
  </section>`;
}

const filters = ['all', 'wrong', 'ready', 'pending', 'taken', 'left-out', 'merged'] as const;
type Filter = (typeof filters)[number];

function renderTools({context, grid}: RowsSection): TemplateResult {
  const {sheet} = grid;
  const {counts} = sheet;
  const hasProblems = counts.wrong > 0;
  return html`<div class="tools">
    <div
      class="filters"
      part="filters"
      role="group"
      aria-label=${msg('Rows shown', {id: 'order-upload.filters'})}
    >
      ${filters.map((filter) => renderFilter(grid, filter, countOf(sheet, filter), context.locale))}
    </div>
    <div class="tool-buttons">
      <button
        type="button"
        class="button"
        part="next-problem"
        aria-keyshortcuts="F8"
        aria-disabled=${hasProblems ? nothing : 'true'}
        @click=${() => hasProblems && grid.goToProblem(1)}
      >
        ${msg('Next problem', {id: 'order-upload.next-problem'})} <kbd>F8</kbd>
      </button>
      ${renderTool('undo', msg('Undo', {id: 'action.undo'}), sheet.canUndo, () => grid.undo('undo'))}
      ${renderTool('redo', msg('Redo', {id: 'action.redo'}), sheet.canRedo, () => grid.undo('redo'))}
      ${context.isNarrow ? nothing : renderLeaveOut(grid)}
    </div>
  </div>`;
}

/** For the row of the active cell; a fieldset has a button of its own. */
function renderLeaveOut(grid: RowsGrid): TemplateResult {
  const {sheet, activeRow} = grid;
  const state = activeRow && sheet.stateOf(activeRow.key);
  const canLeaveOut = state !== undefined && state !== 'taken' && state !== 'merged';
  return html`<button
    type="button"
    class="button quiet"
    aria-disabled=${canLeaveOut ? nothing : 'true'}
    @click=${() => canLeaveOut && grid.leaveOut()}
  >
    ${
      state === 'left-out'
        ? msg('Put row back', {id: 'order-upload.put-back'})
        : msg('Leave row out', {id: 'order-upload.leave-out'})
    }
  </button>`;
}

function renderFilter(grid: RowsGrid, filter: Filter, count: number, locale: string): unknown {
  // What there is none of is not offered, unless it is what one looks at.
  const isShown = count > 0 || filter === 'all' || filter === 'wrong' || filter === 'ready';
  if (!isShown && grid.filter !== filter) return nothing;
  return html`<button
    type="button"
    class="filter ${filter}"
    aria-pressed=${grid.filter === filter ? 'true' : 'false'}
    @click=${() => grid.show(filter)}
  >
    ${filterIcon(filter)} ${filterLabel(filter)} <span class="figure">${formatCount(count, locale)}</span>
  </button>`;
}

function renderTool(
  name: 'undo' | 'redo',
  label: string,
  isOpen: boolean,
  onClick: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-button"
    aria-label=${label}
    title=${label}
    aria-disabled=${isOpen ? nothing : 'true'}
    @click=${() => isOpen && onClick()}
  >
    ${drawing(name)}
  </button>`;
}

function countOf({counts, total}: UploadSheet, filter: Filter): number {
  return filter === 'all' ? total : counts[filter];
}

function filterIcon(filter: Filter): unknown {
  if (filter === 'wrong') return icon('error');
  if (filter === 'ready') return icon('check');
  return filter === 'pending' ? icon('pending') : nothing;
}

function filterLabel(filter: Filter): string {
  switch (filter) {
    case 'all':
      return msg('All rows', {id: 'order-upload.filter.all'});
    case 'wrong':
      return msg('With errors', {id: 'order-upload.filter.wrong'});
    case 'ready':
      return msg('Ready', {id: 'order-upload.filter.ready'});
    case 'pending':
      return msg('Not looked up', {id: 'order-upload.filter.pending'});
    case 'taken':
      return msg('Done', {id: 'order-upload.filter.taken'});
    case 'left-out':
      return msg('Left out', {id: 'order-upload.filter.left-out'});
    case 'merged':
      return msg('Merged', {id: 'order-upload.filter.merged'});
  }
}

function emptyText(filter: UploadFilter): string {
  return filter === 'wrong'
    ? msg('No row has an error.', {id: 'order-upload.none-wrong'})
    : msg('There is no such row.', {id: 'order-upload.none'});
}

function pastedName(): string {
  return msg('Pasted cells', {id: 'order-upload.pasted'});
}

function totalText(total: number, locale: string): string {
  const count = formatCount(total, locale);
  return pluralForm(total, locale) === 'one'
    ? msg(str`${count} row`, {id: 'order-upload.total-one'})
    : msg(str`${count} rows`, {id: 'order-upload.total'});
}
