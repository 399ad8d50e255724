import {html, nothing, type TemplateResult} from 'lit';
import {formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {DraftProblem, ProblemCode} from '../../orders/problems.ts';
import {describeError, icon} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {lineFieldId} from './grid-columns.ts';
import {shownField} from './line-view.ts';
import {fieldLabel} from './texts.ts';

/** What is wrong, with a way to each place. */
export function renderSummary(context: EditorContext): TemplateResult | typeof nothing {
  const {session, locale, focus} = context;
  const {problems, draft} = session;
  if (problems.length === 0) return nothing;
  return html`<div
    class="notice danger summary"
    id="summary"
    tabindex="-1"
    role="group"
    part="summary"
    aria-labelledby="summary-title"
  >
    <h3 id="summary-title">
      ${icon('error')} ${msg('Please check your order', {id: 'purchase-order-editor.summary'})}
    </h3>
    <ul>
      ${problems.map((problem) => {
        const text = `${placeLabel(context, problem)}${problemText(problem, locale)}`;
        const target = targetOf(problem, draft.lines);
        const onClick = (event: Event) => {
          event.preventDefault();
          if (target) focus(target);
        };
        return html`<li>${target ? html`<a href="#${target}" @click=${onClick}>${text}</a>` : text}</li>`;
      })}
    </ul>
  </div>`;
}

/** A problem as a sentence: the portal's where it has one. */
export function problemText({code, detail, place, error}: DraftProblem, locale: string): string {
  if (detail) return detail;
  if (error) {
    return msg(str`This could not be checked. ${describeError(error)}`, {
      id: 'purchase-order-editor.problem.unchecked',
    });
  }
  const sample = formatDecimal('12.5', locale);
  switch (code as ProblemCode) {
    case 'lines-missing':
      return msg('Add at least one line.', {id: 'purchase-order-editor.problem.lines-missing'});
    case 'item-missing':
      return msg('Choose an item.', {id: 'purchase-order-editor.problem.item-missing'});
    case 'item-unknown':
      return msg('There is no item with this number. Choose one from the list.', {
        id: 'purchase-order-editor.problem.item-unknown',
      });
    case 'item-lost-digits':
      return msg('This number has lost digits in the spreadsheet. Enter it in full.', {
        id: 'purchase-order-editor.problem.item-lost-digits',
      });
    case 'error-value':
      return msg('The spreadsheet could not compute this cell.', {
        id: 'purchase-order-editor.problem.error-value',
      });
    case 'variant-unknown':
      return msg('The item has no such variant. Choose one from the list.', {
        id: 'purchase-order-editor.problem.variant-unknown',
      });
    case 'unit-unknown':
      return msg('The item has no such unit. Choose one from the list.', {
        id: 'purchase-order-editor.problem.unit-unknown',
      });
    case 'date-unreadable':
      return msg('This is not a date.', {id: 'purchase-order-editor.problem.date-unreadable'});
    case 'variant-missing':
      return msg('Choose a variant.', {id: 'purchase-order-editor.problem.variant-missing'});
    case 'quantity-missing':
      return msg('Enter a quantity.', {id: 'purchase-order-editor.problem.quantity-missing'});
    case 'quantity-not-a-number':
      return msg(str`Enter the quantity as a number, such as ${sample}.`, {
        id: 'purchase-order-editor.problem.quantity-not-a-number',
      });
    case 'quantity-ambiguous':
      return msg(
        str`This number can be read in two ways. Write it like ${sample}, without separators between thousands.`,
        {
          id: 'purchase-order-editor.problem.quantity-ambiguous',
        },
      );
    case 'quantity-not-positive':
      return msg('Enter a quantity above zero.', {id: 'purchase-order-editor.problem.quantity-not-positive'});
    case 'quantity-too-long':
      return msg('This number has too many digits.', {id: 'purchase-order-editor.problem.quantity-too-long'});
    case 'date-incomplete':
      return msg('Complete the date, or clear it.', {id: 'purchase-order-editor.problem.date-incomplete'});
    case 'address-gone':
      return msg('This address is no longer in the list. Choose another one.', {
        id: 'purchase-order-editor.problem.address-gone',
      });
    case 'address-missing': {
      const label = fieldLabel(place?.field ?? 'delivery');
      return msg(str`${label} is missing.`, {id: 'purchase-order-editor.problem.address-missing'});
    }
    default:
      return msg('The portal did not accept this.', {id: 'error.invalid'});
  }
}

function targetOf({place}: DraftProblem, lines: EditorSession['draft']['lines']): string | undefined {
  if (!place) return undefined;
  if (place.line !== undefined) {
    const line = lines.find(({key}) => key === place.line);
    return line && lineFieldId(line.key, shownField(line, place.field));
  }
  const first = lines[0];
  return place.field === 'lines' ? first && lineFieldId(first.key, 'item') : place.field;
}

function placeLabel({session}: EditorContext, {place, detail}: DraftProblem): string {
  if (place?.line !== undefined) {
    const number = session.draft.lines.findIndex(({key}) => key === place.line) + 1;
    const label = fieldLabel(place.field);
    return `${msg(str`${label}, line ${number}`, {id: 'purchase-order-editor.field-of-line'})}: `;
  }
  // Our own sentence on an address names its field.
  if (!place || (place.field.startsWith('address-') && detail === undefined)) return '';
  return `${fieldLabel(place.field)}: `;
}
