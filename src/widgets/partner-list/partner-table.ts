import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {msg, str} from '../../locales/localize.ts';
import {possibleActions} from '../../partners/partner-access.ts';
import type {PartnerListing} from '../../partners/partner-listing.ts';
import type {Selection} from '../../partners/selection.ts';
import type {Partner} from '../../portal/contract/index.ts';
import type {Chunk} from '../../ui/chunk-window.ts';
import {icon} from '../../ui/states.ts';
import {
  renderActions,
  renderInvitation,
  renderKind,
  renderLastActive,
  renderPartner,
  type RowContext,
} from './partner-cells.ts';

/** How the table is to be shown. */
export interface TableOptions extends RowContext {
  /** What the table is called. */
  readonly caption: string;
  /** What the list is sorted by, as the portal is asked: `-lastActiveAt`. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly selection: Selection;
  /** Hears that something is chosen, or not any more. */
  readonly onSelect: () => void;
}

interface Column {
  readonly id: 'kind' | 'invitation' | 'active';
  readonly label: string;
  /** What the portal sorts by, the other way round first where that is more use. */
  readonly sort?: {readonly by: string; readonly first: '' | '-'};
  cell(partner: Partner, context: RowContext): unknown;
}

/**
 * The partners, of which only those of some portions are drawn. The roles are explicit, because a table laid out as cards is none
 * to a browser.
 */
export function renderTable(
  {partners, next, total}: PartnerListing,
  chunks: readonly Chunk[],
  options: TableOptions,
): TemplateResult {
  const {caption, access} = options;
  const columns = columnsOf(options);
  const hasActions = access.actions.length > 0;
  const all = next === null ? partners.length : total;
  return html`<table
    class="table"
    role="table"
    part="table"
    aria-rowcount=${all === undefined ? -1 : all + 1}
  >
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row" aria-rowindex="1">
        ${hasActions ? renderSelectAll(options) : nothing}
        ${renderHeader(
          {id: 'partner', label: msg('Partner', {id: 'partner-list.partner'}), sort: {by: 'name', first: ''}},
          options,
        )}
        ${columns.map((column) => renderHeader(column, options))}
        ${
          hasActions
            ? html`<th role="columnheader" scope="col" class="col-actions">
                <span class="visually-hidden">${msg('Actions', {id: 'partner-list.actions'})}</span>
              </th>`
            : nothing
        }
      </tr>
    </thead>
    ${chunks.map((chunk) => renderChunk(chunk, partners, columns, options))}
  </table>`;
}

/** What is not drawn is a space of its size. */
function renderChunk(
  {index, from, to, isDrawn}: Chunk,
  partners: readonly Partner[],
  columns: readonly Column[],
  options: TableOptions,
): TemplateResult {
  return html`<tbody role=${isDrawn ? 'rowgroup' : 'presentation'} data-chunk=${index}>
    ${
      isDrawn
        ? repeat(
            partners.slice(from, to),
            ({id}) => id,
            (partner, place) => renderRow(partner, from + place, columns, options),
          )
        : html`<tr role="presentation">
            <td role="presentation" class="gap" colspan=${columns.length + 3}></td>
          </tr>`
    }
  </tbody>`;
}

function columnsOf({access}: RowContext): Column[] {
  const invitation: Column = {
    id: 'invitation',
    label: msg('Invitation', {id: 'partner-list.invitation'}),
    cell: renderInvitation,
  };
  return [
    {
      id: 'kind',
      label: msg('Type and areas', {id: 'partner-list.kind'}),
      sort: {by: 'type', first: ''},
      cell: renderKind,
    },
    ...(access.invitations ? [invitation] : []),
    {
      id: 'active',
      label: msg('Last active', {id: 'partner-list.last-active'}),
      sort: {by: 'lastActiveAt', first: '-'},
      cell: renderLastActive,
    },
  ];
}

function renderHeader(
  {id, label, sort}: Pick<Column, 'label' | 'sort'> & {id: string},
  {sort: current, onSort}: TableOptions,
): TemplateResult {
  if (!sort) return html`<th role="columnheader" scope="col" class="col-${id}">${label}</th>`;
  const isDescending = current === `-${sort.by}`;
  const isActive = isDescending || current === sort.by;
  const next = isActive ? (isDescending ? sort.by : `-${sort.by}`) : sort.first + sort.by;
  return html`<th
    role="columnheader"
    scope="col"
    class="sortable col-${id}"
    aria-sort=${isActive ? (isDescending ? 'descending' : 'ascending') : nothing}
  >
    <button type="button" class="sort bare" part="sort" @click=${() => onSort(next)}>
      ${label}${isActive ? html`<span class=${isDescending ? 'direction down' : 'direction'}>${icon('arrow')}</span>` : nothing}
    </button>
  </th>`;
}

function renderRow(
  partner: Partner,
  index: number,
  columns: readonly Column[],
  options: TableOptions,
): TemplateResult {
  const {selection, access} = options;
  const hasActions = access.actions.length > 0;
  return html`<tr
    role="row"
    part="row"
    aria-rowindex=${index + 2}
    class=${selection.has(partner.id) ? 'chosen' : nothing}
    data-id=${partner.id}
  >
    ${hasActions ? html`<td role="cell" class="col-select">${renderSelect(partner, options)}</td>` : nothing}
    <th role="rowheader" scope="row" class="col-partner">${renderPartner(partner)}</th>
    ${columns.map(
      ({id, label, cell}) =>
        html`<td role="cell" class="col-${id}" data-label=${label}>${cell(partner, options)}</td>`,
    )}
    ${hasActions ? html`<td role="cell" class="col-actions">${renderActions(partner, options)}</td>` : nothing}
  </tr>`;
}

/** Nothing to choose where nothing can be done. */
function renderSelect(partner: Partner, options: TableOptions): TemplateResult | typeof nothing {
  const {selection, access, onSelect} = options;
  if (possibleActions(partner.invitation, access).length === 0) return nothing;
  // Shift chooses all between this one and the one before, by the mouse and by the space bar.
  const onClick = (event: MouseEvent) => {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    selection.set(partner.id, event.currentTarget.checked, event.shiftKey);
    onSelect();
  };
  return html`<label class="select">
    <input
      type="checkbox"
      aria-label=${msg(str`Choose ${partner.name}`, {id: 'partner-list.choose'})}
      .checked=${selection.has(partner.id)}
      @click=${onClick}
    />
  </label>`;
}

function renderSelectAll({selection, onSelect}: TableOptions): TemplateResult {
  const count = selection.ids.length;
  const onChange = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    selection.setAll(event.currentTarget.checked);
    onSelect();
  };
  return html`<th role="columnheader" scope="col" class="col-select">
    <label class="select">
      <input
        type="checkbox"
        aria-label=${msg('Choose all that are shown and open', {id: 'partner-list.choose-all'})}
        .checked=${selection.isAll}
        .indeterminate=${count > 0 && !selection.isAll}
        @change=${onChange}
      />
    </label>
  </th>`;
}
