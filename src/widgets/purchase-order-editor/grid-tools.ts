import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {isBlankLine, type DraftLine} from '../../orders/draft.ts';
import {drawing, type DrawingName} from '../../ui/drawings.ts';
import type {EditorContext} from './editor-context.ts';
import {duplicate, insertLine, redo, undo} from './grid-keys.ts';
import {unitPriceText} from './grid-view.ts';
import {hintText} from './hint-texts.ts';
import {renderAvailability, renderOwnNumber} from './item-facts.ts';
import type {LineGrid} from './line-grid.ts';
import {isOffer, mark, renderMarks, type LineMarks} from './line-marks.ts';

/** What can be done with the lines by pointer; each has a key, too. */
export function renderTools(context: EditorContext): TemplateResult {
  const {session, grid, isNarrow} = context;
  const onUndo = () => (isNarrow || !grid ? session.undo() : undo(grid));
  const onRedo = () => (isNarrow || !grid ? session.redo() : redo(grid));
  return html`${
    isNarrow || !grid
      ? nothing
      : html`${tool('insert', msg('Insert line', {id: 'purchase-order-editor.insert-line'}), 'insert-line', true, () => insertLine(grid))}
        ${tool('copy', msg('Duplicate line', {id: 'purchase-order-editor.duplicate-line'}), 'duplicate-line', true, () => duplicate(grid))}`
  }
  ${tool('undo', msg('Undo', {id: 'action.undo'}), 'undo', session.canUndo, onUndo, true)}
  ${tool('redo', msg('Redo', {id: 'action.redo'}), 'redo', session.canRedo, onRedo, true)}
  ${isNarrow ? nothing : renderKeys()}`;
}

/** `isPlain`: everybody knows its picture, which stands alone where there is little room. */
function tool(
  name: DrawingName,
  label: string,
  part: string,
  isPossible: boolean,
  onClick: () => void,
  isPlain = false,
): TemplateResult {
  return html`<button
    type="button"
    class="button quiet"
    part=${part}
    title=${isPlain ? label : nothing}
    aria-disabled=${isPossible ? nothing : 'true'}
    @click=${isPossible ? onClick : nothing}
  >
    ${drawing(name)} <span class=${isPlain ? 'plain' : nothing}>${label}</span>
  </button>`;
}

/** The keys of the grid. */
function renderKeys(): TemplateResult {
  const rows: readonly (readonly [string, string])[] = [
    ['↑ ↓ ← →', msg('Go to another cell', {id: 'purchase-order-editor.keys.arrows'})],
    [
      'Home End',
      msg('First or last cell of the line; with Ctrl of all lines', {id: 'purchase-order-editor.keys.edges'}),
    ],
    [
      'Enter F2',
      msg('Edit the cell; typing replaces what is in it', {id: 'purchase-order-editor.keys.edit'}),
    ],
    [
      'Enter',
      msg('While editing: on to the next cell to fill, or a new line', {
        id: 'purchase-order-editor.keys.next',
      }),
    ],
    ['Esc', msg('Give up the change', {id: 'purchase-order-editor.keys.escape'})],
    ['Delete', msg('Empty the cell', {id: 'purchase-order-editor.keys.clear'})],
    ['Ctrl D', msg('Copy from the cell above', {id: 'purchase-order-editor.keys.fill'})],
    ['Shift ↑ ↓', msg('Select lines; Ctrl A selects all', {id: 'purchase-order-editor.keys.select'})],
    ['Ctrl C, Ctrl V', msg('Copy; paste cells of a spreadsheet', {id: 'purchase-order-editor.keys.paste'})],
    ['Insert', msg('Insert a line; or Ctrl Shift Enter', {id: 'purchase-order-editor.keys.insert'})],
    ['Ctrl Shift D', msg('Duplicate the line', {id: 'purchase-order-editor.keys.duplicate'})],
    ['Ctrl Delete', msg('Remove the line', {id: 'purchase-order-editor.keys.remove'})],
    ['Ctrl Z', msg('Undo; with Shift do it again', {id: 'purchase-order-editor.keys.undo'})],
    ['Ctrl Enter', msg('Review the order', {id: 'purchase-order-editor.keys.review'})],
  ];
  return html`<button
      type="button"
      class="button quiet keys-button"
      aria-expanded="false"
      aria-controls="keys"
      @click=${toggleKeys}
    >
      ${drawing('keyboard')} ${msg('Keys', {id: 'purchase-order-editor.keys'})}
    </button>
    <dl class="keys-list" id="keys" hidden>
      ${rows.map(
        ([keys, what]) =>
          html`<div>
            <dt>
              ${keys.split(' ').map((key) => (key === ',' ? key : html`<kbd>${key.replace(',', '')}</kbd> `))}
            </dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>`;
}

/** The list stands below the buttons, where nothing cuts it and it can stay open while one types. */
function toggleKeys({currentTarget}: Event): void {
  const button = currentTarget as HTMLElement;
  const list = button.nextElementSibling as HTMLElement;
  list.hidden = !list.hidden;
  button.ariaExpanded = String(!list.hidden);
}

/** In the place of what there is to know of a line that is empty: how to fill it. */
function renderInvitation(): TemplateResult {
  return html`<div class="line-panel">
    <p class="hint">
      ${msg('Type a number and press Enter, or search by words. Cells of a spreadsheet can be pasted.', {
        id: 'purchase-order-editor.invitation',
      })}
    </p>
  </div>`;
}

/** Nothing is called wrong that is still being typed. */
function toldMarks(line: DraftLine, grid: LineGrid): LineMarks | undefined {
  const {edit} = grid;
  const marks = grid.marks(line);
  if (!marks || edit?.key !== line.key) return marks;
  return {...marks, problems: marks.problems.filter(({place}) => place?.field !== edit.column)};
}

/** What a screen reader is told of the line that was edited last, in a region that is there before. */
export function renderSpoken({locale}: EditorContext, grid: LineGrid): TemplateResult | typeof nothing {
  const line = grid.lastEdited;
  const marks = line && grid.marks(line);
  return line && marks ? renderMarks(marks, line, locale) : nothing;
}

/** All there is to know of the active line: its row has room for the most urgent only. */
export function renderPanel(context: EditorContext, grid: LineGrid): TemplateResult {
  const {locale, showsPrices, session} = context;
  const line = grid.activeLine;
  const marks = line && toldMarks(line, grid);
  if (!line || isBlankLine(line)) return renderInvitation();
  if (!line.item && !marks) return html`<div class="line-panel"></div>`;
  const {item} = line;
  const hints = session.hintsOf(line);
  return html`<div class="line-panel" part="line-details">
    <p class="panel-item">
      <strong>${msg(str`Line ${grid.activeIndex + 1}`, {id: 'purchase-order-editor.line'})}</strong>
      ${item ? html`<bdi>${item.description}</bdi> ${renderOwnNumber(item)} ${renderAvailability(item, locale)}` : nothing}
      ${
        // The price that applies, as the row has it: not that of one unit, where breaks or another unit change it.
        showsPrices
          ? html`<span class="hint">${unitPriceText(session.estimateOf(line.key), locale, false)}</span>`
          : nothing
      }
    </p>
    <p class="panel-marks">
      ${
        // Whether the item can be had is said beside its name.
        marks ? renderMarks({...marks, isUnavailable: false}, line, locale) : nothing
      }
      ${hints.filter(isOffer).map((hint) => mark('info', hintText(hint, locale)))}
      ${
        marks?.lookup?.status === 'error'
          ? html`<button type="button" class="link" @click=${() => void grid.search.commit(line.key)}>
              ${msg('Try again', {id: 'action.try-again'})}
            </button>`
          : nothing
      }
    </p>
  </div>`;
}
